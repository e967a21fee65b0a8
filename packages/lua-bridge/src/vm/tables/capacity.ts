import { countElements } from '../values/items.js';
import { roundUp } from '../values/power-of-two.js';
import type { LuaTable } from '../values/table.js';
import { NIL } from '../values/tags.js';
import { countSlots } from './filing.js';

/*
 * Where a list has holes, its length depends on how much room Lua's own implementation has in its array, and so does
 * whether key 0 is visited before the elements. Lua says nothing of either, but scripts lean on both; so the sizes are
 * reckoned as `ltable.c` does it. What is really allocated is another matter: see `lua-table.ts`.
 */

/** Elements beyond this are never in an array. */
const MOST = 2 ** 26;

/** Notes room for another key, `index` if it is a positive integer; true if the sizes were reckoned anew. */
export const claimPlace = (table: LuaTable, index: number): boolean => {
  if (table.claim()) return false;
  const follows = index === countElements(table) + 1;
  if (!table.layout.hasIntegers && table.holes === 0 && (follows || index === 0)) resizeFull(table, index);
  else resize(table, index);
  return true;
};

const countLiveKeys = (table: LuaTable): number => countSlots(table) - table.removed;

/* The list has no holes, no other key is a positive integer, and the new one comes next in it or is none. */
const resizeFull = (table: LuaTable, index: number): void => {
  const keys = countLiveKeys(table) + (index === 0 ? 1 : 0);
  table.resize(roundUp(index === 0 ? countElements(table) : index), roundUp(keys) - keys);
};

const resize = (table: LuaTable, index: number): void => {
  const slices = countIndices(table, index);
  let [elements, total] = [0, 0];
  for (const count of slices) total += count;
  let capacity = 0;
  for (let slice = 0, seen = 0, size = 1; slice < slices.length && total > size / 2; slice++, size *= 2) {
    seen += slices[slice] as number;
    if (seen > size / 2) [capacity, elements] = [size, seen];
  }
  const keys = Math.max(0, countLiveKeys(table) + countElements(table) - table.holes + 1 - elements);
  table.resize(capacity, roundUp(keys) - keys);
};

/* How many of the integer keys lie above each power of two and up to the next, the new one counted in. */
const countIndices = (table: LuaTable, index: number): number[] => {
  const slices = sliceList(table);
  const count = (key: number): void => {
    if (key < 1 || key > MOST || !Number.isInteger(key)) return;
    const slice = 32 - Math.clz32(key - 1);
    slices[slice] = (slices[slice] as number) + 1;
  };
  count(index);
  if (!table.layout.hasIntegers) return slices;
  table.layout.filed.forEach((filed, n) => {
    if (typeof filed === 'number' && table.slots[n * 2] !== NIL) count(filed);
  });
  return slices;
};

const sliceList = (table: LuaTable): number[] => {
  const { list } = table;
  const length = countElements(table);
  const slices: number[] = [];
  let { holes } = table;
  for (let slice = 0, from = 0; slice < 27; slice++) {
    const to = Math.min(1 << slice, length);
    let count = Math.max(0, to - from);
    for (let n = from; holes > 0 && n < to; n++) {
      if (list[n] !== undefined) continue;
      count--;
      holes--;
    }
    slices.push(count);
    from = Math.max(from, to);
  }
  return slices;
};
