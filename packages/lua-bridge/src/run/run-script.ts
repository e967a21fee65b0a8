import type { Activity } from '../bridge/activity.js';
import { completeCall } from '../bridge/complete-call.js';
import type { LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import { createSyntaxError } from '../bridge/syntax-error.js';
import { toLua } from '../bridge/to-lua.js';
import type { LuaUsage } from '../meter/usage.js';
import { compileText } from '../vm/compiler/compile.js';
import { encode } from '../vm/values/text.js';
import type { Machine } from './machine.js';

/** What one run may be told. */
export interface RunOptions {
  /** Name of the script in messages. Default `script.lua`. */
  readonly name?: string;
  /** Values the script sees as `...`. */
  readonly args?: readonly unknown[];
  /** Ends the run when aborted, whether the script computes or waits. */
  readonly signal?: AbortSignal;
}

/** How a run went. */
export type RunResult =
  | { readonly ok: true; readonly values: LuaValue[]; readonly output: string; readonly usage: LuaUsage }
  | { readonly ok: false; readonly error: LuaError; readonly output: string; readonly usage: LuaUsage };

/** Runs a script in a machine, to its end. */
export const runScript = (machine: Machine, code: string, options: RunOptions): Promise<RunResult> =>
  machine.perform((activity) => execute(machine, activity, code, options), options.signal);

const execute = async (
  machine: Machine,
  activity: Activity,
  code: string,
  { name = 'script.lua', args = [] }: RunOptions,
): Promise<LuaValue[]> => {
  machine.expose();
  const { runtime } = machine;
  const { L } = runtime;
  const compiled = compileText(L, encode(code), encode(`@${name}`));
  if (!compiled.ok) throw createSyntaxError(runtime, compiled, code);
  const given = args.map((value) => toLua(L, value, 'argument'));
  return completeCall(runtime, compiled.chunk, given, activity);
};
