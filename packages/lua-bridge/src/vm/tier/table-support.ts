import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { roundUp } from '../tables/capacity.js';
import { append, newTable, setValue } from '../tables/lua-table.js';
import type { Instruction } from '../values/function.js';
import { constantIndex } from '../values/opcodes.js';
import { type LuaString, stringKey } from '../values/string.js';
import {
  countElements,
  locate,
  locateKeyed,
  locateNumber,
  type LuaTable,
  tagAt,
  valueAt,
  writeAt,
} from '../values/table.js';
import { FLOAT, INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import { Value } from '../values/value.js';
import { field, giveNil, member, setField, type Site } from './site.js';
import { op, result } from './support.js';

/*
 * What compiled code does with tables in place of instructions: each as far as it can be done here, else by the
 * interpreter's means. Operands are given as for `op`. Those that read give the tag of what they found, whose value is
 * in the exchange, those that write true; -1 and false mean: leave.
 */

/** `of[key]`, for a constant text. */
export const get = (
  L: LuaState,
  frame: Frame,
  pc: number,
  site: Site,
  key: string,
  register: number,
  tag: number,
  of: unknown,
): number => {
  const found = tag === TABLE ? field(site, of as LuaTable, key) : -1;
  return found === -1 ? result(L, frame, pc, register, tag, of) : found;
};

/** `of[key]` */
export const getAt = (
  L: LuaState,
  frame: Frame,
  pc: number,
  register: number,
  tag: number,
  of: unknown,
  keyRegister: number,
  keyTag: number,
  key: unknown,
): number => {
  const found = tag === TABLE ? element(of as LuaTable, keyTag, key) : -1;
  return found === -1 ? result(L, frame, pc, register, tag, of, keyRegister, keyTag, key) : found;
};

/** `of[key] = value`, for a constant text. */
export const set = (
  L: LuaState,
  frame: Frame,
  pc: number,
  site: Site,
  key: string,
  register: number,
  tag: number,
  of: unknown,
  valueRegister: number,
  valueTag: number,
  value: unknown,
): boolean => {
  const name = frame.constants[constantIndex((frame.code[pc] as Instruction).B)] as Value;
  if (tag === TABLE && setField(L, site, of as LuaTable, key, name, valueTag, value)) return true;
  return op(L, frame, pc, register, tag, of, valueRegister, valueTag, value) !== undefined;
};

/** `of[key] = value` */
export const setAt = (
  L: LuaState,
  frame: Frame,
  pc: number,
  register: number,
  tag: number,
  of: unknown,
  keyRegister: number,
  keyTag: number,
  key: unknown,
  valueRegister: number,
  valueTag: number,
  value: unknown,
): boolean => {
  if (tag === TABLE && setElement(L, of as LuaTable, keyTag, key, valueTag, value)) return true;
  return op(L, frame, pc, register, tag, of, keyRegister, keyTag, key, valueRegister, valueTag, value) !== undefined;
};

/** What `of:key()` calls, for a constant text. */
export const getMethod = (
  L: LuaState,
  frame: Frame,
  pc: number,
  site: Site,
  key: string,
  register: number,
  tag: number,
  of: unknown,
): number => {
  const found = member(L, site, tag, of, key);
  return found === -1 ? result(L, frame, pc, register, tag, of) : found;
};

/* The value of any key. */
const element = (table: LuaTable, tag: number, value: unknown): number => {
  if (tag === FLOAT || tag === NIL) return -1;
  const at = tag === STRING ? locateKeyed(table, stringKey(value as LuaString)) : locate(table, value);
  const found = tagAt(table, at);
  if (found === NIL) return table.metatable === null ? giveNil() : -1;
  S.value = valueAt(table, at);
  return found;
};

/* Sets any key. */
const setElement = (
  L: LuaState,
  table: LuaTable,
  keyTag: number,
  key: unknown,
  tag: number,
  value: unknown,
): boolean => {
  if (tag === NIL || keyTag === FLOAT || keyTag === NIL) return false;
  if (typeof key === 'number' && key * 2 - 2 === table.list.length && table.layout.isShared) {
    if (table.metatable !== null) return false;
    append(L, table, tag, value);
    return true;
  }
  const at = keyTag === STRING ? locateKeyed(table, stringKey(key as LuaString)) : locate(table, key);
  if (tagAt(table, at) !== NIL) return put(table, at, tag, value);
  if (table.metatable !== null) return false;
  if (keyTag === INTEGER && key === countElements(table) + 1) append(L, table, tag, value);
  else setValue(L, table, new Value(keyTag, key), tag, value);
  return true;
};

/* Sets what is at a location and is not nil, to what is not. */
const put = (table: LuaTable, at: number, tag: number, value: unknown): boolean => {
  writeAt(table, at, tag, value);
  return true;
};

/** The value of an integer key of a table without a metatable. */
export const number = (table: LuaTable, key: number): number => {
  const at = locateNumber(table, key);
  S.value = valueAt(table, at);
  return tagAt(table, at);
};

/** A new table with room for so many elements and keys. */
export const makeTable = (L: LuaState, elements: number, keys: number): LuaTable => {
  const table = newTable(L, keys);
  table.resize(elements, roundUp(keys));
  return table;
};
