import type { Integer } from '../values/arithmetic.js';
import * as integer from '../values/arithmetic.js';
import { toInteger, toNumber } from '../values/number.js';
import { OP } from '../values/opcodes.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import { assign, type Value } from '../values/value.js';

/* The compiler numbers its operators as their instructions are, from ADD on. */

const ON_INTEGERS: Readonly<Record<number, (a: Integer, b: Integer) => Integer>> = {
  [OP.ADD]: integer.add,
  [OP.SUB]: integer.subtract,
  [OP.MUL]: integer.multiply,
  [OP.MOD]: integer.modulo,
  [OP.IDIV]: integer.floorDivide,
  [OP.UNM]: integer.negate,
};

const ON_BITS: Readonly<Record<number, (a: Integer, b: Integer) => Integer>> = {
  [OP.BAND]: integer.and,
  [OP.BOR]: integer.or,
  [OP.BXOR]: integer.xor,
  [OP.SHL]: integer.shiftLeft,
  [OP.SHR]: integer.shiftRight,
  [OP.BNOT]: integer.not,
};

const ON_FLOATS: Readonly<Record<number, (a: number, b: number) => number>> = {
  [OP.ADD]: (a, b) => a + b,
  [OP.SUB]: (a, b) => a - b,
  [OP.MUL]: (a, b) => a * b,
  [OP.MOD]: integer.floatModulo,
  [OP.POW]: integer.power,
  [OP.DIV]: (a, b) => a / b,
  [OP.IDIV]: (a, b) => Math.floor(a / b),
  [OP.UNM]: (a) => -a,
};

/** Does an operation on two numerals that are known to be valid for it. */
export const foldConstants = (_: unknown, operator: number, a: Value, b: Value, result: Value): void => {
  const opcode = OP.ADD + operator;
  const bits = ON_BITS[opcode];
  const integers = ON_INTEGERS[opcode];
  if (bits !== undefined) {
    assign(result, INTEGER, bits(toInteger(a) as Integer, toInteger(b) as Integer));
  } else if (integers !== undefined && a.type === INTEGER && b.type === INTEGER) {
    assign(result, INTEGER, integers(a.value as Integer, b.value as Integer));
  } else {
    assign(result, FLOAT, ON_FLOATS[opcode]?.(toNumber(a) as number, toNumber(b) as number) ?? NaN);
  }
};
