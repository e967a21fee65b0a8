import { asFatal, Fatal } from '../meter/fatal.js';
import { resumeThread } from '../vm/execute/resume.js';
import { push } from '../vm/native/frame.js';
import { LuaState, type Runtime } from '../vm/state/lua-state.js';
import { OK, YIELD } from '../vm/state/status.js';
import { type Waker, wakeSoon } from '../vm/state/waiting.js';
import type { Value } from '../vm/values/value.js';
import { type Activity, enter } from './activity.js';
import { closeLeftLoops } from './loops.js';
import { endLeftLoads } from './module-loads.js';
import { type Turn, turnOf } from './turn.js';

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
    runtime.threads.add(thread);
    new Drive(thread, args, activity, resolve, reject).advance();
  });

/* What runs a thread. Scripts wait often, so whatever a wait needs is made once. */
class Drive implements Waker {
  readonly #turn: Turn;
  #isAsleep = false;

  constructor(
    private readonly thread: LuaState,
    /** Values on the top of the thread with which it goes on. */
    private given: number,
    private readonly activity: Activity,
    private readonly resolve: (ending: Ending) => void,
    private readonly reject: (error: Error) => void,
  ) {
    this.#turn = turnOf(thread.runtime);
  }

  /** Runs the thread until it waits or ends. */
  advance(): void {
    const { thread } = this;
    const { runtime } = thread;
    try {
      check(runtime, thread, this.activity);
      if (this.#turn.isTaken(thread)) {
        this.#sleep();
        this.#turn.wait(this);
        return;
      }
      const status = this.#resume();
      this.#turn.pass(thread, status === YIELD && thread.waiting?.isBreath === true);
      if (status === YIELD) {
        this.#wait();
        return;
      }
      runtime.threads.delete(thread);
      // Each drive has a function of its own here: called otherwise, an engine would take the first for that of all.
      Reflect.apply(this.resolve, undefined, [readEnding(thread, status)]);
    } catch (thrown) {
      this.#turn.pass(thread, false);
      runtime.threads.delete(thread);
      if (runtime.loads.size > 0) endLeftLoads(runtime);
      this.reject(thrown instanceof Error ? thrown : asFatal(thrown));
    }
  }

  #resume(): number {
    const { thread, activity, given } = this;
    const { runtime } = thread;
    const { budget } = activity;
    const before = enter(runtime, activity);
    thread.waiting = undefined;
    runtime.running = thread;
    this.given = 0;
    try {
      const status = resumeThread(thread, null, given);
      if (runtime.loops.size > 0) closeLeftLoops(runtime);
      if (runtime.loads.size > 0) endLeftLoads(runtime);
      // An error that says the state is broken must not look like a result.
      if (budget.fatal !== undefined) throw budget.fatal;
      return status;
    } catch (thrown) {
      budget.fatal ??= asFatal(thrown);
      wakeAll(runtime);
      throw budget.fatal;
    } finally {
      enter(runtime, before);
    }
  }

  #wait(): void {
    const { waiting } = this.thread;
    if (waiting === undefined) throw new Fatal('internal', 'a thread yielded without waiting for anything');
    this.#sleep();
    // What a host function aborted before it returned its promise woke nobody yet.
    if (waiting.outcome === undefined && !this.activity.budget.isAborted) waiting.waker = this;
    else wakeSoon(this);
  }

  #sleep(): void {
    this.#isAsleep = true;
    this.thread.runtime.wakers.add(this);
  }

  /* For what it waits for or for the end of every wait: who is woken too soon waits again. */
  wake(): void {
    if (!this.#isAsleep) return;
    this.#isAsleep = false;
    this.thread.runtime.wakers.delete(this);
    this.advance();
  }
}

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

/** Ends every wait of a run, so that each thread sees the reason at its next step. */
export const wakeAll = (runtime: Runtime): void => {
  for (const waker of runtime.wakers) wakeSoon(waker);
  runtime.wakers.clear();
};
