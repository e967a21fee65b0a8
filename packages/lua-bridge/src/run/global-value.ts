import { lobject } from '../fengari/internals.js';
import { getField, globalsOf } from '../fengari/table.js';
import { TABLE } from '../fengari/tags.js';
import type { LuaTable } from '../fengari/types.js';
import { toJs } from '../values/to-js.js';
import type { LuaValue } from '../values/lua-value.js';
import type { Runtime } from './runtime.js';

/** The value at a dotted path of the globals of a state, without metamethods; undefined if there is none. */
export const globalValue = (runtime: Runtime, path: string): LuaValue => {
  // The run is over; reading its state is the host's own work.
  runtime.budget.lift();
  let value = new lobject.TValue(TABLE, globalsOf(runtime.L));
  for (const name of path.split('.')) {
    if (value.type !== TABLE) return undefined;
    value = getField(value.value as LuaTable, name);
  }
  return toJs(runtime.L, value);
};
