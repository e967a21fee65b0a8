import { add, subtract, type Integer } from './arithmetic.js';
import { ldebug } from './internals.js';
import { luaV_tointeger, tonumber } from './number.js';
import { assign, type Op } from './op.js';
import { FLOAT, INTEGER, STRING } from './tags.js';
import { encode } from './text.js';
import type { LuaState, TValue } from './types.js';

/* The numeric `for`. Over integers it ends at its limit even where the next step would overflow. */

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);
const messages = ['initial value', 'limit', 'step'].map((what) => encode(`'for' ${what} must be a number`));

export const forprep: Op = (L, ci, i) => {
  const base = ci.l_base + i.A;
  const [init, limit, step] = [L.stack[base], L.stack[base + 1], L.stack[base + 2]] as [TValue, TValue, TValue];
  if (init.type === INTEGER && step.type === INTEGER && limit.type !== STRING) prepareIntegers(L, init, limit, step);
  else prepareFloats(L, init, limit, step);
  ci.l_savedpc += i.sBx;
  return ci;
};

const prepareIntegers = (L: LuaState, init: TValue, limit: TValue, step: TValue): void => {
  const by = step.value as Integer;
  const clipped = clip(L, limit, by > 0);
  const start = init.value as Integer;
  // A loop that does not run at all is given a limit that its first step has passed.
  if (by > 0 ? start > clipped : start < clipped) {
    assign(limit, INTEGER, start);
    assign(init, INTEGER, start);
    assign(step, INTEGER, 0);
    return;
  }
  assign(limit, INTEGER, clipped);
  assign(init, INTEGER, subtract(start, by));
};

/* The limit as an integer, rounded inwards; one beyond the integers is the outermost integer. */
const clip = (L: LuaState, limit: TValue, upwards: boolean): Integer => {
  const integer = luaV_tointeger(limit, upwards ? 1 : 2);
  if (integer !== false) return integer;
  const number = number_(L, limit, 1);
  return number > 0 ? MAX : MIN;
};

const number_ = (L: LuaState, value: TValue, which: number): number => {
  const number = value.type === STRING ? false : tonumber(value);
  return number === false ? ldebug.luaG_runerror(L, messages[which] as Uint8Array) : number;
};

const prepareFloats = (L: LuaState, init: TValue, limit: TValue, step: TValue): void => {
  const end = number_(L, limit, 1);
  const by = number_(L, step, 2);
  const start = number_(L, init, 0);
  assign(limit, FLOAT, end);
  assign(step, FLOAT, by);
  assign(init, FLOAT, start - by);
};

export const forloop: Op = (L, ci, i) => {
  const base = ci.l_base + i.A;
  const index = L.stack[base] as TValue;
  const limit = (L.stack[base + 1] as TValue).value as number;
  const step = (L.stack[base + 2] as TValue).value as number;
  if (index.type === INTEGER) {
    const next = add(index.value as Integer, step);
    if (!(step > 0 ? next <= limit && next > (index.value as Integer) : next >= limit && next < (index.value as Integer))) return ci;
    assign(index, INTEGER, next);
    assign(L.stack[base + 3] as TValue, INTEGER, next);
  } else {
    const next = (index.value as number) + step;
    if (!(step > 0 ? next <= limit : limit <= next)) return ci;
    assign(index, FLOAT, next);
    assign(L.stack[base + 3] as TValue, FLOAT, next);
  }
  ci.l_savedpc += i.sBx;
  return ci;
};
