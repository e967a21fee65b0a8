import { type LuaTable, NO_TAGS } from '../values/table.js';
import { NIL } from '../values/tags.js';

/* How the list part of a table grows and shrinks. */

/** Elements up to which a list gets no more room than it needs. */
const SMALL = 16;

const fill = <Item>(item: Item): readonly Item[][] =>
  Array.from({ length: SMALL + 1 }, (_, length) => {
    const list: Item[] = [];
    for (let n = 0; n < length; n++) list.push(item);
    return list;
  });

/*
 * An engine lays out an array by what it holds, and compiles code for the layouts it has seen. Arrays of values are of
 * the most general one from the start, all of them alike: so they never change, and no code is compiled twice.
 */
const zeros = fill(0);
const nulls = fill<unknown>(null);

/* An empty array with room for so many elements, if they are few: one that grows by itself begins with room for 17. */
const makeArray = <Item>(samples: readonly Item[][], room: number): Item[] => {
  const array = (samples[room <= SMALL ? Math.max(1, room) : 1] as Item[]).slice();
  while (array.length > 0) array.pop();
  return array;
};

/** Gives a short list room for as many elements as its table has capacity for. */
export const fitList = (table: LuaTable): void => {
  const { tags, values, capacity } = table;
  if (tags !== NO_TAGS && capacity > SMALL) return;
  table.tags = makeArray(zeros, capacity);
  table.values = makeArray(nulls, capacity);
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
