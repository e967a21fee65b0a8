import type { Value } from '../values/value.js';
import type { LuaState } from './lua-state.js';

/**
 * What a native function does in the usual case, without a frame and without waiting: from its first four arguments,
 * each a tag and a value and nil if it was not given, to its one result, whose tag it returns and whose value it leaves
 * in the exchange. It may be called only where no more than one result is wanted, with at most four arguments. -1:
 * this is not the usual case, and nothing was done.
 */
export type Shortcut = (
  L: LuaState,
  count: number,
  tag: number,
  value: unknown,
  tag2: number,
  value2: unknown,
  tag3: number,
  value3: unknown,
  tag4: number,
  value4: unknown,
) => number;

/** Arguments that a shortcut takes. */
export const MOST_TAKEN = 4;

/** What a shortcut gives where it is none. */
export const NO_SHORTCUT = -1;

/** A native function: reads its arguments from the stack, pushes results, returns how many; `WAITS` if it waits. */
export interface Native {
  (L: LuaState): number;
  readonly shortcut?: Shortcut;
  /** Whether what its shortcut gives is all that it would. */
  readonly givesOne?: true;
  /**
   * Of one that begins a loop over its only argument: the tag of the variable that controls the loop, whose value is
   * then in the exchange, as is the step under `key`; the state is the argument. -1 where it has to be called.
   */
  readonly begins?: (L: LuaState, tag: number, value: unknown) => number;
  /**
   * Of one that makes an iterator of two arguments: the tag of the iterator, whose value is then in the exchange. -1
   * where it has to be called.
   */
  readonly iterates?: (L: LuaState, tag: number, value: unknown, tag2: number, value2: unknown) => number;
  /** Whether it is the step of `ipairs`: from a list and an index to the next index and what is there. */
  walksLists?: true;
  /** Whether it is `next`. */
  walksTables?: true;
}

/** Runs when a suspended native call is resumed, and returns what that does. */
export type Continuation = (L: LuaState, status: number, context: unknown) => number;

/** A native function with upvalues. */
export class NativeClosure {
  /** The last census that counted it. */
  mark = 0;

  constructor(
    readonly fn: Native,
    readonly upvalues: readonly Value[],
    /** Does what `fn` does in the usual case. */
    readonly shortcut: Shortcut | undefined = undefined,
    /** Bytes of what it holds besides its upvalues. */
    readonly weight = 0,
  ) {}
}
