import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { Value } from '../vm/values/value.js';
import { createThread, drive, type Ending } from './drive.js';
import { errorFromThrown, errorFromValue } from './error-from-value.js';
import { LuaError } from './lua-error.js';
import type { LuaFunction, LuaValue } from './lua-value.js';
import { rememberRaised } from './raised-value.js';
import { allToJs } from './to-js.js';
import { toLua } from './to-lua.js';

const origins = new WeakMap<object, { runtime: Runtime; value: Value }>();

/** A Lua function as a TypeScript function. It lives as long as its run; afterwards it rejects. */
export const wrapLuaFunction = (L: LuaState, value: Value): LuaFunction => {
  const { runtime } = L;
  const kept = new Value(value.type, value.value);
  const call = ignoreRejections(async (...args) => (await callLua(runtime, kept, args))[0]);
  origins.set(call, { runtime, value: kept });
  return call;
};

/** The Lua value behind a function made by `wrapLuaFunction` for the same state. */
export const unwrapLuaFunction = (L: LuaState, fn: object): Value | undefined => {
  const origin = origins.get(fn);
  if (origin?.runtime !== L.runtime) return undefined;
  return new Value(origin.value.type, origin.value.value);
};

/** Lets a host drop the promises of a Lua function: a script must not end the process by an error nobody looks at. */
export const ignoreRejections =
  (fn: LuaFunction): LuaFunction =>
  (...args) => {
    const result = fn(...args);
    result.catch(() => undefined);
    return result;
  };

/** The error of a call after the end of the run. */
export const createExpiredError = (): LuaError =>
  new LuaError('the Lua function belongs to a run that is over; call it before the run ends', {
    code: 'callback_expired',
  });

/**
 * Calls a Lua function on a thread of its own.
 * @throws LuaError what the function raises; `callback_expired` once the run is over.
 */
const callLua = async (runtime: Runtime, fn: Value, args: readonly unknown[]): Promise<LuaValue[]> => {
  if (!runtime.alive) throw createExpiredError();
  const ending = await runCallback(runtime, fn, args);
  if (!ending.ok) throw rememberRaised(runtime, errorFromValue(runtime, ending.error, ending.thread), ending.error);
  try {
    return allToJs(runtime.L, ending.values);
  } catch (thrown) {
    throw errorFromThrown(thrown);
  }
};

const runCallback = async (runtime: Runtime, fn: Value, args: readonly unknown[]): Promise<Ending> => {
  let held: readonly Value[] = [];
  try {
    // At once: what the host passes may change afterwards.
    held = args.map((value) => toLua(runtime.L, value, 'argument'));
    runtime.held.add(held);
    // Not at once: a host function that calls back into Lua that calls it would pile up on the JavaScript stack.
    await Promise.resolve();
    runtime.budget.check();
    return await drive(runtime, createThread(runtime, fn, held), args.length);
  } catch (thrown) {
    if (!runtime.alive) throw createExpiredError();
    throw errorFromThrown(thrown);
  } finally {
    runtime.held.delete(held);
  }
};
