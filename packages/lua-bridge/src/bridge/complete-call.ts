import type { Runtime } from '../vm/state/lua-state.js';
import type { Value } from '../vm/values/value.js';
import { type Activity, within } from './activity.js';
import { createThread, drive, type Ending } from './drive.js';
import { errorFromThrown, errorFromValue } from './error-from-value.js';
import type { LuaValue } from './lua-value.js';
import { rememberRaised } from './raised-value.js';
import { allToJs } from './to-js.js';

/**
 * Calls a Lua function on a thread of its own in an activity, and gives all its results.
 * @throws LuaError what the function raises, or why the activity is over.
 */
export const completeCall = async (
  runtime: Runtime,
  fn: Value,
  args: readonly Value[],
  activity: Activity,
): Promise<LuaValue[]> => {
  const thread = createThread(runtime, fn, args);
  const ending = await drive(runtime, thread, args.length, activity).catch((thrown: unknown): never => {
    throw errorFromThrown(thrown, thread);
  });
  return within(runtime, activity, () => readEnding(runtime, ending, activity));
};

const readEnding = (runtime: Runtime, ending: Ending, { budget }: Activity): LuaValue[] => {
  if (!ending.ok) throw rememberRaised(runtime, errorFromValue(runtime, ending.error, ending.thread), ending.error);
  runtime.held.add(ending.values);
  try {
    budget.lookAtEnd();
    return allToJs(runtime.L, ending.values);
  } catch (thrown) {
    throw errorFromThrown(thrown);
  } finally {
    runtime.held.delete(ending.values);
  }
};
