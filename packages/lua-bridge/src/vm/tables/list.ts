import { addItem, TAGGED } from '../values/items.js';
import { type LuaTable, NO_ITEMS, NO_TAGS } from '../values/table.js';
import { NIL } from '../values/tags.js';
import { makeRoom, SMALL } from './room.js';

/* How the list part of a table grows and shrinks. */

/** Gives a short list room for as many elements as its table has capacity for. */
export const fitList = (table: LuaTable): void => {
  const { list, capacity } = table;
  if (list !== NO_ITEMS && capacity > SMALL) return;
  table.list = makeRoom(capacity);
  for (const item of list) table.list.push(item);
};

/** Adds an element behind the last one. */
export const pushElement = (table: LuaTable, tag: number, value: unknown): void => {
  if (table.list === NO_ITEMS) fitList(table);
  addItem(table, tag, value);
  const { length } = table.list;
  if (length > table.capacity && length > table.reach) table.reach = length;
};

/** Drops the last element, which is being removed, and those before it that have been. */
export const dropLast = (table: LuaTable): void => {
  const { list } = table;
  do {
    const { length } = list;
    // An engine gives room back where the length is set, and not where an optimised function takes one by one.
    if (length > SMALL && (length & (length - 1)) === 0) cut(table, length - 1);
    else list.pop();
    table.holes--;
  } while (list.length > 0 && list[list.length - 1] === undefined);
  if (list.length === 0) empty(table);
};

/** Drops all elements but so many. */
export const cut = (table: LuaTable, length: number): void => {
  table.list.length = length;
  if (table.itemTag === TAGGED) table.tags.length = length;
};

const empty = (table: LuaTable): void => {
  if (table.capacity > SMALL) table.list = NO_ITEMS;
  if (table.itemTag === TAGGED) table.tags = NO_TAGS;
  table.itemTag = NIL;
};
