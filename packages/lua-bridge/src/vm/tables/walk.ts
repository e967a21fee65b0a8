import { exchange } from '../state/exchange.js';
import { itemTagAt } from '../values/items.js';
import { type LuaString, stringKey } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { INTEGER, NIL, STRING } from '../values/tags.js';
import { keyAt } from './filing.js';

const NO_STEP = -1;

/**
 * The tag of the value behind a key in the order of `next`; nil at the end. The exchange then has the value, its key,
 * and `at`, which is to be given back with that key. It begins only in tables whose keys are texts and elements, and
 * goes on only from such a key; -1 for any other.
 * @param at What the exchange had with the key; any number if it is another one.
 */
export const walk = (table: LuaTable, keyTag: number, key: unknown, at: number): number => {
  const { isShared } = table.layout;
  if (keyTag === STRING) {
    const text = stringKey(key as LuaString);
    const slot = table.layout.findNear(text, at * 2);
    return slot < 0 ? NO_STEP : giveField(table, slot / 2 + 1);
  }
  // Only other keys may be in the way.
  if (!isShared || (keyTag !== NIL && (keyTag !== INTEGER || typeof key !== 'number'))) return NO_STEP;
  const after = keyTag === NIL ? 0 : (key as number);
  const { list } = table;
  if (after < 0 || after > list.length) return NO_STEP;
  for (let n = after; n < list.length; n++) {
    const value = list[n];
    if (value !== undefined) return give(n, INTEGER, n + 1, itemTagAt(table, n), value);
  }
  return giveField(table, 0);
};

const giveField = ({ layout, slots }: LuaTable, from: number): number => {
  const { filed } = layout;
  for (let n = from; n < filed.length; n++) {
    const tag = slots[n * 2] as number;
    if (tag === NIL || filed[n] === 0) continue;
    const { type, value } = keyAt(layout, n);
    return give(n, type, value, tag, slots[n * 2 + 1]);
  }
  return NIL;
};

const give = (at: number, keyTag: number, key: unknown, tag: number, value: unknown): number => {
  exchange.at = at;
  exchange.keyTag = keyTag;
  exchange.key = key;
  exchange.value = value;
  return tag;
};
