import type { Activity } from '../bridge/activity.js';
import { completeCall } from '../bridge/complete-call.js';
import type { LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import type { LuaModules } from '../bridge/modules.js';
import { toLua } from '../bridge/to-lua.js';
import type { LuaUsage } from '../meter/usage.js';
import type { Machine } from './machine.js';
import type { Script } from './script.js';

/** What one run may be told. */
export interface RunOptions {
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
  /** Called with each piece of this run's output as it is printed. Default: the sandbox's `onOutput`. */
  readonly onOutput?: (text: string) => void;
}

/** How a run went. */
export type RunResult =
  | { readonly ok: true; readonly values: LuaValue[]; readonly output: string; readonly usage: LuaUsage }
  | { readonly ok: false; readonly error: LuaError; readonly output: string; readonly usage: LuaUsage };

/** Runs a script in a machine, to its end. */
export const runScript = (machine: Machine, script: Script, options: RunOptions): Promise<RunResult> =>
  machine.perform((activity) => execute(machine, activity, script, options), options.signal);

const execute = async (
  machine: Machine,
  activity: Activity,
  script: Script,
  { args = [] }: RunOptions,
): Promise<LuaValue[]> => {
  machine.expose();
  const { runtime } = machine;
  const chunk = script.load(runtime);
  const given = args.map((value) => toLua(runtime.L, value, 'argument'));
  return completeCall(runtime, chunk, given, activity);
};
