import { openSlots } from '../calls/frames.js';
import { operateByHandler } from '../calls/handlers.js';
import { raiseError } from '../calls/raise.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Integer } from '../values/arithmetic.js';
import * as integer from '../values/arithmetic.js';
import { FLOATS, type Instruction, INTEGERS, MIXED, OTHERS } from '../values/function.js';
import { toInteger, toNumber } from '../values/number.js';
import { eventOfArithmetic } from '../values/opcodes.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import { assign, copy, isNumber, type Value } from '../values/value.js';
import { concatenate } from './concat.js';
import { type Op, ra, rb, rk } from './op.js';

/* Arithmetic instructions: integers exactly, floats natively, anything else by conversion or metamethod. */

const bothIntegers = (a: Value, b: Value): boolean => a.type === INTEGER && b.type === INTEGER;

const convertAndOperate = (
  L: LuaState,
  frame: Frame,
  i: Instruction,
  a: Value,
  b: Value,
  onFloats: (a: number, b: number) => number,
): void => {
  const [x, y] = [toNumber(a), toNumber(b)];
  i.met |= !isNumber(a) || !isNumber(b) ? OTHERS : a.type === b.type ? FLOATS : MIXED;
  if (x !== false && y !== false) assign(ra(L, frame, i), FLOAT, onFloats(x, y));
  else operateByHandler(L, a, b, ra(L, frame, i), eventOfArithmetic(i.opcode));
};

type OnIntegers = (L: LuaState, a: Integer, b: Integer) => Integer;

const binary =
  (onIntegers: OnIntegers, onFloats: (a: number, b: number) => number): Op =>
  (L, frame, i) => {
    const a = rk(L, frame, i.B);
    const b = rk(L, frame, i.C);
    if (bothIntegers(a, b)) {
      i.met |= INTEGERS;
      assign(ra(L, frame, i), INTEGER, onIntegers(L, a.value as Integer, b.value as Integer));
    } else convertAndOperate(L, frame, i, a, b, onFloats);
    return frame;
  };

const sum = (a: number, b: number): number => a + b;
const difference = (a: number, b: number): number => a - b;
const product = (a: number, b: number): number => a * b;

/* The two hottest are written out, so that the engine can specialise them. */
export const add: Op = (L, frame, i) => {
  const b = rk(L, frame, i.B);
  const c = rk(L, frame, i.C);
  if (b.type === INTEGER && c.type === INTEGER) {
    i.met |= INTEGERS;
    assign(ra(L, frame, i), INTEGER, integer.add(b.value as Integer, c.value as Integer));
  } else if (b.type === FLOAT && c.type === FLOAT) {
    i.met |= FLOATS;
    assign(ra(L, frame, i), FLOAT, (b.value as number) + (c.value as number));
  } else convertAndOperate(L, frame, i, b, c, sum);
  return frame;
};

export const sub: Op = (L, frame, i) => {
  const b = rk(L, frame, i.B);
  const c = rk(L, frame, i.C);
  if (b.type === INTEGER && c.type === INTEGER) {
    i.met |= INTEGERS;
    assign(ra(L, frame, i), INTEGER, integer.subtract(b.value as Integer, c.value as Integer));
  } else if (b.type === FLOAT && c.type === FLOAT) {
    i.met |= FLOATS;
    assign(ra(L, frame, i), FLOAT, (b.value as number) - (c.value as number));
  } else convertAndOperate(L, frame, i, b, c, difference);
  return frame;
};

export const mul = binary((_L, a, b) => integer.multiply(a, b), product);
export const mod = binary(
  (L, a, b) => (b === 0 ? raiseError(L, "attempt to perform 'n%0'") : integer.modulo(a, b)),
  integer.floatModulo,
);
export const idiv = binary(
  (L, a, b) => (b === 0 ? raiseError(L, 'attempt to divide by zero') : integer.floorDivide(a, b)),
  (a, b) => Math.floor(a / b),
);

const floats =
  (operation: (a: number, b: number) => number): Op =>
  (L, frame, i) => {
    convertAndOperate(L, frame, i, rk(L, frame, i.B), rk(L, frame, i.C), operation);
    return frame;
  };

export const div = floats((a, b) => a / b);
export const pow = floats(integer.power);

const bitwise =
  (operation: (a: Integer, b: Integer) => Integer): Op =>
  (L, frame, i) => {
    const a = rk(L, frame, i.B);
    const b = rk(L, frame, i.C);
    const [x, y] = [toInteger(a), toInteger(b)];
    if (x !== false && y !== false) assign(ra(L, frame, i), INTEGER, operation(x, y));
    else operateByHandler(L, a, b, ra(L, frame, i), eventOfArithmetic(i.opcode));
    return frame;
  };

export const band = bitwise(integer.and);
export const bor = bitwise(integer.or);
export const bxor = bitwise(integer.xor);
export const shl = bitwise(integer.shiftLeft);
export const shr = bitwise(integer.shiftRight);

export const unm: Op = (L, frame, i) => {
  const operand = rb(L, frame, i);
  const number = operand.type === INTEGER ? false : toNumber(operand);
  if (operand.type === INTEGER) assign(ra(L, frame, i), INTEGER, integer.negate(operand.value as Integer));
  else if (number !== false) assign(ra(L, frame, i), FLOAT, -number);
  else operateByHandler(L, operand, operand, ra(L, frame, i), eventOfArithmetic(i.opcode));
  return frame;
};

export const bnot: Op = (L, frame, i) => {
  const operand = rb(L, frame, i);
  const value = toInteger(operand);
  if (value !== false) assign(ra(L, frame, i), INTEGER, integer.not(value));
  else operateByHandler(L, operand, operand, ra(L, frame, i), eventOfArithmetic(i.opcode));
  return frame;
};

export const concat: Op = (L, frame, i) => {
  L.top = frame.base + i.C + 1;
  concatenate(L, i.C - i.B + 1);
  copy(ra(L, frame, i), rb(L, frame, i));
  openSlots(L, frame.top);
  return frame;
};
