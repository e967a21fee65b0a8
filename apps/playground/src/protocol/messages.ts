import type { CallRecord, RunError, RunResult } from '@moonwire/segment-lua';

import type { Exchange } from './exchange.js';
import type { RunSetup } from './run-setup.js';
import type { Misuse, ScriptUse } from './script-use.js';

/** A request that the page is asked to send, with the key of `account` added. */
export interface RelayedRequest {
  readonly account: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the page got for a {@link RelayedRequest}. */
export type RelayedAnswer =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly failed: string };

/** What is checked without running it. */
export interface CheckedScript {
  readonly code: string;
  readonly uses: readonly ScriptUse[];
  /** The names of the accounts there are. */
  readonly accounts: readonly string[];
}

/** What was found: of a script that does not compile, only that. */
export interface Findings {
  readonly problem?: SyntaxProblem;
  readonly misuses: readonly Misuse[];
}

/** A syntax error found without running the script. */
export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
}

/** The part of a result that crosses to the page: plain data, without the cause of an error. */
export interface RunSummary extends Pick<RunResult, 'ok' | 'deliveries' | 'usage' | 'calls'> {
  /** What the script returned, one text each: a value may be none that JSON or a message can carry. */
  readonly returned: readonly string[];
  readonly error?: Omit<RunError, 'cause'>;
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly setup: RunSetup }
  | { readonly type: 'check'; readonly id: number; readonly script: CheckedScript }
  | { readonly type: 'relayed'; readonly id: number; readonly answer: RelayedAnswer };

/** From the worker to the page. */
export type FromWorker =
  /** It is loaded and listens. */
  | { readonly type: 'ready' }
  /** The run ended otherwise than by a result. */
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'calls'; readonly calls: readonly CallRecord[] }
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | { readonly type: 'finished'; readonly summary: RunSummary }
  | { readonly type: 'checked'; readonly id: number; readonly findings: Findings }
  | { readonly type: 'relay'; readonly id: number; readonly request: RelayedRequest };
