import { openSlots } from '../calls/call-info.js';
import type { Integer } from '../values/arithmetic.js';
import * as integer from '../values/arithmetic.js';
import { ltm } from '../values/internals.js';
import { tointeger, tonumber } from '../values/number.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import type { CallInfo, Instruction, LuaState, TValue } from '../values/types.js';
import { assign, copy, type Op, ra, rb, rk } from './op.js';
import { luaV_concat } from './vm-concat.js';

/* Arithmetic instructions: integers exactly, floats natively, anything else by conversion or metamethod. */

/* Numbers of the events in `ltm.js`, in the order of the opcodes from ADD on. */
const FIRST_EVENT = 6;
const ADD = 13;

const event = (i: Instruction): number => i.opcode - ADD + FIRST_EVENT;

const bothIntegers = (a: TValue, b: TValue): boolean => a.type === INTEGER && b.type === INTEGER;

const slow = (
  L: LuaState,
  ci: CallInfo,
  i: Instruction,
  a: TValue,
  b: TValue,
  onFloats: (a: number, b: number) => number,
): void => {
  const [x, y] = [tonumber(a), tonumber(b)];
  if (x !== false && y !== false) assign(ra(L, ci, i), FLOAT, onFloats(x, y));
  else ltm.luaT_trybinTM(L, a, b, ra(L, ci, i), event(i));
};

type OnIntegers = (L: LuaState, a: Integer, b: Integer) => Integer;

const binary =
  (onIntegers: OnIntegers, onFloats: (a: number, b: number) => number): Op =>
  (L, ci, i) => {
    const [a, b] = [rk(L, ci, i.B), rk(L, ci, i.C)];
    if (bothIntegers(a, b)) assign(ra(L, ci, i), INTEGER, onIntegers(L, a.value as Integer, b.value as Integer));
    else slow(L, ci, i, a, b, onFloats);
    return ci;
  };

const sum = (a: number, b: number): number => a + b;
const difference = (a: number, b: number): number => a - b;
const product = (a: number, b: number): number => a * b;

/* The two hottest are written out, so that the engine can specialise them. */
export const add: Op = (L, ci, i) => {
  const b = rk(L, ci, i.B);
  const c = rk(L, ci, i.C);
  if (b.type === INTEGER && c.type === INTEGER)
    assign(ra(L, ci, i), INTEGER, integer.add(b.value as Integer, c.value as Integer));
  else if (b.type === FLOAT && c.type === FLOAT) assign(ra(L, ci, i), FLOAT, (b.value as number) + (c.value as number));
  else slow(L, ci, i, b, c, sum);
  return ci;
};

export const sub: Op = (L, ci, i) => {
  const b = rk(L, ci, i.B);
  const c = rk(L, ci, i.C);
  if (b.type === INTEGER && c.type === INTEGER)
    assign(ra(L, ci, i), INTEGER, integer.subtract(b.value as Integer, c.value as Integer));
  else if (b.type === FLOAT && c.type === FLOAT) assign(ra(L, ci, i), FLOAT, (b.value as number) - (c.value as number));
  else slow(L, ci, i, b, c, difference);
  return ci;
};

export const mul = binary((_L, a, b) => integer.multiply(a, b), product);
export const mod = binary(integer.modulo, integer.floatModulo);
export const idiv = binary(integer.floorDivide, (a, b) => Math.floor(a / b));

const floats =
  (operation: (a: number, b: number) => number): Op =>
  (L, ci, i) => {
    slow(L, ci, i, rk(L, ci, i.B), rk(L, ci, i.C), operation);
    return ci;
  };

export const div = floats((a, b) => a / b);
export const pow = floats((a, b) => (a === 1 ? 1 : a ** b));

const bitwise =
  (operation: (a: Integer, b: Integer) => Integer): Op =>
  (L, ci, i) => {
    const [a, b] = [rk(L, ci, i.B), rk(L, ci, i.C)];
    const [x, y] = [tointeger(a), tointeger(b)];
    if (x !== false && y !== false) assign(ra(L, ci, i), INTEGER, operation(x, y));
    else ltm.luaT_trybinTM(L, a, b, ra(L, ci, i), event(i));
    return ci;
  };

export const band = bitwise(integer.and);
export const bor = bitwise(integer.or);
export const bxor = bitwise(integer.xor);
export const shl = bitwise(integer.shiftLeft);
export const shr = bitwise(integer.shiftRight);

export const unm: Op = (L, ci, i) => {
  const operand = rb(L, ci, i);
  const number = operand.type === INTEGER ? false : tonumber(operand);
  if (operand.type === INTEGER) assign(ra(L, ci, i), INTEGER, integer.negate(operand.value as Integer));
  else if (number !== false) assign(ra(L, ci, i), FLOAT, -number);
  else ltm.luaT_trybinTM(L, operand, operand, ra(L, ci, i), event(i));
  return ci;
};

export const bnot: Op = (L, ci, i) => {
  const operand = rb(L, ci, i);
  const value = tointeger(operand);
  if (value !== false) assign(ra(L, ci, i), INTEGER, integer.not(value));
  else ltm.luaT_trybinTM(L, operand, operand, ra(L, ci, i), event(i));
  return ci;
};

export const concat: Op = (L, ci, i) => {
  L.top = ci.l_base + i.C + 1;
  luaV_concat(L, i.C - i.B + 1);
  copy(ra(L, ci, i), rb(L, ci, i));
  openSlots(L, ci.top);
  return ci;
};
