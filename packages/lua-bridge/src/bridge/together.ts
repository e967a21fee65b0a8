import { CancelGroup } from '../vm/state/cancel-group.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { NIL } from '../vm/values/tags.js';
import { Value } from '../vm/values/value.js';
import { type Activity, currentActivity } from './activity.js';
import { createThread, drive, wakeAll } from './drive.js';
import { Raised } from './host-error.js';

/** A function to run with its arguments. */
export interface Task {
  fn: Value;
  args: readonly Value[];
}

const THREAD_BYTES = 4000;

/**
 * Runs tasks side by side, each on a thread of its own, at most `limit` at a time.
 * @returns the first result of each, in the order of the tasks.
 * @throws Raised with the first Lua error; the other threads are cancelled, their host calls' signals aborted.
 */
export const runTogether = async (L: LuaState, tasks: readonly Task[], limit: number): Promise<Value[]> => {
  const { runtime } = L;
  const waiter = runtime.running;
  const activity = currentActivity(runtime);
  const group = new CancelGroup(L.group ?? runtime.group);
  const results = new Array<Value>(tasks.length);
  runtime.held.add(results);
  let next = 0;
  const worker = async (): Promise<void> => {
    // Not at once: groups inside groups would pile up on the JavaScript stack.
    await Promise.resolve();
    for (let index = next++; index < tasks.length && !group.cancelled; index = next++) {
      results[index] = await runTask(L, tasks[index] as Task, { group, waiter, activity });
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
    return results;
  } finally {
    runtime.held.delete(results);
    group.cancel('the parallel group is over');
    // The threads that still wait see that they are cancelled.
    wakeAll(runtime);
  }
};

/* What the threads of a group have in common. */
interface Shared {
  readonly group: CancelGroup;
  readonly waiter: LuaState | undefined;
  readonly activity: Activity;
}

const runTask = async ({ runtime }: LuaState, { fn, args }: Task, shared: Shared): Promise<Value> => {
  const { group, waiter, activity } = shared;
  activity.budget.allocate(THREAD_BYTES);
  const thread = createThread(runtime, fn, args);
  thread.group = group;
  thread.waiter = waiter;
  const ending = await drive(runtime, thread, args.length, activity);
  if (!ending.ok) throw new Raised(ending.error);
  return ending.values[0] ?? new Value(NIL, null);
};
