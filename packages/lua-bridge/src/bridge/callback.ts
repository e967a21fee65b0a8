import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { Value } from '../vm/values/value.js';
import { type Activity, currentActivity, laterCalls, within } from './activity.js';
import { completeCall } from './complete-call.js';
import { errorFromThrown } from './error-from-value.js';
import { isLuaError, LuaError } from './lua-error.js';
import type { LuaFunction, LuaValue } from './lua-value.js';
import { toLua } from './to-lua.js';

const origins = new WeakMap<object, { runtime: Runtime; value: Value }>();

/** A Lua function as a TypeScript function. It lives as long as its state; afterwards it rejects. */
export const wrapLuaFunction = (L: LuaState, value: Value): LuaFunction => {
  const { runtime } = L;
  const kept = new Value(value.type, value.value);
  const activity = currentActivity(runtime);
  const call = asLuaFunction(async (...args) => (await callLua(runtime, kept, args, activity))[0]);
  origins.set(call, { runtime, value: kept });
  return call;
};

/** The Lua value behind a function made by `wrapLuaFunction` for the same state. */
export const unwrapLuaFunction = (L: LuaState, fn: object): Value | undefined => {
  const origin = origins.get(fn);
  if (origin?.runtime !== L.runtime) return undefined;
  return new Value(origin.value.type, origin.value.value);
};

/**
 * A Lua function as the host gets it: one can drop its promises, because a script must not end the process by an error
 * nobody looks at; and one can iterate over it, if it is an iterator.
 */
export const asLuaFunction = (fn: (...args: unknown[]) => Promise<LuaValue>): LuaFunction => {
  const call = (...args: unknown[]): Promise<LuaValue> => {
    const result = fn(...args);
    result.catch(() => undefined);
    return result;
  };
  return Object.assign(call, { [Symbol.asyncIterator]: () => callUntilNil(call) });
};

/* What a `for` of Lua does with an iterator: it is called with nil and the value before. */
async function* callUntilNil(call: (...args: unknown[]) => Promise<LuaValue>): AsyncGenerator<LuaValue, void> {
  for (let value = await call(); value !== undefined; value = await call(undefined, value)) yield value;
}

/** The error of a call after the end of the run. */
export const createExpiredError = (): LuaError =>
  new LuaError('the Lua function belongs to a run that is over; call it before the run ends', {
    code: 'callback_expired',
  });

/*
 * Calls a Lua function on a thread of its own, within the limits of the activity that handed it out; in a session, once
 * that is over, within limits of its own.
 */
const callLua = async (
  runtime: Runtime,
  fn: Value,
  args: readonly unknown[],
  activity: Activity,
): Promise<LuaValue[]> => {
  const begin = activity.group.cancelled ? laterCalls(runtime) : undefined;
  if (!runtime.alive) throw createExpiredError();
  if (begin !== undefined) return begin((fresh) => callWithin(runtime, fn, args, fresh));
  return callWithin(runtime, fn, args, activity);
};

/**
 * Calls a Lua function in an activity with values of the host, and gives all its results.
 * @throws LuaError what the function raises; `callback_expired` once the run is over.
 */
export const callWithin = async (
  runtime: Runtime,
  fn: Value,
  args: readonly unknown[],
  activity: Activity,
): Promise<LuaValue[]> => {
  let held: readonly Value[] = [];
  try {
    // At once: what the host passes may change afterwards.
    held = within(runtime, activity, () => args.map((value) => toLua(runtime.L, value, 'argument')));
    runtime.held.add(held);
    // Not at once: a host function that calls back into Lua that calls it would pile up on the JavaScript stack.
    await Promise.resolve();
    return await completeCall(runtime, fn, held, activity);
  } catch (thrown) {
    if (!runtime.alive || activity.group.cancelled) throw createExpiredError();
    throw isLuaError(thrown) ? thrown : errorFromThrown(thrown);
  } finally {
    runtime.held.delete(held);
  }
};
