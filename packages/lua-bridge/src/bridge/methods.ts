import { arg, pushNil } from '../vm/native/frame.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { setField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { LIGHT_NATIVE, STRING } from '../vm/values/tags.js';
import { textOf } from '../vm/values/text.js';
import { BridgeError, raiseHost } from './host-error.js';

/** An instance of a class that crosses as the table of its fields. */
interface Instance {
  readonly className: string;
  readonly methods: readonly string[];
}

/** Lets the table of an instance say of a method that it did not cross, where a script looks for it. */
export const explainMethods = (L: LuaState, table: LuaTable, instance: Instance): void => {
  table.metatable = newTable(L);
  setField(L, table.metatable, '__index', LIGHT_NATIVE, lookUp(instance));
};

const lookUp =
  ({ className, methods }: Instance) =>
  (L: LuaState): number => {
    const key = arg(L, 2);
    const name = key.type === STRING ? textOf(key.value as LuaString) : undefined;
    if (name === undefined || !methods.includes(name)) return pushNil(L);
    const message = `'${name}' of ${className} did not cross: a script gets the fields of an instance, not its methods`;
    return raiseHost(L, new BridgeError('unknown_function', message, { field: name }));
  };

/** Gives a copy of an instance the methods by name, so that the copy crosses as the instance would. */
export const imitateClass = (copy: object, { className, methods }: Instance): void => {
  const prototype: object = Object.create(Object.prototype) as object;
  for (const name of ['constructor', ...methods]) {
    const value = (): never => refuse(className, name);
    Object.defineProperty(value, 'name', { value: name === 'constructor' ? className : name });
    Object.defineProperty(prototype, name, { value });
  }
  Object.setPrototypeOf(copy, prototype);
};

const refuse = (className: string, name: string): never => {
  throw new BridgeError('unknown_function', `'${name}' of ${className} did not cross`, { field: name });
};
