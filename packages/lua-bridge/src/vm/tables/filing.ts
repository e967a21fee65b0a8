import { tagOfKey } from '../state/key-tag.js';
import type { LuaState } from '../state/lua-state.js';
import { FEW, Layout } from '../values/layout.js';
import { type LuaString, stringKey } from '../values/string.js';
import { type LuaTable, NO_PAIRS } from '../values/table.js';
import { FLOAT, NIL, STRING } from '../values/tags.js';
import { Value } from '../values/value.js';
import { makePairs, SMALL } from './room.js';

/* How the keyed part of a table files its keys. */

/** Under what a table files a key. Floats equal to an integer are filed as that integer, as Lua does. */
export const keyOf = (key: Value): unknown => {
  if (key.type === STRING) return stringKey(key.value as LuaString);
  return key.type === FLOAT ? floatKey(key.value as number) : key.value;
};

const floatKey = (value: number): number | bigint => {
  if (Number.isSafeInteger(value)) return value + 0;
  const fits = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
  return fits ? BigInt(value) : value;
};

/** The key of a slot. */
export const keyAt = (layout: Layout, n: number): Value => {
  const filed = layout.filed[n];
  if (typeof filed === 'string') return new Value(STRING, layout.stringAt(n));
  return new Value(tagOfKey(filed), filed);
};

/** Keys of a table's layout, those that were removed too. */
export const countSlots = ({ layout }: LuaTable): number => layout.filed.length - layout.vacant;

/** Adds a key behind the others. */
export const file = (L: LuaState, table: LuaTable, filed: unknown, tag: number, value: unknown): void => {
  if (table.removed > FEW && table.removed > countSlots(table) >> 1) sweep(table);
  const at = table.layout.filed.length * 2;
  const { runtime } = L;
  const { layouts } = runtime;
  const before = layouts.bytes;
  table.layout = layouts.extend(table.layout, filed);
  if (layouts.bytes > before) {
    runtime.layoutBytes += layouts.bytes - before;
    runtime.budget.allocate(layouts.bytes - before);
  }
  fillSlot(table, at, tag, value);
};

/** Sets the slot behind the last one that is in use. */
export const fillSlot = (table: LuaTable, at: number, tag: number, value: unknown): void => {
  let { slots } = table;
  if (at === slots.length) {
    if (at >= SMALL * 2) {
      slots.push(tag, value);
      return;
    }
    slots = table.slots = enlarge(slots);
  }
  slots[at] = tag;
  slots[at + 1] = value;
};

/** Sets the slot of a key that is no integer, to nil as well. */
export const setSlot = (table: LuaTable, at: number, tag: number, value: unknown): void => {
  const { slots } = table;
  const change = Number(tag === NIL) - Number(slots[at] === NIL);
  slots[at] = tag;
  slots[at + 1] = value;
  table.removed += change;
  table.free += change;
};

const enlarge = (slots: readonly unknown[]): unknown[] => {
  const larger = makePairs(Math.max(1, slots.length));
  for (let n = 0; n < slots.length; n++) larger[n] = slots[n];
  return larger;
};

/** Lets a slot go whose value was removed, because its key gets another. */
export const unfile = (table: LuaTable, filed: unknown): void => {
  const at = table.layout.find(filed);
  if (at < 0) return;
  table.layout.vacate(at);
  table.removed--;
};

/* Drops the slots whose values were removed. */
const sweep = (table: LuaTable): void => {
  const { layout, slots } = table;
  const swept: unknown[] = [];
  table.layout = new Layout([], false);
  table.layout.hasIntegers = layout.hasIntegers;
  for (const [n, filed] of layout.filed.entries()) {
    if (slots[n * 2] === NIL) continue;
    table.layout.add(filed);
    swept.push(slots[n * 2], slots[n * 2 + 1]);
  }
  table.slots = swept.length === 0 ? NO_PAIRS : swept;
  table.removed = 0;
};
