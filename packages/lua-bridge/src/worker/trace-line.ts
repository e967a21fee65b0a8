import { LuaError } from '../bridge/lua-error.js';
import { describeTraceFailure, type LuaTrace, type LuaTraceEvent } from '../vm/state/trace.js';
import { isPromise } from '../vm/state/waiting.js';

/* Calls told of in one message, and those told of before the host has heard of the first. */
const BATCH = 200;
const AHEAD = 2000;

/** A thread's side of a trace: sends what happens, and lets the script wait for a host that is slower. */
export class TraceSender {
  #events: LuaTraceEvent[] = [];
  #ahead = 0;
  #goOn: (() => void) | undefined;

  constructor(private readonly send: (events: readonly LuaTraceEvent[]) => void) {}

  /** Notes a call. */
  readonly tell: LuaTrace = (event) => {
    this.#ahead++;
    if (this.#events.push(event) === 1)
      queueMicrotask(() => {
        this.flush();
      });
    if (this.#events.length >= BATCH) this.flush();
    if (this.#ahead < AHEAD) return undefined;
    return new Promise<void>((resolve) => (this.#goOn = resolve));
  };

  /** Sends what has been noted. */
  flush(): void {
    if (this.#events.length === 0) return;
    this.send(this.#events);
    this.#events = [];
  }

  /** Notes that the host has heard of so many calls. */
  heard(count: number): void {
    this.#ahead -= count;
    if (this.#ahead < AHEAD) this.#goOn?.();
  }
}

/** The host's side of a trace. Reports the failure of whoever hears of the calls, also a later one. */
export const hearTrace = (
  events: readonly LuaTraceEvent[],
  trace: LuaTrace | undefined,
  refuse: (error: LuaError) => void,
): void => {
  const fail = (cause: unknown): void => {
    const { code, message } = describeTraceFailure(cause);
    refuse(new LuaError(message, { code, cause }));
  };
  for (const event of events) {
    try {
      const result = trace?.(event);
      if (isPromise(result)) result.then(undefined, fail);
    } catch (error) {
      fail(error);
      return;
    }
  }
};
