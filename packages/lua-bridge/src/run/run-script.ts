import { createThread, drive, wakeAll } from '../bridge/drive.js';
import { errorFromThrown, errorFromValue } from '../bridge/error-from-value.js';
import type { LuaError } from '../bridge/lua-error.js';
import type { LuaValue } from '../bridge/lua-value.js';
import type { Namespace } from '../bridge/mount.js';
import { exposeAll } from '../bridge/namespace.js';
import { createSyntaxError } from '../bridge/syntax-error.js';
import { allToJs } from '../bridge/to-js.js';
import { toLua } from '../bridge/to-lua.js';
import { joinSignals } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import type { LuaUsage } from '../meter/usage.js';
import { compileText } from '../vm/compiler/compile.js';
import type { Runtime } from '../vm/state/lua-state.js';
import { encode } from '../vm/values/text.js';
import { capture } from './output.js';
import { createState } from './state.js';
import { startStopWatch } from './stop-watch.js';

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

/** What `runScript` is given. */
interface Script {
  readonly code: string;
  readonly limits: LuaLimits;
  readonly root: Namespace;
  readonly options: RunOptions;
  readonly onOutput: ((text: string) => void) | undefined;
  readonly disposal: AbortSignal;
  readonly seed: number;
  readonly modules: Readonly<Record<string, unknown>>;
}

/** Runs a script in a fresh state to its end. */
export const runScript = async (script: Script): Promise<{ result: RunResult; runtime: Runtime | undefined }> => {
  const { signal } = script.options;
  const { signal: abort, leave } = joinSignals([script.disposal, ...(signal ? [signal] : [])]);
  const output = capture(script.onOutput);
  const runtime = createState({
    limits: script.limits,
    write: output.write,
    abort,
    seed: script.seed,
    modules: script.modules,
  });
  const stop = startStopWatch(runtime, abort);
  const outcome = await execute(runtime, script);
  stop();
  leave();
  runtime.alive = false;
  const { usage } = runtime.budget;
  runtime.group.cancel('the Lua run is over');
  wakeAll(runtime);
  // A state that was ended by force may hold much, and what it holds means nothing.
  const kept = runtime.budget.fatal === undefined ? runtime : undefined;
  runtime.budget.memory.noteLeft(0);
  return { result: { ...outcome, output: output.text(), usage }, runtime: kept };
};

type Outcome = { ok: true; values: LuaValue[] } | { ok: false; error: LuaError };

const execute = async (runtime: Runtime, script: Script): Promise<Outcome> => {
  try {
    return await perform(runtime, script);
  } catch (thrown) {
    return { ok: false, error: errorFromThrown(thrown, runtime.main) };
  }
};

const perform = async (runtime: Runtime, { code, root, options }: Script): Promise<Outcome> => {
  const { L } = runtime;
  exposeAll(L, root);
  const compiled = compileText(L, encode(code), encode(`@${options.name ?? 'script.lua'}`));
  if (!compiled.ok) return { ok: false, error: createSyntaxError(runtime, compiled, code) };
  const args = (options.args ?? []).map((value) => toLua(L, value, 'argument'));
  runtime.main = createThread(runtime, compiled.chunk, args);
  const ending = await drive(runtime, runtime.main, args.length);
  if (ending.ok) runtime.held.add(ending.values);
  runtime.budget.memory.look();
  if (!ending.ok) return { ok: false, error: errorFromValue(runtime, ending.error, ending.thread) };
  return { ok: true, values: allToJs(L, ending.values) };
};
