import { type LuaTable, NO_TAGS } from '../values/table.js';
import { NIL } from '../values/tags.js';

/* How the list part of a table grows and shrinks. */

/** Elements up to which a list gets no more room than it needs. */
const SMALL = 16;

const zeros: readonly number[][] = Array.from({ length: SMALL + 1 }, (_, length) => {
  const list: number[] = [];
  for (let n = 0; n < length; n++) list.push(0);
  return list;
});

/**
 * An empty array with room for so many elements, if they are few: an engine that lets one grow begins with room for 17.
 * A copy, because an engine makes arrays that code writes out like those that were made there before.
 */
const makeArray = (room: number): number[] => {
  const array = (zeros[room <= SMALL ? room : 0] as number[]).slice();
  while (array.length > 0) array.pop();
  return array;
};

/** Gives a short list room for as many elements as its table has capacity for. */
export const fitList = (table: LuaTable): void => {
  const { tags, values, capacity } = table;
  if (tags !== NO_TAGS && capacity > SMALL) return;
  table.tags = makeArray(capacity);
  table.values = makeArray(capacity);
  for (let n = 0; n < tags.length; n++) {
    table.tags.push(tags[n] as number);
    table.values.push(values[n]);
  }
};

/** Adds an element behind the last one. */
export const pushElement = (table: LuaTable, tag: number, value: unknown): void => {
  if (table.tags === NO_TAGS) fitList(table);
  table.values.push(value);
  const length = table.tags.push(tag);
  if (length > table.capacity && length > table.reach) table.reach = length;
};

/** Drops the last element, which is being removed, and those before it that have been. */
export const dropLast = (table: LuaTable): void => {
  const { tags, values } = table;
  do {
    tags.pop();
    values.pop();
    table.holes--;
  } while (tags.length > 0 && tags[tags.length - 1] === NIL);
};
