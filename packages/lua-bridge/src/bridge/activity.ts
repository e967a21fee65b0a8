import type { Budget } from '../meter/budget.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { Runtime } from '../vm/state/lua-state.js';

/** Something the host has begun in a state: a run, a call of a session. Each has limits and output of its own. */
export interface Activity {
  readonly budget: Budget;
  /** Cancelled when it is over. */
  readonly group: CancelGroup;
  readonly write: (text: string) => void;
}

/** Begins an activity, does the work in it, and ends it. */
export type Begin = <Result>(work: (activity: Activity) => Promise<Result>) => Promise<Result>;

const beginners = new WeakMap<Runtime, Begin>();

/** Lets functions of a state be called when the activity that handed them out is over. */
export const allowLaterCalls = (runtime: Runtime, begin: Begin): void => {
  beginners.set(runtime, begin);
};

/** What begins an activity for a call that belongs to none; undefined in a state that has only one. */
export const laterCalls = (runtime: Runtime): Begin | undefined => beginners.get(runtime);

/** The activity a state is in. */
export const currentActivity = ({ budget, group, write }: Runtime): Activity => ({ budget, group, write });

/** Does something in an activity, and goes back to the one before. */
export const within = <Result>(runtime: Runtime, activity: Activity, work: () => Result): Result => {
  const before = enter(runtime, activity);
  try {
    return work();
  } finally {
    enter(runtime, before);
  }
};

/** Lets what follows belong to an activity. Returns the one before. */
export const enter = (runtime: Runtime, activity: Activity): Activity => {
  const { budget, group, write } = runtime;
  runtime.budget = activity.budget;
  runtime.group = activity.group;
  runtime.write = activity.write;
  return { budget, group, write };
};
