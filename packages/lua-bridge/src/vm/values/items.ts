import type { LuaTable } from './table.js';
import { NIL } from './tags.js';

/* The list part of a table. Most lists hold values of one kind: then there is no tag for each. */

/** In place of a tag: that each element of a list has its own. */
export const MIXED = -1;

/** How many elements a list has, those that are absent too. */
export const countElements = ({ list }: LuaTable): number => list.length;

/** The tag of a place of the list, counted from 0; that of nil if there is nothing. */
export const itemTagAt = (table: LuaTable, n: number): number => {
  if (table.list[n] === undefined) return NIL;
  return table.itemTag === MIXED ? (table.tags[n] as number) : table.itemTag;
};

/** Sets a place of the list that is there. */
export const setItem = (table: LuaTable, n: number, tag: number, value: unknown): void => {
  if (tag === NIL) {
    table.list[n] = undefined;
    return;
  }
  if (tag !== table.itemTag) admit(table, tag);
  table.list[n] = value;
  if (table.itemTag === MIXED) table.tags[n] = tag;
};

/** Adds a place to the list, behind the others. */
export const addItem = (table: LuaTable, tag: number, value: unknown): void => {
  if (tag === NIL) {
    table.list.push(undefined);
    return;
  }
  if (tag !== table.itemTag) admit(table, tag);
  const length = table.list.push(value);
  if (table.itemTag === MIXED) table.tags[length - 1] = tag;
};

/* Sees that a list may hold values of a tag that it does not have. */
const admit = (table: LuaTable, tag: number): void => {
  const { list, itemTag } = table;
  if (itemTag === NIL || list.length === 0) table.itemTag = tag;
  else if (itemTag !== MIXED) {
    table.tags = new Array<number>(list.length).fill(itemTag);
    table.itemTag = MIXED;
  }
};
