import { Fatal } from '../meter/fatal.js';
import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { Value } from '../vm/values/value.js';
import { drive, type Ending, newThread } from './drive.js';
import { errorFromFatal, errorFromValue } from './error-from-value.js';
import { handled } from './handled.js';
import { LuaError } from './lua-error.js';
import type { LuaFunction, LuaValue } from './lua-value.js';
import { allToJs } from './to-js.js';
import { toLua } from './to-lua.js';

const origins = new WeakMap<object, { runtime: Runtime; value: Value }>();

/** A Lua function as a TypeScript function. It lives as long as its run; afterwards it rejects. */
export const luaFunction = (L: LuaState, value: Value): LuaFunction => {
  const { runtime } = L;
  const kept = new Value(value.type, value.value);
  const call = handled(async (...args) => (await callLua(runtime, kept, args))[0]);
  origins.set(call, { runtime, value: kept });
  return call;
};

/** The Lua value behind a function made by `luaFunction` for the same state. */
export const luaFunctionValue = (L: LuaState, fn: object): Value | undefined => {
  const origin = origins.get(fn);
  if (origin?.runtime !== L.runtime) return undefined;
  return new Value(origin.value.type, origin.value.value);
};

/**
 * Calls a Lua function on a thread of its own.
 * @throws LuaError what the function raises; `callback_expired` once the run is over.
 */
const callLua = async (runtime: Runtime, fn: Value, args: readonly unknown[]): Promise<LuaValue[]> => {
  if (!runtime.alive) throw expired();
  const ending = await runCallback(runtime, fn, args);
  if (!ending.ok) throw errorFromValue(runtime, ending.error, ending.thread);
  return allToJs(runtime.L, ending.values);
};

const runCallback = async (runtime: Runtime, fn: Value, args: readonly unknown[]): Promise<Ending> => {
  // Not at once: a host function that calls back into Lua that calls it would pile up on the JavaScript stack.
  await Promise.resolve();
  try {
    runtime.budget.check();
    const thread = newThread(
      runtime,
      fn,
      args.map((value) => toLua(runtime.L, value, 'argument')),
    );
    return await drive(runtime, thread, args.length);
  } catch (thrown) {
    if (!runtime.alive) throw expired();
    throw thrown instanceof Fatal ? errorFromFatal(thrown, undefined) : thrown;
  }
};

const expired = (): LuaError =>
  new LuaError('the Lua function belongs to a run that is over; call it before the run ends', {
    code: 'callback_expired',
  });
