import type { LuaState } from '../vm/state/lua-state.js';
import { findMeant } from './did-you-mean.js';
import { BridgeError } from './host-error.js';
import type { HostCall } from './lua-value.js';

/**
 * Gives the module of a name: Lua source as text, or any value, or a promise of either; undefined or null if there is
 * none. The name is whatever a script has written: check it before it becomes a path or an address.
 * @param call What a host function is told of a call; its `signal` is aborted when the run ends.
 */
export type ModuleLoader = (name: string, call: HostCall) => unknown;

/**
 * What scripts can `require`: modules by name (Lua source as text, or any value, or a promise of either), or a loader.
 */
export type LuaModules = Readonly<Record<string, unknown>> | ModuleLoader;

/** Places to look for a module, those of the run before those of the sandbox. */
export const joinModules = (...places: readonly (LuaModules | undefined)[]): readonly LuaModules[] =>
  places.filter((place) => place !== undefined);

/** Whether something can be looked up or asked for modules. */
export const isModules = (given: unknown): given is LuaModules =>
  typeof given === 'function' || (typeof given === 'object' && given !== null && !Array.isArray(given));

/** The error of a module that no place has. */
export const createUnknownModule = ({ runtime }: LuaState, name: string): BridgeError => {
  const places = runtime.modules as readonly LuaModules[];
  const tables = places.filter((place) => typeof place !== 'function');
  const { hint, suggestion } = findMeant(
    name,
    tables.flatMap((table) => Object.keys(table)),
  );
  if (tables.length === places.length)
    return new BridgeError('unknown_module', `Unknown module: ${name}. ${hint}`, { suggestion });
  const meant = suggestion === undefined ? '' : `. ${hint}`;
  const message = `module '${name}' not found: the module loader has none of that name${meant}`;
  return new BridgeError('unknown_module', message, { suggestion });
};
