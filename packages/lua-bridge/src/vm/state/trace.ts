import { Fatal } from '../../meter/fatal.js';
import type { LuaState } from './lua-state.js';
import { isPromise, type Waiting, watch } from './waiting.js';

/** A call of a Lua function, as a trace is told of it. */
export interface LuaTraceEvent {
  /** Whether the function was called or returns. A call that an error leaves does not return. */
  readonly kind: 'call' | 'return';
  /** The name by which it was called; `main chunk` of a script or module, empty if unknown. */
  readonly name: string;
  /** Name of its chunk, as messages show it. */
  readonly chunk: string;
  /** Line where the function begins, 0 of a whole chunk. */
  readonly line: number;
  /** Calls in its coroutine, this one included; those of library functions count. */
  readonly depth: number;
}

/** Hears of the calls of a script. */
export type LuaTrace = (event: LuaTraceEvent) => unknown;

/** Tells of calls, and ends the run when whoever hears of them fails. */
export class Tracer {
  #waiting: Waiting | undefined;

  constructor(private readonly trace: LuaTrace) {}

  /** Tells of a call. */
  tell(L: LuaState, event: LuaTraceEvent): void {
    try {
      const result = this.trace(event);
      if (isPromise(result)) this.#waiting = watch(result);
    } catch (error) {
      fail(L, error);
    }
  }

  /** What the script should wait for before it goes on; undefined if nothing. Ends the run if that has failed. */
  waitingIn(L: LuaState): Waiting | undefined {
    const outcome = this.#waiting?.outcome;
    if (outcome === undefined) return this.#waiting;
    this.#waiting = undefined;
    return outcome.ok ? undefined : fail(L, outcome.error);
  }
}

const fail = ({ runtime }: LuaState, error: unknown): never => {
  const { code, message } = describeTraceFailure(error);
  throw (runtime.budget.fatal ??= new Fatal(code, message, error));
};

/** What is said of a trace that failed. */
export const describeTraceFailure = (error: unknown): { code: string; message: string } => ({
  code: 'trace_failed',
  message: `the function that traces calls failed: ${error instanceof Error ? error.message : typeof error}`,
});
