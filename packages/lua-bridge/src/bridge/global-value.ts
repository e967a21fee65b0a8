import type { Runtime } from '../vm/state/lua-state.js';
import { getField } from '../vm/tables/table.js';
import type { LuaTable } from '../vm/values/table.js';
import { TABLE } from '../vm/values/tags.js';
import { Value } from '../vm/values/value.js';
import type { LuaValue } from './lua-value.js';
import { toJs } from './to-js.js';

/** The value at a dotted path of the globals of a state, without metamethods; undefined if there is none. */
export const globalValue = (runtime: Runtime, path: string): LuaValue => {
  // The run is over; reading its state is the host's own work.
  runtime.budget.lift();
  let value = new Value(TABLE, runtime.globals);
  for (const name of path.split('.')) {
    if (value.type !== TABLE) return undefined;
    value = getField(value.value as LuaTable, name);
  }
  return toJs(runtime.L, value);
};
