import type { Activity } from '../bridge/activity.js';
import { completeCall } from '../bridge/complete-call.js';
import type { LuaValue } from '../bridge/lua-value.js';
import type { LuaModules } from '../bridge/modules.js';
import { toLua } from '../bridge/to-lua.js';
import type { StandardSchema } from '../schema/standard-schema.js';
import type { LuaTrace } from '../vm/state/trace.js';
import type { Machine } from './machine.js';
import type { RunOutcome } from './result.js';
import type { Script } from './script.js';

/**
 * What one run may be told.
 * @typeParam Output What the script returns first.
 */
export interface RunOptions<Output = LuaValue> {
  /** Name of the script in messages. Default `script.lua`. */
  readonly name?: string;
  /** Values the script sees as `...`. */
  readonly args?: readonly unknown[];
  /** Ends the run when aborted, whether the script computes or waits. */
  readonly signal?: AbortSignal;
  /** What this run sees besides what `set` exposed, by dotted path, exposed in the same way. */
  readonly globals?: Readonly<Record<string, unknown>>;
  /** What this run can `require`, before what the sandbox has: modules by name, or a loader. */
  readonly modules?: LuaModules;
  /**
   * Schema of the first value that the script returns: it then has the schema's type, and anything else is an error
   * `invalid_result`.
   */
  readonly result?: StandardSchema<unknown, Output>;
  /** As of the sandbox, for this run. */
  readonly coverage?: 'lines';
  /** As of the sandbox, for this run. */
  readonly trace?: LuaTrace;
  /** Called with each piece of this run's output as it is printed. Default: the sandbox's `onOutput`. */
  readonly onOutput?: (text: string) => void;
}

/** The same with a schema of what the script returns. */
export interface CheckedRunOptions<Output> extends RunOptions<Output> {
  readonly result: StandardSchema<unknown, Output>;
}

/** Runs a script in a machine, to its end. */
export const runScript = (machine: Machine, script: Script, options: RunOptions<unknown>): Promise<RunOutcome> =>
  machine.perform((activity) => execute(machine, activity, script, options), options.signal);

const execute = async (
  machine: Machine,
  activity: Activity,
  script: Script,
  { args = [] }: RunOptions<unknown>,
): Promise<LuaValue[]> => {
  machine.expose();
  const { runtime } = machine;
  const chunk = script.load(runtime);
  const given = args.map((value) => toLua(runtime.L, value, 'argument'));
  return completeCall(runtime, chunk, given, activity);
};
