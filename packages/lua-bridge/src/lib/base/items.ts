import type { Runtime } from '../../vm/state/lua-state.js';
import { countKeys, elementAt, forEachField, hasElement } from '../../vm/tables/table.js';
import { countElements } from '../../vm/values/items.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { INTEGER, STRING } from '../../vm/values/tags.js';
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
  let at = 0;
  for (; hasElement(table, at); at++) {
    yield { key: undefined, text: undefined, value: elementAt(table, at) };
  }
  yield* sortRest(runtime, table, at);
}

const sortRest = (runtime: Runtime, table: LuaTable, from: number): Keyed[] => {
  runtime.budget.allocate((countKeys(table) - from) * ITEM_BYTES);
  const rest: Keyed[] = [];
  for (let at = from; at < countElements(table); at++) {
    if (hasElement(table, at))
      rest.push({ key: new Value(INTEGER, at + 1), text: undefined, value: elementAt(table, at) });
  }
  forEachField(table, (key, value) => {
    rest.push({ key, text: key.type === STRING ? textOf(key.value as LuaString) : undefined, value });
  });
  return rest.sort(compareKeys);
};

interface Keyed extends Item {
  key: Value;
}

const compareKeys = ({ key: a, text: left }: Keyed, { key: b, text: right }: Keyed): number => {
  if (left !== undefined && right !== undefined) return left < right ? -1 : 1;
  return isNumber(a) && isNumber(b) ? Number(a.value) - Number(b.value) : a.type - b.type;
};
