import type { Budget } from '../../meter/budget.js';
import type { LuaFunction, Prototype } from '../values/function.js';
import type { Layouts } from '../values/layout.js';
import type { Frame, LuaState } from './lua-state.js';

/**
 * Compiled code of a function whose call has begun, or of a loop; its registers are on the stack.
 * @param budget What the run may use.
 * @param frame The call.
 * @param own The function.
 * @param base Where its registers are.
 * @param depth Weight of the compiled calls below it.
 */
export type Compiled = (budget: Budget, frame: Frame, own: LuaFunction, base: number, depth: number) => unknown;

/** What compiles code that is hot, as far as the interpreter knows it. */
export interface Tier {
  /** Of the tables of the state, and of others that it compiles for. */
  readonly layouts: Layouts;
  /** Bytes of what it has made. */
  readonly bytes: number;
  /**
   * Whether memory was counted while values were in compiled code, where nobody sees them. That leaves for the
   * interpreter where it can, and memory is counted again.
   */
  readonly isUncounted: boolean;
  /** Makes a chunk known, before any of it runs. */
  prepare(proto: Prototype): void;
  /** Runs the call that has just begun, if it is compiled. Returns the call that goes on; null leaves the VM. */
  begin(L: LuaState, frame: Frame): Frame | null;
  /** The code of the call that has just begun, for code that is compiled itself, `depth` calls deep. */
  find(L: LuaState, frame: Frame, depth: number): Compiled | undefined;
  /**
   * The same as `begin` for a loop: the instruction at `pc` begins its next round, or has jumped to it. Undefined if it
   * is not compiled.
   */
  round(L: LuaState, frame: Frame, pc: number): Frame | null | undefined;
  /** Lets a native function `ask` a compiled one, until `release`. False if it is not compiled. */
  hold(L: LuaState, own: LuaFunction): boolean;
  /**
   * Calls such a function with two values: whether its first result is true. Null if it has left for the interpreter,
   * which `endLeft` then runs.
   */
  ask(L: LuaState, own: LuaFunction, tag: number, value: unknown, tag2: number, value2: unknown): boolean | null;
  /** Ends what `hold` has begun. */
  release(): void;
  /** Ends a call that `ask` has begun; its result is then on top of the stack. */
  endLeft(L: LuaState, native: Frame): void;
  /** Notes that memory has been counted. */
  noteCount(): void;
}
