import { add, type Integer, subtract } from '../values/arithmetic.js';
import { ldebug } from '../values/internals.js';
import { luaV_tointeger, tonumber } from '../values/number.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import { encode } from '../values/text.js';
import type { LuaState, TValue } from '../values/types.js';
import { assign, type Op } from './op.js';

/* The numeric `for`. Over integers it ends at its limit even where the next step would overflow. */

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);
const messages = ['initial value', 'limit', 'step'].map((what) => encode(`'for' ${what} must be a number`));

export const forprep: Op = (L, ci, i) => {
  const base = ci.l_base + i.A;
  const [init, limit, step] = [L.stack[base], L.stack[base + 1], L.stack[base + 2]] as [TValue, TValue, TValue];
  if (init.type === INTEGER && step.type === INTEGER) prepareIntegers(L, init, limit, step);
  else prepareFloats(L, init, limit, step);
  ci.l_savedpc += i.sBx;
  return ci;
};

/* An integer loop keeps in its limit how many rounds are left, so that it cannot run past the last integer. */
const prepareIntegers = (L: LuaState, init: TValue, limit: TValue, step: TValue): void => {
  const by = step.value as Integer;
  const start = init.value as Integer;
  const end = clip(L, limit, by > 0);
  assign(limit, INTEGER, end === undefined ? 0 : rounds(start, end, by));
  assign(init, INTEGER, subtract(start, by));
};

const rounds = (start: Integer, end: Integer, by: Integer): Integer => {
  if (by > 0 ? start > end : start < end) return 0;
  if (by === 0) return Infinity;
  if (
    typeof start === 'number' &&
    typeof end === 'number' &&
    typeof by === 'number' &&
    Number.isSafeInteger(end - start)
  ) {
    return Math.floor((end - start) / by) + 1;
  }
  return (BigInt(end) - BigInt(start)) / BigInt(by) + 1n;
};

/* The limit as an integer, rounded inwards; one that lies beyond all integers is the last of them, or undefined if it lies behind the start. */
const clip = (L: LuaState, limit: TValue, upwards: boolean): Integer | undefined => {
  const integer = luaV_tointeger(limit, upwards ? 1 : 2);
  if (integer !== false) return integer;
  const number = asNumber(L, limit, 1);
  if (Number.isNaN(number) || number > 0 !== upwards) return undefined;
  return upwards ? MAX : MIN;
};

const asNumber = (L: LuaState, value: TValue, which: number): number => {
  const number = tonumber(value);
  return number === false ? ldebug.luaG_runerror(L, messages[which] as Uint8Array) : number;
};

const prepareFloats = (L: LuaState, init: TValue, limit: TValue, step: TValue): void => {
  const end = asNumber(L, limit, 1);
  const by = asNumber(L, step, 2);
  const start = asNumber(L, init, 0);
  assign(limit, FLOAT, end);
  assign(step, FLOAT, by);
  assign(init, FLOAT, start - by);
};

export const forloop: Op = (L, ci, i) => {
  const base = ci.l_base + i.A;
  const index = L.stack[base] as TValue;
  const limit = L.stack[base + 1] as TValue;
  const step = (L.stack[base + 2] as TValue).value as Integer;
  if (index.type === INTEGER) {
    const left = limit.value as Integer;
    if (left <= 0) return ci;
    limit.value = typeof left === 'number' ? left - 1 : left - 1n;
    const next = add(index.value as Integer, step);
    index.value = next;
    assign(L.stack[base + 3] as TValue, INTEGER, next);
  } else {
    const next = (index.value as number) + (step as number);
    if (!(step > 0 ? next <= (limit.value as number) : (limit.value as number) <= next)) return ci;
    index.value = next;
    assign(L.stack[base + 3] as TValue, FLOAT, next);
  }
  ci.l_savedpc += i.sBx;
  return ci;
};
