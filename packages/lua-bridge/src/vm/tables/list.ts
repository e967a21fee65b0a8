import { addItem } from '../values/items.js';
import { type LuaTable, NO_ITEMS } from '../values/table.js';
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
    list.pop();
    table.holes--;
  } while (list.length > 0 && list[list.length - 1] === undefined);
};
