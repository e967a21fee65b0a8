import { EVENT } from './events.js';

/** The instructions by number, as the compiler writes them. */
export const OP = {
  MOVE: 0,
  LOADK: 1,
  LOADKX: 2,
  LOADBOOL: 3,
  LOADNIL: 4,
  GETUPVAL: 5,
  GETTABUP: 6,
  GETTABLE: 7,
  SETTABUP: 8,
  SETUPVAL: 9,
  SETTABLE: 10,
  NEWTABLE: 11,
  SELF: 12,
  ADD: 13,
  SUB: 14,
  MUL: 15,
  MOD: 16,
  POW: 17,
  DIV: 18,
  IDIV: 19,
  BAND: 20,
  BOR: 21,
  BXOR: 22,
  SHL: 23,
  SHR: 24,
  UNM: 25,
  BNOT: 26,
  NOT: 27,
  LEN: 28,
  CONCAT: 29,
  JMP: 30,
  EQ: 31,
  LT: 32,
  LE: 33,
  TEST: 34,
  TESTSET: 35,
  CALL: 36,
  TAILCALL: 37,
  RETURN: 38,
  FORLOOP: 39,
  FORPREP: 40,
  TFORCALL: 41,
  TFORLOOP: 42,
  SETLIST: 43,
  CLOSURE: 44,
  VARARG: 45,
  EXTRAARG: 46,
} as const;

/** The event of an arithmetic instruction, ADD to BNOT. */
export const eventOfArithmetic = (opcode: number): number => opcode - OP.ADD + EVENT.ADD;

/** Whether an instruction is arithmetic: ADD to BNOT. */
export const isArithmetic = (opcode: number): boolean => opcode >= OP.ADD && opcode <= OP.BNOT;

const OTHER_EVENTS: Readonly<Record<number, number>> = {
  [OP.SELF]: EVENT.INDEX,
  [OP.GETTABUP]: EVENT.INDEX,
  [OP.GETTABLE]: EVENT.INDEX,
  [OP.SETTABUP]: EVENT.NEWINDEX,
  [OP.SETTABLE]: EVENT.NEWINDEX,
  [OP.LEN]: EVENT.LEN,
  [OP.CONCAT]: EVENT.CONCAT,
  [OP.EQ]: EVENT.EQ,
  [OP.LT]: EVENT.LT,
  [OP.LE]: EVENT.LE,
};

/** The event whose handler an instruction may call, if there is one. */
export const eventOf = (opcode: number): number | undefined =>
  isArithmetic(opcode) ? eventOfArithmetic(opcode) : OTHER_EVENTS[opcode];

const LEAVES_A: ReadonlySet<number> = new Set([
  OP.SETTABUP,
  OP.SETUPVAL,
  OP.SETTABLE,
  OP.JMP,
  OP.EQ,
  OP.LT,
  OP.LE,
  OP.TEST,
  OP.RETURN,
  OP.TFORCALL,
  OP.SETLIST,
  OP.EXTRAARG,
]);

/** Whether an instruction sets its register A. */
export const setsRegister = (opcode: number): boolean => !LEAVES_A.has(opcode);

/** A size as the compiler writes it, a float of its own: three bits of mantissa above five of exponent. */
export const readSize = (size: number): number => (size < 8 ? size : ((size & 7) + 8) << ((size >> 3) - 1));

/** What operands are at least that are constants, not registers. */
export const CONSTANT = 256;

/** Whether an operand is a constant, not a register. */
export const isConstant = (operand: number): boolean => (operand & CONSTANT) !== 0;

/** Which constant an operand is. */
export const constantIndex = (operand: number): number => operand & (CONSTANT - 1);
