import type { Path } from '../values/path.js';

/*
 * Code outlives the states in which it runs: a sandbox keeps it for when the same script runs again. What it remembers
 * of a layout that one table alone has is of no use by then, and would hold all the keys of that table.
 */

/** What remembers where it has found a key. */
export interface Hint {
  /** Forgets the layouts that one table alone has. */
  forget(): void;
}

const noted = new Set<Hint>();

/** Notes that it remembers a layout that one table alone has. */
export const noteHint = (hint: Hint): void => {
  noted.add(hint);
};

/** Has all of them forget, when a state is given up; those of others learn again. */
export const forgetHints = (): void => {
  for (const hint of noted) hint.forget();
  noted.clear();
};

/** Whether a path leads through a layout that one table alone has. */
export const isOwn = (path: Path): boolean => {
  for (let part: Path | undefined = path; part !== undefined; part = part.behind)
    if (!part.layout.isShared || part.metatable?.isShared === false) return true;
  return false;
};
