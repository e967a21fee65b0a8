import { type HostFunction, hostFunction } from '../bridge/host-function.js';
import type { LuaModules } from '../bridge/modules.js';

/** Modules as they are sent to a thread: a loader goes as a host function. */
export const sendModules = (modules: LuaModules | undefined): unknown =>
  typeof modules === 'function' ? hostFunction((call, name) => modules(name as string, call)) : modules;

/** Modules as a thread has received them. */
export const receiveModules = (received: unknown): LuaModules | undefined =>
  typeof received === 'function'
    ? (name, call) => (received as HostFunction)(call, name)
    : (received as LuaModules | undefined);
