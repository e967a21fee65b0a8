import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaFunction, Prototype } from '../values/function.js';

/** A piece of a function that is compiled as one: the whole function, or a loop of it. */
export interface Unit {
  readonly proto: Prototype;
  /** Instructions from `start` to before `end`. */
  readonly start: number;
  readonly end: number;
  /** The instruction at which the interpreter hands over. */
  readonly entry: number;
}

/**
 * Compiled code, entered from the interpreter, with the registers on the stack.
 * @param frame The call that runs it.
 * @param own The function it belongs to.
 * @param base Where its registers are.
 * @param depth Weight of the compiled calls below it.
 */
export type Entry = (L: LuaState, frame: Frame, own: LuaFunction, base: number, depth: number) => unknown;

/** The same, called by compiled code, with the arguments as pairs of tag and value. */
export type Direct = (
  L: LuaState,
  frame: Frame,
  own: LuaFunction,
  base: number,
  depth: number,
  ...args: unknown[]
) => unknown;

/** That a piece of code cannot be written as structured JavaScript; it stays with the interpreter. */
export class Unstructured extends Error {}
