import type { Frame, LuaState } from '../state/lua-state.js';
import { getFastHandler } from '../state/metatables.js';
import { roundUp } from '../tables/capacity.js';
import { addNext, append, newTable, setSlot, setValue } from '../tables/lua-table.js';
import { ASTRAY, findPath, follow } from '../tables/path.js';
import { EVENT } from '../values/events.js';
import type { Instruction } from '../values/function.js';
import type { Layout } from '../values/layout.js';
import { constantIndex } from '../values/opcodes.js';
import type { Path } from '../values/path.js';
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
import { FLOAT, INTEGER, kindOf, NIL, STRING, TABLE } from '../values/tags.js';
import { Value } from '../values/value.js';
import { op, result } from './support.js';
import { exchange as S } from '../state/exchange.js';

/*
 * What compiled code does with tables, as far as no handler that is a function is in the way. What reads gives the tag
 * of what it found, whose value is in the exchange; -1 and false mean that the interpreter must do it.
 */

/** What a piece of code remembers of where it has found its key. */
export interface Site {
  /** The key is there in tables of this layout, in this slot. */
  layout: Layout | undefined;
  at: number;
  /** It is added to tables of this layout, which then have the other one. */
  before: Layout | undefined;
  after: Layout | undefined;
  /** How it was found in other tables. */
  readonly paths: Path[];
  /** How often it was found in another way than before. */
  detours: number;
}

/** A new one. */
export const makeSite = (): Site => ({
  layout: undefined,
  at: 0,
  before: undefined,
  after: undefined,
  paths: [],
  detours: 0,
});

/* Tables that are looked up in turn; the interpreter knows when to stop. */
const MOST_TABLES = 100;

/* Paths that a site remembers, and changes after which it keeps to those it has, because tables are not alike. */
const MOST_PATHS = 4;
const MOST_DETOURS = 40;

const give = (slots: readonly unknown[], at: number): number => {
  S.value = slots[at + 1];
  return slots[at] as number;
};

const giveNil = (): number => {
  S.value = null;
  return NIL;
};

/* A field, also of the tables that stand behind one. */
const field = (site: Site, table: LuaTable, key: string): number => {
  const { paths } = site;
  for (let n = 0; n < paths.length; n++) {
    const tag = follow(paths[n] as Path, table);
    if (tag !== ASTRAY) return tag;
  }
  const { layout } = table;
  const at = layout.find(key);
  if (at >= 0 && site.layout === undefined) {
    site.layout = layout;
    site.at = at;
  } else if (site.detours < MOST_DETOURS) {
    site.detours++;
    const path = findPath(table, key);
    if (path !== undefined && paths.push(path) > MOST_PATHS) paths.shift();
  }
  if (at >= 0 && table.slots[at] !== NIL) return give(table.slots, at);
  return table.metatable === null ? giveNil() : findBehind(table, key);
};

const findBehind = (table: LuaTable, key: string): number => {
  let behind = table;
  for (let n = 0; n < MOST_TABLES; n++) {
    const handler = getFastHandler(behind.metatable, EVENT.INDEX);
    if (handler === null) return giveNil();
    if (handler.type !== TABLE) return -1;
    behind = handler.value as LuaTable;
    const at = behind.layout.find(key);
    if (at >= 0 && behind.slots[at] !== NIL) return give(behind.slots, at);
  }
  return -1;
};

/*
 * In place of instructions, each as far as it can be done here, else by the interpreter's means. Operands are given as
 * for `op`. Those that read give the tag of what they found, those that write true; -1 and false mean: leave.
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

/* A field of a table, or of the table behind strings. */
const member = (L: LuaState, site: Site, tag: number, value: unknown, key: string): number => {
  if (tag === TABLE) return field(site, value as LuaTable, key);
  if (tag !== STRING) return -1;
  const handler = getFastHandler(L.runtime.metatables[kindOf(STRING)] as LuaTable | null, EVENT.INDEX);
  if (handler?.type !== TABLE) return -1;
  const found = field(site, handler.value as LuaTable, key);
  return found === NIL ? -1 : found;
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

/* Sets a field. */
const setField = (
  L: LuaState,
  site: Site,
  table: LuaTable,
  filed: string,
  key: Value,
  tag: number,
  value: unknown,
): boolean => {
  const before = table.layout;
  const hasHandler = getFastHandler(table.metatable, EVENT.NEWINDEX) !== null;
  if (tag !== NIL && before === site.before && !hasHandler && addNext(L, table, site.after as Layout, tag, value))
    return true;
  const at = before === site.layout ? site.at : before.find(filed);
  if (at >= 0) {
    const isThere = table.slots[at] !== NIL;
    if (!isThere && hasHandler) return false;
    site.layout = before;
    site.at = at;
    setSlot(table, at, tag, value);
    return true;
  }
  if (hasHandler || tag === NIL) return false;
  setValue(L, table, key, tag, value);
  if (table.layout.isShared && table.layout !== before) {
    site.before = before;
    site.after = table.layout;
  }
  return true;
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
  table.capacity = elements;
  table.free = roundUp(keys);
  return table;
};
