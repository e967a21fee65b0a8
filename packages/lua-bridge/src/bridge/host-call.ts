import { suspend } from '../vm/native/wait.js';
import type { LuaState } from '../vm/state/lua-state.js';
import type { Native } from '../vm/state/native.js';
import { isPromise, type Waiting, watch } from '../vm/state/waiting.js';
import { describeCall } from './call.js';
import { raiseHost } from './host-error.js';
import { type HostFunction, takesCall } from './host-function.js';
import { closeLeftLoops } from './loops.js';
import type { HostCall, LuaValue } from './lua-value.js';
import { pushResults } from './push-results.js';
import { allToJs } from './to-js.js';

/**
 * A host function as a native Lua function: converts the arguments, calls, waits if the result is a promise,
 * converts the result. What it throws is raised in Lua as an error table.
 */
export const wrapHostFunction = (path: string, fn: (...args: never[]) => unknown): Native => {
  const invoke = takesCall(fn) ? passCall(path, fn) : passArguments(fn as (...args: LuaValue[]) => unknown);
  return (L) => performCall(L, path, invoke);
};

/** Makes a call of the host: waits if it gives a promise, pushes its results, and raises in Lua what it throws. */
export const performCall = (L: LuaState, path: string, invoke: (L: LuaState) => unknown): number => {
  countCall(L);
  let result: unknown;
  let waiting: Waiting | undefined;
  try {
    result = invoke(L);
    if (isPromise(result)) waiting = watch(result);
  } catch (error) {
    return raiseHost(L, error);
  }
  if (waiting === undefined) return pushResults(L, result, path);
  return suspend(L, waiting, (thread, outcome) =>
    outcome.ok ? pushResults(thread, outcome.value, path) : raiseHost(thread, outcome.error),
  );
};

/** Counts a call of the host that is about to be made. */
export const countCall = ({ runtime }: LuaState): void => {
  const { budget } = runtime;
  if (++budget.hostCalls > budget.limits.hostCalls) {
    budget.exceed('hostCalls', 'limit_host_calls', budget.hostCalls);
  }
  budget.spend(10);
  if (runtime.loops.size > 0) closeLeftLoops(runtime);
};

/** Makes a call of a function that is told of it. */
export const callHost = (L: LuaState, path: string, fn: (call: HostCall) => unknown): unknown => {
  const call = describeCall(L, path);
  const result = fn(call);
  if (!isPromise(result)) call.end();
  else call.endWith(result);
  return result;
};

/** The arguments of the running call from the `first` on, as the host sees them. */
export const readArgs = (L: LuaState, first = 1): LuaValue[] =>
  allToJs(L, L.stack, Math.min(L.top, L.frame.calleeIndex + first), L.top);

const passArguments =
  (fn: (...args: LuaValue[]) => unknown) =>
  (L: LuaState): unknown =>
    fn(...readArgs(L));

const passCall =
  (path: string, fn: HostFunction) =>
  (L: LuaState): unknown =>
    callHost(L, path, (call) => fn(call, ...readArgs(L)));
