import type { Layout } from '../values/layout.js';
import { type LuaTable, NO_TAGS, NO_VALUES } from '../values/table.js';

/*
 * What tables take in memory, in bytes, as V8 lays them out on machines of 64 bits: measured by its own heap
 * statistics, which a test compares them with.
 */

const TABLE = 120;
const ARRAY = 48;
const WORD = 8;
const LAYOUT = 88;
const INDEX = 48;
/* A place of an index, and its share of the buckets. */
const PLACE = 28;
/* A key that is a text, without its characters. */
const TEXT = 20;
/* A number that is not a small integer. */
const BOXED = 16;

/** Elements for which an array has room that grew to so many one by one, from the room it had first. */
const roomOf = (length: number, first: number): number => {
  let room = first;
  while (room < length) room += (room >> 1) + 17;
  return room;
};

/* Elements up to which an array has no more room than it needs. */
const SMALL = 16;

/** What a table takes, without what its values refer to. */
export const weighTable = ({ tags, slots, layout, capacity }: LuaTable): number => {
  let bytes = TABLE;
  if (tags !== NO_TAGS) bytes += 2 * (ARRAY + WORD * roomOf(tags.length, Math.min(capacity, SMALL)));
  if (slots !== NO_VALUES) bytes += ARRAY + WORD * roomOf(slots.length, Math.min(slots.length, SMALL * 2));
  return layout.isShared ? bytes : bytes + weighLayout(layout);
};

const weighLayout = ({ filed, isIndexed }: Layout): number => {
  let bytes = LAYOUT + ARRAY + WORD * roomOf(filed.length, 0);
  if (isIndexed) bytes += INDEX + PLACE * 2 ** Math.ceil(Math.log2(filed.length));
  for (const key of filed) if (typeof key === 'string') bytes += TEXT + key.length;
  return bytes;
};

/** What values take that are numbers, besides their places. */
export const weighNumbers = (values: readonly unknown[]): number => {
  let bytes = 0;
  for (const value of values) if (typeof value === 'number' && (value | 0) !== value) bytes += BOXED;
  return bytes;
};
