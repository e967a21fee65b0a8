import type { Runtime } from '../../vm/state/lua-state.js';
import { countKeys } from '../../vm/tables/table.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { textOf } from '../../vm/values/text.js';
import { isNumber, Value } from '../../vm/values/value.js';

/** A value of a table in the order in which people read it. */
export interface Item {
  /** Its key; undefined in the list part, where the place says it. */
  key: Value | undefined;
  /** The key's text if it is a string. */
  text: string | undefined;
  value: Value;
}

const ITEM_BYTES = 100;

/** The values of a table: the list up to its first hole, then the rest by key, numbers before texts. */
export function* itemsOf(runtime: Runtime, table: LuaTable): Generator<Item> {
  runtime.budget.spend(countKeys(table) * 4);
  const { list } = table;
  let at = 0;
  for (let value = list[at]; value !== undefined && value.type !== NIL; value = list[++at]) {
    yield { key: undefined, text: undefined, value };
  }
  yield* sortRest(runtime, table, at);
}

const sortRest = (runtime: Runtime, table: LuaTable, from: number): Keyed[] => {
  runtime.budget.allocate((countKeys(table) - from) * ITEM_BYTES);
  const rest: Keyed[] = [];
  for (let at = from; at < table.list.length; at++) {
    const value = table.list[at] as Value;
    if (value.type !== NIL) rest.push({ key: new Value(INTEGER, at + 1), text: undefined, value });
  }
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    const { key, value } = entry;
    if (value.type === NIL) continue;
    rest.push({ key, text: key.type === STRING ? textOf(key.value as LuaString) : undefined, value });
  }
  return rest.sort(compareKeys);
};

interface Keyed extends Item {
  key: Value;
}

const compareKeys = ({ key: a, text: left }: Keyed, { key: b, text: right }: Keyed): number => {
  if (left !== undefined && right !== undefined) return left < right ? -1 : 1;
  return isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : a.type - b.type;
};
