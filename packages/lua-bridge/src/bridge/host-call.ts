import { lineOf, nearestLuaCall } from '../vm/calls/position.js';
import { pushValue } from '../vm/native/frame.js';
import { suspend } from '../vm/native/wait.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { LuaState, Native } from '../vm/state/lua-state.js';
import { isPromise, type Outcome, type Waiting, watch } from '../vm/state/waiting.js';
import { convertOrRaise, raiseHost } from './host-error.js';
import { type HostFunction, takesCall } from './host-function.js';
import type { HostCall, LuaValue } from './lua-value.js';
import { allToJs } from './to-js.js';

/**
 * A host function as a native Lua function: converts the arguments, calls, waits if the result is a promise,
 * converts the result. What it throws is raised in Lua as an error table.
 */
export const wrapHostFunction = (path: string, fn: (...args: never[]) => unknown): Native => {
  const invoke = takesCall(fn) ? passCall(path, fn) : passArguments(fn as (...args: LuaValue[]) => unknown);
  const finish = (L: LuaState, outcome: Outcome): number =>
    outcome.ok ? pushResult(L, outcome.value, path) : raiseHost(L, outcome.error);
  return (L) => {
    countCall(L);
    let result: unknown;
    let waiting: Waiting | undefined;
    try {
      result = invoke(L);
      if (isPromise(result)) waiting = watch(result);
    } catch (error) {
      return raiseHost(L, error);
    }
    return waiting === undefined ? pushResult(L, result, path) : suspend(L, waiting, finish);
  };
};

const countCall = (L: LuaState): void => {
  const { budget } = L.runtime;
  if (++budget.hostCalls > budget.limits.hostCalls) {
    budget.exceed('hostCalls', 'limit_host_calls', budget.hostCalls);
  }
  budget.spend(10);
};

const readArgs = (L: LuaState): LuaValue[] => allToJs(L, L.stack, L.frame.calleeIndex + 1, L.top);

const passArguments =
  (fn: (...args: LuaValue[]) => unknown) =>
  (L: LuaState): unknown =>
    fn(...readArgs(L));

const passCall =
  (path: string, fn: HostFunction) =>
  (L: LuaState): unknown => {
    const lua = nearestLuaCall(L.frame);
    const call = new Call(path, lua === undefined ? 0 : lineOf(lua), L);
    const result = fn(call, ...readArgs(L));
    if (!isPromise(result)) call.end();
    else call.endWith(result);
    return result;
  };

/** A call as the bridge's own functions see it. */
export interface OwnCall extends HostCall {
  /** Whether nothing else of the run is under way, so that nothing is lost when its thread blocks. */
  readonly isAlone: boolean;
}

/* A call as its function sees it. Most functions never ask for the signal, so it is made when one does. */
class Call implements OwnCall {
  #opened: ReturnType<CancelGroup['open']> | undefined;
  readonly #L: LuaState;
  readonly #group: CancelGroup;

  constructor(
    readonly path: string,
    readonly line: number,
    L: LuaState,
  ) {
    this.#L = L;
    this.#group = L.group ?? L.runtime.group;
  }

  get isAlone(): boolean {
    return this.#L.runtime.threads.size === 1;
  }

  get signal(): AbortSignal {
    return (this.#opened ??= this.#group.open()).signal;
  }

  end(): void {
    this.#opened?.release();
  }

  endWith(result: PromiseLike<unknown>): void {
    const end = (): void => {
      this.end();
    };
    void Promise.resolve(result).then(end, end);
  }
}

const pushResult = (L: LuaState, result: unknown, path: string): number =>
  pushValue(L, convertOrRaise(L, result, path));
