import { getSteps } from '../../vm/native/access-steps.js';
import { checkNumber, checkString, checkTable, optInteger, optString } from '../../vm/native/arguments.js';
import { arg, push, pushFloat, pushInteger, pushNil, pushTable } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import { resumable, type Steps } from '../../vm/native/resumable.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { newTable } from '../../vm/tables/lua-table.js';
import { setField } from '../../vm/tables/table.js';
import { toInteger } from '../../vm/values/number.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { decode, luaString } from '../../vm/values/text.js';
import { isFalsy, Value } from '../../vm/values/value.js';
import { type DateParts, formatDate, readParts } from './date.js';

/* Fields reach no further than half of C's `int`. */
const MAX_FIELD = 2 ** 30 - 1;

function* readField(L: LuaState, name: string, otherwise: number | undefined): Steps<number> {
  const value = yield* getSteps(L, arg(L, 1), new Value(STRING, luaString(name)));
  const integer = toInteger(value);
  if (integer === false) {
    if (value.type !== NIL) return raise(L, `field '${name}' is not an integer`);
    return otherwise ?? raise(L, `field '${name}' missing in date table`);
  }
  if (integer < -MAX_FIELD || integer > MAX_FIELD) return raise(L, `field '${name}' is out-of-bound`);
  return Number(integer);
}

const time = resumable(function* (L) {
  if (arg(L, 1).type === NIL) return pushInteger(L, Math.floor(Date.now() / 1000));
  const table = checkTable(L, 1);
  const sec = yield* readField(L, 'sec', 0);
  const min = yield* readField(L, 'min', 0);
  const hour = yield* readField(L, 'hour', 12);
  const day = yield* readField(L, 'day', undefined);
  const month = yield* readField(L, 'month', undefined);
  const year = yield* readField(L, 'year', undefined);
  const isdst = yield* getSteps(L, arg(L, 1), new Value(STRING, luaString('isdst')));
  const date = new Date(2000, 0, 1);
  date.setFullYear(year, month - 1, day);
  date.setHours(hour, min, sec, 0);
  if (isdst.type !== NIL) moveToClock(date, !isFalsy(isdst));
  const seconds = Math.floor(date.getTime() / 1000);
  if (!Number.isSafeInteger(seconds) || seconds === -1)
    return raise(L, 'time result cannot be represented in this installation');
  setParts(L, table, readParts(date, 'local'));
  return pushInteger(L, seconds);
});

const HOUR_MS = 3_600_000;

/* Reads the fields by the other clock if they say so: in summer by the normal one, in winter by that of summer. */
const moveToClock = (date: Date, isdst: boolean): void => {
  const shown = readParts(date, 'local').isdst;
  if (shown !== isdst) date.setTime(date.getTime() + (isdst ? -HOUR_MS : HOUR_MS));
};

const setParts = (L: LuaState, table: LuaTable, parts: DateParts): void => {
  for (const name of ['year', 'month', 'day', 'hour', 'min', 'sec', 'wday', 'yday'] as const) {
    setField(L, table, name, INTEGER, parts[name]);
  }
  setField(L, table, 'isdst', BOOLEAN, parts.isdst);
};

/* A date has few parts; a longer format asks for work, not for a date. */
const MAX_FORMAT = 1000;

const date = (L: LuaState): number => {
  const given = decode(optString(L, 1, '%c'));
  const seconds = optInteger(L, 2, Math.floor(Date.now() / 1000));
  const zone = given.startsWith('!') ? 'utc' : 'local';
  const format = zone === 'utc' ? given.slice(1) : given;
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return raise(L, 'date result cannot be represented in this installation');
  if (format.startsWith('*t')) {
    const table = newTable(L);
    setParts(L, table, readParts(moment, zone));
    return pushTable(L, table);
  }
  if (format.length > MAX_FORMAT) return raiseArgument(L, 1, 'format too long');
  const text = formatDate(format, moment, zone);
  if (typeof text !== 'string') return raiseArgument(L, 1, `invalid conversion specifier '${text.unknown}'`);
  return push(L, STRING, luaString(text));
};

const difftime = (L: LuaState): number =>
  pushFloat(L, checkNumber(L, 1) - (arg(L, 2).type === NIL ? 0 : checkNumber(L, 2)));

/* Seconds the run has taken, which is as near to CPU time as a script should see. */
const clock = (L: LuaState): number => pushFloat(L, L.runtime.budget.elapsed / 1000);

/* A sandbox has an environment without variables: libraries that look for settings find none. */
const getenv = (L: LuaState): number => {
  checkString(L, 1);
  return pushNil(L);
};

/** The harmless part of `os`. */
export const osLibrary: Library = { time, date, difftime, clock, getenv };
