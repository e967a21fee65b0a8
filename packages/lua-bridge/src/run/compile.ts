import type { Tier } from '../vm/state/tier.js';
import { Experience } from '../vm/tier/experience.js';
import { type Eagerness, JavaScriptTier } from '../vm/tier/tier.js';

/** Whether hot code is compiled; `'soon'` does it after a few instructions, `'always'` at once, whatever runs. */
export type Compile = Eagerness | 'never';

const CHOICES: readonly Compile[] = ['auto', 'never', 'soon', 'always'];

/** @throws TypeError for any other. */
export const checkCompile = (place: string, compile: Compile | undefined): void => {
  if (compile === undefined || CHOICES.includes(compile)) return;
  throw new TypeError(`${place}: 'compile' must be 'auto' or 'never', got ${JSON.stringify(compile)}`);
};

/** What compiles the hot code of a sandbox. */
export interface Tiers {
  /** What does it in one state; undefined if nothing may. */
  create(): Tier | undefined;
  /** Instructions after a wait before a state enters compiled code again. */
  readonly patience: number;
  /** Forgets what was learnt of them. */
  forget(): void;
}

/* A wait unwinds compiled code, which takes as long as the interpreter needs for so many instructions. */
const PATIENCE_AFTER_WAIT = 100;

/** @param compile Default `'auto'`. */
export const createTiers = (compile: Compile = 'auto'): Tiers => {
  const experience = new Experience();
  return {
    patience: compile === 'auto' ? PATIENCE_AFTER_WAIT : 0,
    create: () => (compile === 'never' ? undefined : new JavaScriptTier(compile, experience)),
    forget: () => {
      experience.clear();
    },
  };
};
