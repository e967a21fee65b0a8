import { LuaFunction } from './function.js';
import { LuaString } from './string.js';
import type { LuaTable } from './table.js';
import { BOOLEAN, FLOAT, INTEGER, LUA_FUNCTION, NIL, STRING, TABLE } from './tags.js';

/*
 * The list part of a table. There is no tag for each of its values where one holds for all of them. Nor where there are
 * several kinds, as in the row of a file, for values tell what they are, but for numbers: which of the first ones are
 * floats is in the bits of a word.
 */

/** In place of a tag: that the table's `tags` has that of each element. */
export const TAGGED = -1;
/* The same: that values tell their tags, and none is a float. It is less by the word that says which ones are. */
const TOLD = -2;
/* Places whose bits the word has. */
const PLACES = 28;

/** How many elements a list has, those that are absent too. */
export const countElements = ({ list }: LuaTable): number => list.length;

/** The tag of a place of the list, counted from 0; that of nil if there is nothing. */
export const itemTagAt = (table: LuaTable, n: number): number => {
  const value = table.list[n];
  if (value === undefined) return NIL;
  return table.itemTag >= 0 ? table.itemTag : tagAmong(table, n, value);
};

/** The tag of a value at a place of a list of several kinds. */
export const tagAmong = (table: LuaTable, n: number, value: unknown): number => {
  const { itemTag } = table;
  if (itemTag === TAGGED) return table.tags[n] as number;
  switch (typeof value) {
    case 'number':
      return n < PLACES && ((TOLD - itemTag) & (1 << n)) !== 0 ? FLOAT : INTEGER;
    case 'bigint':
      return INTEGER;
    case 'boolean':
      return BOOLEAN;
    default:
      if (value instanceof LuaString) return STRING;
      return value instanceof LuaFunction ? LUA_FUNCTION : TABLE;
  }
};

/** Sets a place of the list that is there. */
export const setItem = (table: LuaTable, n: number, tag: number, value: unknown): void => {
  if (tag !== NIL && tag !== table.itemTag) note(table, n, tag);
  table.list[n] = tag === NIL ? undefined : value;
};

/** Adds a place to the list, behind the others. */
export const addItem = (table: LuaTable, tag: number, value: unknown): void => {
  if (tag === table.itemTag && tag !== NIL) table.list.push(value);
  else addOther(table, tag, value);
};

/* Apart, so that an engine has room for what lists get as a rule where that is called. */
const addOther = (table: LuaTable, tag: number, value: unknown): void => {
  if (tag !== NIL) note(table, table.list.length, tag);
  table.list.push(tag === NIL ? undefined : value);
};

/* Notes the tag of what a place is about to get, where it is not that of all. */
const note = (table: LuaTable, n: number, tag: number): void => {
  if (table.itemTag === NIL || table.list.length === 0) {
    table.itemTag = tag;
    return;
  }
  if (table.itemTag >= 0) mix(table);
  if (table.itemTag !== TAGGED && !(tag === FLOAT ? n < PLACES : isTold(tag))) tagAll(table);
  if (table.itemTag === TAGGED) table.tags[n] = tag;
  else if (n < PLACES) {
    const floats = TOLD - table.itemTag;
    table.itemTag = TOLD - (tag === FLOAT ? floats | (1 << n) : floats & ~(1 << n));
  }
};

/* Lets a list of one kind have others. */
const mix = (table: LuaTable): void => {
  const { list, itemTag } = table;
  if (itemTag === FLOAT && list.length <= PLACES) table.itemTag = TOLD - ((1 << list.length) - 1);
  else if (isTold(itemTag)) table.itemTag = TOLD;
  else tagAll(table);
};

const tagAll = (table: LuaTable): void => {
  table.tags = table.list.map((_, n) => itemTagAt(table, n));
  table.itemTag = TAGGED;
};

/* Whether a value tells that this is its tag; of numbers, integers do. */
const isTold = (tag: number): boolean =>
  tag === INTEGER || tag === BOOLEAN || tag === STRING || tag === TABLE || tag === LUA_FUNCTION;
