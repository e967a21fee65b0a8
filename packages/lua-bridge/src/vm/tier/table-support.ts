import { settle } from '../calls/frames.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { setSlot } from '../tables/filing.js';
import { addEntry, append, newTable, setValue } from '../tables/lua-table.js';
import type { Instruction } from '../values/function.js';
import { countElements } from '../values/items.js';
import { OP } from '../values/opcodes.js';
import { roundUp } from '../values/power-of-two.js';
import { type LuaString, stringKey } from '../values/string.js';
import { locate, locateNumber, type LuaTable, slotOfString, tagAt, valueAt, writeAt } from '../values/table.js';
import { FLOAT, INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import { Value } from '../values/value.js';
import { field, give, giveNil, member, setField, type Site } from './site.js';
import { op, putOperand, result } from './support.js';

/*
 * What compiled code does with tables in place of instructions: each as far as it can be done here, else by the
 * interpreter's means. Operands are given as tag and value. Those that read give the tag of what they found, whose
 * value is in the exchange, those that write true; -1 and false mean: leave.
 */

/** `of[key]`, for a constant text. */
export const get = (frame: Frame, site: Site, tag: number, of: unknown): number => {
  const found = tag === TABLE ? field(site, of as LuaTable) : -1;
  return found === -1 ? interpret(frame, site, tag, of) : found;
};

/** What `of:key()` calls, for a constant text. */
export const getMethod = (frame: Frame, site: Site, tag: number, of: unknown): number => {
  const found = member(frame.thread, site, tag, of);
  return found === -1 ? interpret(frame, site, tag, of) : found;
};

/* An upvalue has no register. */
const interpret = (frame: Frame, { pc }: Site, tag: number, of: unknown): number => {
  settle(frame);
  const { opcode, B } = frame.code[pc] as Instruction;
  if (opcode !== OP.GETTABUP) putOperand(frame, B, tag, of);
  return result(frame, pc);
};

/** `of[key]` */
export const getAt = (frame: Frame, pc: number, tag: number, of: unknown, keyTag: number, key: unknown): number => {
  const found = tag === TABLE ? element(of as LuaTable, keyTag, key) : -1;
  if (found !== -1) return found;
  settle(frame);
  const { opcode, B, C } = frame.code[pc] as Instruction;
  if (opcode !== OP.GETTABUP) putOperand(frame, B, tag, of);
  putOperand(frame, C, keyTag, key);
  return result(frame, pc);
};

/** `of[key] = value`, for a constant text. */
export const set = (frame: Frame, site: Site, tag: number, of: unknown, valueTag: number, value: unknown): boolean => {
  frame.thread.frame = frame;
  frame.pc = site.pc + 1;
  if (tag === TABLE && setField(frame, site, of as LuaTable, valueTag, value)) return true;
  return interpretPut(frame, site.pc, tag, of, valueTag, value);
};

/** `of[key] = value` */
export const setAt = (
  frame: Frame,
  pc: number,
  tag: number,
  of: unknown,
  keyTag: number,
  key: unknown,
  valueTag: number,
  value: unknown,
): boolean => {
  frame.thread.frame = frame;
  frame.pc = pc + 1;
  if (tag === TABLE && setElement(frame.thread, of as LuaTable, keyTag, key, valueTag, value)) return true;
  settle(frame);
  putOperand(frame, (frame.code[pc] as Instruction).B, keyTag, key);
  return interpretPut(frame, pc, tag, of, valueTag, value);
};

const interpretPut = (
  frame: Frame,
  pc: number,
  tag: number,
  of: unknown,
  valueTag: number,
  value: unknown,
): boolean => {
  settle(frame);
  const { opcode, A, C } = frame.code[pc] as Instruction;
  if (opcode !== OP.SETTABUP) putOperand(frame, A, tag, of);
  putOperand(frame, C, valueTag, value);
  return op(frame, pc) !== undefined;
};

/* The value of any key. */
const element = (table: LuaTable, tag: number, value: unknown): number => {
  if (tag === STRING) return named(table, value as LuaString);
  if (tag === FLOAT || tag === NIL) return -1;
  const at = locate(table, value);
  const found = tagAt(table, at);
  if (found === NIL) return table.metatable === null ? giveNil() : -1;
  S.value = valueAt(table, at);
  return found;
};

/* The value of a string. */
const named = (table: LuaTable, key: LuaString): number => {
  const { slots } = table;
  const at = slotOfString(table, key);
  if (at < 0 || slots[at] === NIL) return table.metatable === null ? giveNil() : -1;
  return give(slots, at);
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
  if (keyTag === STRING) return setNamed(L, table, key as LuaString, tag, value);
  if (typeof key === 'number' && key - 1 === table.list.length && !table.layout.hasIntegers) {
    if (table.metatable !== null) return false;
    append(L, table, tag, value);
    return true;
  }
  const at = locate(table, key);
  if (tagAt(table, at) !== NIL) return put(table, at, tag, value);
  if (table.metatable !== null) return false;
  if (keyTag === INTEGER && key === countElements(table) + 1) append(L, table, tag, value);
  else setValue(L, table, new Value(keyTag, key), tag, value);
  return true;
};

/* Sets a string. */
const setNamed = (L: LuaState, table: LuaTable, key: LuaString, tag: number, value: unknown): boolean => {
  const { slots } = table;
  const at = slotOfString(table, key);
  if (at >= 0 && slots[at] !== NIL) {
    slots[at] = tag;
    slots[at + 1] = value;
    return true;
  }
  if (table.metatable !== null) return false;
  if (at < 0) addEntry(L, table, stringKey(key), tag, value);
  else setSlot(table, at, tag, value);
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
