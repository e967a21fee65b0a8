import { checkNumber, checkTable, optInteger, optString } from '../../vm/native/arguments.js';
import { arg, push, pushFloat, pushInteger, pushTable } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { newTable } from '../../vm/tables/lua-table.js';
import { getField, setField } from '../../vm/tables/table.js';
import { toInteger } from '../../vm/values/number.js';
import type { LuaTable } from '../../vm/values/table.js';
import { BOOLEAN, INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { decode, luaString } from '../../vm/values/text.js';
import { type DateParts, formatDate, readParts } from './date.js';

const readField = (L: LuaState, table: LuaTable, name: string, otherwise: number | undefined): number => {
  const value = getField(table, name);
  if (value.type === NIL) return otherwise ?? raise(L, `field '${name}' missing in date table`);
  const integer = toInteger(value);
  if (integer === false) return raise(L, `field '${name}' is not an integer`);
  if (typeof integer === 'bigint' || Math.abs(integer) > 2 ** 31) return raise(L, `field '${name}' is out-of-bound`);
  return integer;
};

const time = (L: LuaState): number => {
  if (arg(L, 1).type === NIL) return pushInteger(L, Math.floor(Date.now() / 1000));
  const table = checkTable(L, 1);
  const date = new Date(2000, 0, 1);
  date.setFullYear(
    readField(L, table, 'year', undefined),
    readField(L, table, 'month', undefined) - 1,
    readField(L, table, 'day', undefined),
  );
  date.setHours(readField(L, table, 'hour', 12), readField(L, table, 'min', 0), readField(L, table, 'sec', 0), 0);
  const seconds = Math.floor(date.getTime() / 1000);
  if (!Number.isSafeInteger(seconds)) return raise(L, 'time result cannot be represented in this installation');
  setParts(L, table, readParts(date, 'local'));
  return pushInteger(L, seconds);
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
  if (typeof text !== 'string') return raiseArgument(L, 1, `invalid conversion specifier '%${text.unknown}'`);
  return push(L, STRING, luaString(text));
};

const difftime = (L: LuaState): number =>
  pushFloat(L, checkNumber(L, 1) - (arg(L, 2).type === NIL ? 0 : checkNumber(L, 2)));

/* Seconds the run has taken, which is as near to CPU time as a script should see. */
const clock = (L: LuaState): number => pushFloat(L, L.runtime.budget.elapsed / 1000);

/** The harmless part of `os`. */
export const osLibrary: Library = { time, date, difftime, clock };
