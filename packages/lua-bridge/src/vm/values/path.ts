import type { Layout } from './layout.js';

/**
 * How a key was found: by the layouts of a table and of those that stand behind it by `__index`. It leads to the key in
 * all tables that are alike.
 */
export interface Path {
  /** Layout of the table. */
  layout: Layout;
  /** The slot of the key; -1 where it is none of the layout's. */
  readonly at: number;
  /** Layout of the metatable, if it matters, and its slot of `__index`; -1 where that is none of its. */
  readonly metatable: Layout | undefined;
  readonly index: number;
  /** How the key is found in the table behind; undefined where it is in none. */
  readonly behind: Path | undefined;
}
