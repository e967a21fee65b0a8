import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { add, type Integer, subtract } from '../values/arithmetic.js';
import type { Instruction } from '../values/function.js';
import { toInteger, toNumber } from '../values/number.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import { assign, type Value } from '../values/value.js';
import type { Op } from './op.js';
import { nextRound } from './warmth.js';

/* The numeric `for`. Over integers it ends at its limit even where the next step would overflow. */

const MAX = 2n ** 63n - 1n;
const MIN = -(2n ** 63n);

export const forprep: Op = (L, frame, i) => {
  const base = frame.base + i.A;
  const [init, limit, step] = [L.stack[base], L.stack[base + 1], L.stack[base + 2]] as [Value, Value, Value];
  if (init.type === INTEGER && step.type === INTEGER) prepareIntegers(L, init, limit, step);
  else prepareFloats(L, init, limit, step);
  frame.pc += i.sBx;
  return frame;
};

/* An integer loop keeps in its limit how many rounds are left, so that it cannot run past the last integer. */
const prepareIntegers = (L: LuaState, init: Value, limit: Value, step: Value): void => {
  const by = step.value as Integer;
  const start = init.value as Integer;
  const end = clip(L, limit, by > 0);
  assign(limit, INTEGER, end === undefined ? 0 : countRounds(start, end, by));
  assign(init, INTEGER, subtract(start, by));
};

/* Before a loop by ones comes from here to integers that are no numbers, a month has passed. */
const FAR = 2 ** 52;

const countRounds = (start: Integer, end: Integer, by: Integer): Integer => {
  if (by > 0 ? start > end : start < end) return 0;
  if (by === 0) return Infinity;
  const rounds = countExactRounds(start, end, by);
  const isLong = rounds < 0 && typeof start === 'number' && typeof end === 'bigint';
  if (isLong && ((by === 1 && start < FAR) || (by === -1 && start > -FAR))) return Infinity;
  return rounds >= 0 ? rounds : (BigInt(end) - BigInt(start)) / BigInt(by) + 1n;
};

/** Rounds of a loop over integers all of which are numbers, from the one before `start` on; -1 if they are not. */
export const countExactRounds = (start: Integer, end: Integer, by: Integer): number => {
  if (typeof start !== 'number' || typeof end !== 'number' || typeof by !== 'number' || by === 0) return -1;
  const span = end - start;
  if (!Number.isSafeInteger(span) || !Number.isSafeInteger(start - by)) return -1;
  return (by > 0 ? span < 0 : span > 0) ? 0 : Math.floor(span / by) + 1;
};

/*
 * The limit as an integer, rounded inwards; one that lies beyond all integers is the last of them, or undefined if it
 * lies behind the start.
 */
const clip = (L: LuaState, limit: Value, upwards: boolean): Integer | undefined => {
  const integer = toInteger(limit, upwards ? 'floor' : 'ceiling');
  if (integer !== false) return integer;
  const number = requireNumber(L, limit, 'limit');
  if (Number.isNaN(number) || number > 0 !== upwards) return undefined;
  return upwards ? MAX : MIN;
};

const requireNumber = (L: LuaState, value: Value, what: string): number => {
  const number = toNumber(value);
  return number === false ? raiseError(L, `'for' ${what} must be a number`) : number;
};

const prepareFloats = (L: LuaState, init: Value, limit: Value, step: Value): void => {
  const end = requireNumber(L, limit, 'limit');
  const by = requireNumber(L, step, 'step');
  const start = requireNumber(L, init, 'initial value');
  assign(limit, FLOAT, end);
  assign(step, FLOAT, by);
  assign(init, FLOAT, start - by);
};

export const forloop: Op = (L, frame, i) => {
  const compiled = nextRound(L, frame, -i.sBx);
  if (compiled !== undefined) return compiled;
  if (advance(L, frame.base, i)) frame.pc += i.sBx;
  return frame;
};

/** Takes a loop to its next round; false if there is none. */
export const advance = (L: LuaState, first: number, i: Instruction): boolean => {
  const base = first + i.A;
  const index = L.stack[base] as Value;
  const limit = L.stack[base + 1] as Value;
  const step = (L.stack[base + 2] as Value).value as Integer;
  if (index.type === INTEGER) {
    const left = limit.value as Integer;
    if (left <= 0) return false;
    limit.value = typeof left === 'number' ? left - 1 : left - 1n;
    const next = add(index.value as Integer, step);
    index.value = next;
    assign(L.stack[base + 3] as Value, INTEGER, next);
  } else {
    const next = (index.value as number) + (step as number);
    if (!(step > 0 ? next <= (limit.value as number) : (limit.value as number) <= next)) return false;
    index.value = next;
    assign(L.stack[base + 3] as Value, FLOAT, next);
  }
  return true;
};
