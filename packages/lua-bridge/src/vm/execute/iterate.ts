import { exchange } from '../state/exchange.js';
import type { LuaState } from '../state/lua-state.js';
import type { Native } from '../state/native.js';
import { walk } from '../tables/walk.js';
import { itemTagAt } from '../values/items.js';
import type { LuaTable } from '../values/table.js';
import { INTEGER, LIGHT_NATIVE, NIL, TABLE } from '../values/tags.js';
import { assign, type Value } from '../values/value.js';

/* What the iterators of `pairs` and `ipairs` do in a generic `for`, without a call. */

/**
 * Takes the next step of a loop whose iterator, state and control variable are at `base` on the stack, into the `count`
 * variables behind them; false where the iterator must be called.
 */
export const stepInPlace = (L: LuaState, base: number, count: number): boolean => {
  const iterator = L.stack[base] as Value;
  const state = L.stack[base + 1] as Value;
  if (iterator.type !== LIGHT_NATIVE || state.type !== TABLE || count > 2) return false;
  const { walksLists, walksTables } = iterator.value as Native;
  if (walksLists === true) return stepList(L, base, count, state.value as LuaTable);
  return walksTables === true && stepTable(L, base, count, state.value as LuaTable);
};

const stepList = ({ stack }: LuaState, base: number, count: number, table: LuaTable): boolean => {
  const { type, value } = stack[base + 2] as Value;
  if (type !== INTEGER || typeof value !== 'number') return false;
  const { list, metatable } = table;
  // Whatever is not in the list, the iterator finds, or the end.
  if (metatable !== null || value < 0 || value >= list.length || list[value] === undefined) return false;
  const index = stack[base + 3] as Value;
  index.type = INTEGER;
  index.value = value + 1;
  if (count < 2) return true;
  const item = stack[base + 4] as Value;
  item.type = table.itemTag >= 0 ? table.itemTag : itemTagAt(table, value);
  item.value = list[value];
  return true;
};

const stepTable = ({ stack }: LuaState, base: number, count: number, table: LuaTable): boolean => {
  const { type, value } = stack[base + 2] as Value;
  // Where the key was: most often that of this loop is the one that was found last.
  const tag = walk(table, type, value, exchange.at);
  if (tag < 0) return false;
  if (tag === NIL) assign(stack[base + 3] as Value, NIL, null);
  else assign(stack[base + 3] as Value, exchange.keyTag, exchange.key);
  if (count === 2) assign(stack[base + 4] as Value, tag, tag === NIL ? null : exchange.value);
  return true;
};
