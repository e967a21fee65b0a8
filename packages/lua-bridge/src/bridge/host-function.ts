import type { HostCall, LuaValue } from './lua-value.js';

const TAKES_CALL = Symbol.for('@moonwire/lua-bridge/host-function');

/** A function that is told about the call before its arguments. Made by `hostFunction`. */
export type HostFunction = { call(call: HostCall, ...args: LuaValue[]): unknown }['call'];

/**
 * Marks a function as wanting to know its call: the path it was called by, the line of the script, and a signal
 * that is aborted when the run ends or the call's `parallel` group is cancelled.
 *
 * @example
 * lua.set('log', hostFunction((call, text: string) => console.log(`line ${call.line}: ${text}`)));
 */
export const hostFunction = <Fn extends HostFunction>(fn: Fn): Fn => {
  const marked: HostFunction = (call, ...args) => fn(call, ...args);
  Object.defineProperty(marked, TAKES_CALL, { value: true });
  return marked as Fn;
};

/** Whether a function was made by `hostFunction`, of any copy of this package. */
export const takesCall = (fn: unknown): fn is HostFunction =>
  typeof fn === 'function' && (fn as { [TAKES_CALL]?: boolean })[TAKES_CALL] === true;
