import { asFatal, Fatal } from '../meter/fatal.js';
import { resumeThread } from '../vm/execute/resume.js';
import { push } from '../vm/native/frame.js';
import { LuaState, type Runtime } from '../vm/state/lua-state.js';
import { OK, YIELD } from '../vm/state/status.js';
import type { Value } from '../vm/values/value.js';
import { type Activity, within } from './activity.js';
import { closeLeftLoops } from './loops.js';
import { endLeftLoads } from './module-loads.js';
import { turnOf } from './turn.js';

/** How a thread ended: with results, or with an error value. */
export type Ending = { ok: true; values: Value[] } | { ok: false; error: Value; thread: LuaState };

/** A thread was stopped because its `parallel` group was cancelled. */
class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A new thread with a function and its arguments ready to run. */
export const createThread = (runtime: Runtime, fn: Value, args: readonly Value[]): LuaState => {
  const thread = new LuaState(runtime);
  runtime.roots.add(thread);
  push(thread, fn.type, fn.value);
  for (const value of args) push(thread, value.type, value.value);
  thread.frame.top = Math.max(thread.frame.top, thread.top + 20);
  return thread;
};

/**
 * Runs a thread to its end in an activity, awaiting whatever host calls suspend it.
 * @throws Fatal when the activity must stop: a limit, an abort. Cancelled when only this thread must.
 */
export const drive = (runtime: Runtime, thread: LuaState, args: number, activity: Activity): Promise<Ending> =>
  // By callback: an async function would cost every wait two more turns of the microtask queue.
  new Promise((resolve, reject) => {
    const turn = turnOf(runtime);
    const advance = (given: number): void => {
      try {
        check(runtime, thread, activity);
        if (turn.isTaken(thread)) {
          turn.wait(wakeOnce(runtime, next(given)));
          return;
        }
        const status = resume(runtime, thread, given, activity);
        turn.pass(thread, status === YIELD && thread.waiting?.isBreath === true);
        if (status === YIELD) {
          callWhenSettled(runtime, thread, activity, next(0));
          return;
        }
        runtime.threads.delete(thread);
        resolve(readEnding(thread, status));
      } catch (thrown) {
        turn.pass(thread, false);
        runtime.threads.delete(thread);
        if (runtime.loads.size > 0) endLeftLoads(runtime);
        reject(thrown instanceof Error ? thrown : asFatal(thrown));
      }
    };
    const next = (given: number) => (): void => {
      advance(given);
    };
    runtime.threads.add(thread);
    advance(args);
  });

const readEnding = (thread: LuaState, status: number): Ending =>
  status === OK
    ? { ok: true, values: thread.stack.slice(thread.frame.calleeIndex + 1, thread.top) }
    : { ok: false, error: thread.stack[thread.top - 1] as Value, thread };

/* Ends a thread that has no business going on, whosever turn it is. */
const check = (runtime: Runtime, thread: LuaState, { budget, group }: Activity): void => {
  if (!runtime.alive) throw new Cancelled('the run is over');
  if (thread.group?.cancelled === true || group.cancelled) throw new Cancelled('the parallel group was cancelled');
  try {
    budget.check();
  } catch (thrown) {
    wakeAll(runtime);
    throw thrown;
  }
};

const resume = (runtime: Runtime, thread: LuaState, args: number, activity: Activity): number =>
  within(runtime, activity, () => {
    const { budget } = activity;
    thread.waiting = undefined;
    runtime.running = thread;
    try {
      const status = resumeThread(thread, null, args);
      if (runtime.loops.size > 0) closeLeftLoops(runtime);
      if (runtime.loads.size > 0) endLeftLoads(runtime);
      // An error that says the state is broken must not look like a result.
      if (budget.fatal !== undefined) throw budget.fatal;
      return status;
    } catch (thrown) {
      budget.fatal ??= asFatal(thrown);
      wakeAll(runtime);
      throw budget.fatal;
    }
  });

const callWhenSettled = (runtime: Runtime, thread: LuaState, { budget }: Activity, next: () => void): void => {
  const { waiting } = thread;
  if (waiting === undefined) throw new Fatal('internal', 'a thread yielded without waiting for anything');
  const wake = wakeOnce(runtime, next);
  // What a host function aborted before it returned its promise woke nobody yet.
  if (waiting.outcome === undefined && !budget.isAborted) waiting.wake = wake;
  else queueMicrotask(wake);
};

/* Lets a thread go on once, for what it waits for or for the end of every wait. */
const wakeOnce = (runtime: Runtime, next: () => void): (() => void) => {
  let asleep = true;
  const wake = (): void => {
    if (!asleep) return;
    asleep = false;
    runtime.wakers.delete(wake);
    next();
  };
  runtime.wakers.add(wake);
  return wake;
};

/** Ends every wait of a run, so that each thread sees the reason at its next step. */
export const wakeAll = (runtime: Runtime): void => {
  for (const wake of runtime.wakers) queueMicrotask(wake);
  runtime.wakers.clear();
};
