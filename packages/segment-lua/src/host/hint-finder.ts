import type { Hint, RunResult } from './run-result.js';

/** A script that has run, and what it had. */
export interface FinishedScript {
  readonly code: string;
  /** The globals it was given beside those of every script. */
  readonly globals: readonly string[];
  /** The modules it has required. */
  readonly modules: readonly string[];
  /** The accounts it could name. */
  readonly accounts: readonly string[];
}

/** Says what to try next: `findHints` of `@moonwire/segment-lua/check`. */
export type HintFinder = (script: FinishedScript, result: RunResult) => Promise<readonly Hint[]>;
