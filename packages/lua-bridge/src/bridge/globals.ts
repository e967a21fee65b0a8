import type { Runtime } from '../vm/state/lua-state.js';
import { forEachEntry, getField, setField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { nameOfKind, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { textOf } from '../vm/values/text.js';
import { isFunction, Value } from '../vm/values/value.js';
import { findMeant } from './did-you-mean.js';
import { LuaError } from './lua-error.js';
import type { LuaValue } from './lua-value.js';
import { findMount } from './mount.js';
import { expose } from './namespace.js';
import type { Namespace } from './namespace-tree.js';
import { toJs } from './to-js.js';

/* The globals of a state as the host uses them: by dotted path, and without metamethods. */

/** The value of a global; undefined if there is none. */
export const readGlobal = (runtime: Runtime, path: string): LuaValue => {
  // Reading a state is the host's own work.
  runtime.budget.lift();
  return toJs(runtime.L, findGlobal(runtime, path));
};

/**
 * A global function.
 * @throws LuaError `unknown_function` with the name that was probably meant.
 */
export const findFunction = (runtime: Runtime, path: string): Value => {
  const value = findGlobal(runtime, path);
  if (isFunction(value)) return value;
  if (value.type !== NIL) {
    const message = `${path} is no function but a ${nameOfKind(value.type)}`;
    throw new LuaError(message, { code: 'unknown_function', field: path });
  }
  const cut = path.lastIndexOf('.') + 1;
  const parent = cut === 0 ? new Value(TABLE, runtime.globals) : findGlobal(runtime, path.slice(0, cut - 1));
  const { hint, suggestion } = findMeant(path.slice(cut), listFunctions(runtime, parent));
  throw new LuaError(`Unknown function: ${path}. ${hint}`, { code: 'unknown_function', field: path, suggestion });
};

/** Puts what is mounted at a path into the globals: where a script has a table of its own on the way, into that. */
export const exposeAt = (runtime: Runtime, root: Namespace, path: string): void => {
  const names = path.split('.');
  let table = runtime.globals;
  let depth = 1;
  for (; depth < names.length; depth++) {
    const { type, value } = getField(table, names[depth - 1] as string);
    if (type !== TABLE || runtime.readonly.has(value as LuaTable)) break;
    table = value as LuaTable;
  }
  const at = names.slice(0, depth).join('.');
  const mounted = findMount(root, at);
  if (mounted === undefined) return;
  const { type, value } = expose(runtime.L, mounted, at);
  setField(runtime.L, table, names[depth - 1] as string, type, value);
};

const findGlobal = (runtime: Runtime, path: string): Value => {
  let value = new Value(TABLE, runtime.globals);
  for (const name of path.split('.')) {
    if (value.type !== TABLE) return new Value(NIL, null);
    value = getField(value.value as LuaTable, name);
  }
  return value;
};

/* Names of functions in a table; those of the script come first. */
const listFunctions = (runtime: Runtime, parent: Value): string[] => {
  const names: string[] = [];
  if (parent.type !== TABLE) return names;
  forEachEntry(parent.value as LuaTable, (key, value) => {
    if (key.type === STRING && isFunction(value)) names.unshift(textOf(key.value as LuaString));
  });
  return names;
};
