import type { Path } from './path.js';
import type { LuaString } from './string.js';
import type { Value } from './value.js';

/**
 * Bits of `met`, of calls and accesses: functions of Lua but for the one that calls; whatever else can be called; the
 * one that calls; keys that are texts.
 */
export const CALLED_LUA = 1;
export const CALLED_OTHER = 2;
export const CALLED_ITSELF = 128;
export const TEXT_KEYS = 4;
/** The same, of arithmetic: two integers; two floats; one of each; anything else. */
export const INTEGERS = 8;
export const FLOATS = 16;
export const MIXED = 32;
export const OTHERS = 64;

/** One instruction, decoded. */
export class Instruction {
  /** How its key was found last, if that is a constant text. */
  path: Path | undefined = undefined;
  /** How often it was found in another way than before. */
  detours = 0;
  /** What it has called, or been given, in bits. */
  met = 0;

  constructor(
    readonly opcode: number,
    readonly A: number,
    readonly B: number,
    readonly C: number,
    readonly Bx: number,
    readonly Ax: number,
    readonly sBx: number,
  ) {}

  /** Forgets how its key was found. */
  forget(): void {
    this.path = undefined;
    this.detours = 0;
  }
}

/** Where a new closure finds an upvalue: in a register of the function that makes it, or among that one's upvalues. */
export interface UpvalueSource {
  readonly name: LuaString | undefined;
  readonly inRegister: boolean;
  readonly index: number;
}

/** A local variable, and from which instruction to which it is there. */
export interface LocalVariable {
  readonly name: LuaString;
  readonly start: number;
  readonly end: number;
}

/** Instructions that a function may run before anybody thinks of compiling it. */
export const PATIENCE = 1000;

/** What a call weighs, in instructions. */
export const CALL_WEIGHT = 20;

/** Of a function that is never compiled. */
export const NEVER = 2 ** 30;

/** The code of a function, of which its closures are made. */
export interface Prototype {
  readonly code: readonly Instruction[];
  readonly constants: readonly Value[];
  readonly inner: readonly Prototype[];
  readonly upvalues: readonly UpvalueSource[];
  readonly locals: readonly LocalVariable[];
  /** Line of each instruction. */
  readonly lines: readonly number[];
  readonly parameters: number;
  readonly isVararg: boolean;
  readonly registers: number;
  /** The function around it; undefined for a whole chunk. */
  readonly outer: Prototype | undefined;
  /** Line where the function begins; 0 for a whole chunk. */
  readonly line: number;
  /** Line where it ends; 0 for a whole chunk. */
  readonly lastLine: number;
  /** Name of the chunk. */
  readonly source: LuaString;
  /** Instructions, in calls and rounds of loops, until it is asked whether it should be compiled. */
  patience: number;
  /** Its code, once it is compiled: for the interpreter, and for compiled callers. */
  compiled: ((...args: never) => unknown) | undefined;
  direct: ((...args: never) => unknown) | undefined;
  /** The closure made last. */
  made: LuaFunction | undefined;
  /** The last census that counted it. */
  mark: number;
}

const NONE: readonly Value[] = [];

/** A Lua function: code and upvalues. */
export class LuaFunction {
  /** The last census that counted it. */
  mark = 0;

  /**
   * @param first The first upvalue. Few functions have more, and an array would take as much memory as all the rest.
   * @param others The upvalues after it.
   */
  constructor(
    readonly proto: Prototype,
    readonly first: Value | undefined,
    readonly others: readonly Value[] = NONE,
  ) {}

  /** One of its upvalues. */
  upvalue(n: number): Value {
    return (n === 0 ? this.first : this.others[n - 1]) as Value;
  }

  /** Which of its upvalues a place is; -1 if it is none. */
  indexOf(place: Value): number {
    if (place === this.first) return 0;
    const n = this.others.indexOf(place);
    return n < 0 ? -1 : n + 1;
  }
}
