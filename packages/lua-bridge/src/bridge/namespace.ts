import { next } from '../lib/base/pairs.js';
import { writePlainly } from '../lib/base/tostring.js';
import { arg, pushNative, pushNil, pushTable, pushValue } from '../vm/native/frame.js';
import { raise } from '../vm/native/raise.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { appendField, getField, setField } from '../vm/tables/table.js';
import { type LuaString, stringKey } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, LIGHT_NATIVE, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { decode, luaString, textOf } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';
import { locate } from './conversion-error.js';
import { findMeant } from './did-you-mean.js';
import { BridgeError, raiseHost } from './host-error.js';
import type { Mount, Namespace } from './namespace-tree.js';
import { toLua } from './to-lua.js';

/** Puts everything that was mounted into the globals of a state. */
export const exposeAll = (L: LuaState, root: Namespace): void => {
  const { globals } = L.runtime;
  const { layout } = globals;
  for (const [name, child] of root.children) {
    const value = expose(L, child, name);
    const key = luaString(name);
    // Few have a name that is there already.
    if (value.type !== NIL && layout.find(stringKey(key)) < 0) appendField(L, globals, key, value);
    else setField(L, globals, name, value.type, value.value);
  }
};

/** A mounted value as Lua sees it; a namespace is a table of its own each time. */
export const expose = (L: LuaState, mount: Mount, path: string): Value => {
  if (mount.kind === 'namespace') return new Value(TABLE, createNamespaceTable(L, mount, path));
  try {
    return toLua(L, mount.value, path);
  } catch (error) {
    throw locate(error, path);
  }
};

/*
 * A namespace is an empty table, so that every access reaches its metatable: reads go to a table of what was used
 * so far and from there to the mounted tree, writes are refused.
 */
const createNamespaceTable = (L: LuaState, namespace: Namespace, path: string): LuaTable => {
  const table = newTable(L);
  const used = newTable(L);
  used.metatable = createMetatable(L, { __index: lookUp(namespace, used, path) });
  table.metatable = createMetatable(L, { __newindex: refuse(path), __pairs: listNames(namespace, used, path) });
  setField(L, table.metatable, '__index', TABLE, used);
  setField(L, table.metatable, '__name', STRING, luaString('namespace'));
  setField(L, table.metatable, '__metatable', BOOLEAN, false);
  L.runtime.readonly.set(table, path);
  return table;
};

const createMetatable = (L: LuaState, fields: Record<string, (L: LuaState) => number>): LuaTable => {
  const table = newTable(L);
  for (const [name, fn] of Object.entries(fields)) appendField(L, table, luaString(name), new Value(LIGHT_NATIVE, fn));
  return table;
};

const lookUp =
  (namespace: Namespace, used: LuaTable, path: string) =>
  (L: LuaState): number => {
    const key = arg(L, 2);
    if (key.type !== STRING) return pushNil(L);
    const name = readName(L, key.value as LuaString);
    const child = namespace.children.get(name);
    if (child === undefined) {
      const field = `${path}.${name}`;
      const { hint, suggestion } = findMeant(name, [...namespace.children.keys()]);
      const message = `Unknown function: ${field}. ${hint}`;
      return raiseHost(L, new BridgeError('unknown_function', message, { field, suggestion }));
    }
    return pushValue(L, useChild(L, child, used, path, name));
  };

const useChild = (L: LuaState, child: Mount, used: LuaTable, path: string, name: string): Value => {
  try {
    const value = expose(L, child, `${path}.${name}`);
    setField(L, used, name, value.type, value.value);
    return value;
  } catch (error) {
    return raiseHost(L, error);
  }
};

/* Longer names are not worth showing, nor their decoding. */
const LONGEST_NAME = 200;

const readName = (L: LuaState, key: LuaString): string => {
  const { length } = key.bytes;
  if (length <= LONGEST_NAME) return textOf(key);
  L.runtime.budget.spend(length >> 4);
  return `${decode(key.bytes.subarray(0, LONGEST_NAME))}…`;
};

const refuse =
  (path: string) =>
  (L: LuaState): number => {
    const key = readName(L, writePlainly(L, arg(L, 2)));
    return raise(L, `cannot set '${path}.${key}': the namespace is read-only`);
  };

const listNames =
  (namespace: Namespace, used: LuaTable, path: string) =>
  (L: LuaState): number => {
    const copy = newTable(L);
    for (const [name, child] of namespace.children) {
      const known = getField(used, name);
      const value = known.type === NIL ? useChild(L, child, used, path, name) : known;
      setField(L, copy, name, value.type, value.value);
    }
    pushNative(L, next);
    pushTable(L, copy);
    return pushNil(L) + 2;
  };
