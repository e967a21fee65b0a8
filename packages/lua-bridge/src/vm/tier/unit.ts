import type { Budget } from '../../meter/budget.js';
import type { Frame } from '../state/lua-state.js';
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

/** Whether a unit is a whole function. */
export const isFunction = ({ proto, start, end }: Unit): boolean => start === 0 && end === proto.code.length;

/**
 * Code of a function that compiled code calls, with the arguments as pairs of tag and value; else as `Compiled`.
 * Whoever calls it has paid for its first instructions.
 */
export type Direct = (
  budget: Budget,
  frame: Frame,
  own: LuaFunction,
  base: number,
  depth: number,
  ...args: unknown[]
) => unknown;

/** Weight of compiled calls on the JavaScript stack, from which on the interpreter calls. */
export const DEEPEST = 150;

/** Calls from native and compiled functions that may nest before compiled code leaves for the interpreter below it. */
export const MOST_NESTING = 16;

/* Weight of calls within one another that compiled code is left however much nests below it. */
const LEAST_WEIGHT = 24;

/**
 * The weight with which calls begin where so many nest: what nests has less room each time, for all of it lies on one
 * JavaScript stack.
 */
export const weightAt = (nesting: number): number => DEEPEST - Math.max(LEAST_WEIGHT, DEEPEST >> nesting);

/** That a piece of code cannot be written as structured JavaScript; it stays with the interpreter. */
export class Unstructured extends Error {}
