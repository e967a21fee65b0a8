import type { Integer } from '../values/arithmetic.js';
import type { LuaFunction } from '../values/function.js';
import { TAGGED } from '../values/items.js';
import type { KeyIndex } from '../values/key-index.js';
import type { Layout } from '../values/layout.js';
import { roundUp } from '../values/power-of-two.js';
import { type LuaTable, NO_ITEMS, NO_PAIRS } from '../values/table.js';
import { FLOAT } from '../values/tags.js';

/*
 * What tables take in memory, in bytes, as V8 lays them out on machines of 64 bits: measured by its own heap
 * statistics, which a test compares them with.
 */

const TABLE = 72;
const SIZES = 80;
const FUNCTION = 56;
const UPVALUE = 40;
const ARRAY = 48;
const WORD = 8;
const LAYOUT = 120;
const INDEX = 200;
/* What counts the integers among the keys, without its words. */
const INTEGERS = 250;
/* A place of an index, and its share of the buckets. */
const PLACE = 28;
/* A key that is a text, without its characters. */
const TEXT = 20;
const BOXED = 16;
const BIGINT = 24;
/* A text besides its characters. */
const STRING = 100;

/* What an array has room for that grew to so many items, from the room it had first, by so many at once. */
const roomOf = (length: number, first: number, step: number): number => {
  let room = first;
  while (room < length) {
    const needed = room - (room % step) + step;
    room = needed + (needed >> 1) + 16;
  }
  return room;
};

/* Elements, or pairs, up to which an array has no more room than it needs. */
const SMALL = 16;

/** What a table takes, without its layout and what its values refer to. */
export const weighTable = ({ list, itemTag, slots, capacity, hasSizes }: LuaTable): number => {
  const sizes = hasSizes ? SIZES : 0;
  const tags = itemTag === TAGGED ? ARRAY + WORD * roomOf(list.length, 0, 1) : 0;
  return TABLE + sizes + weighList(list, capacity) + tags + weighSlots(slots);
};

const weighList = (list: readonly unknown[], capacity: number): number =>
  list === NO_ITEMS ? 0 : ARRAY + WORD * roomOf(list.length, Math.min(capacity, SMALL), 1);

const weighSlots = (slots: readonly unknown[]): number =>
  slots === NO_PAIRS ? 0 : ARRAY + WORD * roomOf(slots.length, 2 * Math.min(slots.length / 2, SMALL), 2);

/** What a Lua function takes, as if it shared no upvalue with others. */
export const weighFunction = ({ first, others }: LuaFunction): number => {
  if (first === undefined) return FUNCTION;
  return FUNCTION + UPVALUE + (others.length === 0 ? 0 : ARRAY + others.length * (UPVALUE + WORD));
};

const weighIndex = ({ integers, others }: KeyIndex): number => {
  const words = integers === undefined ? 0 : INTEGERS + integers.room * 4;
  return INDEX + words + PLACE * roundUp(others.size);
};

/** What a layout takes, without keys that are objects. */
export const weighLayout = ({ filed, found, index }: Layout): number => {
  let bytes = LAYOUT + ARRAY + WORD * roomOf(filed.length, 0, 1) + found.length * (WORD + STRING);
  if (index !== undefined) bytes += weighIndex(index);
  for (const key of filed) if (typeof key === 'string') bytes += TEXT + key.length;
  return bytes;
};

/** What a number takes besides its place: floats and large integers are objects. */
export const weighNumber = (tag: number, value: Integer): number => {
  if (typeof value === 'bigint') return BIGINT;
  return tag === FLOAT || (value | 0) !== value ? BOXED : 0;
};
