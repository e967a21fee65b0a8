import type { Runtime } from '../state/runtime.js';
import { NIL } from '../values/tags.js';
import type { LuaTable } from '../values/types.js';

/** Tables may nest this deep when they leave the VM. */
export const MAX_DEPTH = 200;

/** Whether a table is a list: keys 1 to n and no others; an empty one only if it is marked. */
export const isList = (runtime: Runtime, table: LuaTable): boolean => {
  if (table.list.length === 0) return runtime.arrays.has(table) && isEmpty(table);
  return table.holes === 0 && isEmpty(table);
};

/* Whether the keyed part has no values. */
const isEmpty = (table: LuaTable): boolean => {
  for (let entry = table.first; entry !== undefined; entry = entry.next) if (entry.value.type !== NIL) return false;
  return true;
};
