import { createLua } from '@moonwire/lua-bridge';

import type { AccountSource } from '../accounts/account-source.js';
import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import { callOperation } from './call-operation.js';
import { createDeadline } from './deadline.js';
import type { FinishedScript } from './hint-finder.js';
import type { MountAccounts } from './mount-accounts.js';
import { type Run, startRun } from './run.js';
import type { Leftover } from './run-clients.js';
import { describeScriptError, describeUndelivered } from './run-error.js';
import type { RunResult } from './run-result.js';
import type { RunSettings } from './run-settings.js';
import type { ScriptOperation } from './script-operations.js';
import type { LuaSandbox } from './segment-lua-options.js';

type Outcome = Awaited<ReturnType<LuaSandbox['run']>>;

/** A script that has ended, and whose events have. */
interface Executed {
  readonly outcome: Outcome;
  readonly leftover: Leftover;
}

/**
 * Runs a script in a sandbox of its own and waits until every event it queued is delivered or given up.
 * @returns What happened; a failed script is a result, too.
 */
export const runScript = async (
  settings: RunSettings,
  source: AccountSource,
  mount: MountAccounts<ScriptOperation>,
  code: string,
): Promise<RunResult> => {
  const started = performance.now();
  const names = await source.names();
  const run = startRun(settings, source, names);
  const accounts = mount(names.all, run.account, (...call) => callOperation(run, ...call));
  const { outcome, leftover } = await execute(run, accounts, code);
  const result = await gatherResult(run, outcome, leftover);
  const { instructions, memoryBytes, hostCalls, outputBytes } = outcome.usage;
  const timeMs = performance.now() - started;
  const usage = { timeMs, instructions, memoryBytes, hostCalls, outputBytes, batches: run.clients.batches() };
  const modules = outcome.usage.modules.map((module) => module.name);
  return addHints(settings, { code, accounts: names.all, modules }, { ...result, usage });
};

const addHints = async (
  { hints: find, globals }: RunSettings,
  script: Omit<FinishedScript, 'globals'>,
  result: RunResult,
): Promise<RunResult> => {
  const hints = await find?.({ ...script, globals: Object.keys(globals) }, result);
  return hints?.length ? { ...result, hints } : result;
};

const execute = async (run: Run, accounts: object, code: string): Promise<Executed> => {
  const { name, args, globals, onOutput, modules } = run.settings;
  const deadline = createDeadline(run.settings);
  const { signal } = deadline;
  const { lua, dispose } = openSandbox(run.settings);
  const finish = async (): Promise<Leftover> => {
    dispose();
    const leftover = await run.clients.close(deadline.leftMs());
    deadline.dispose();
    return leftover;
  };
  try {
    const outcome = await lua.run(code, {
      name,
      globals: { [SEGMENT_NAMESPACE]: accounts, args, ...globals },
      ...(signal && { signal }),
      ...(onOutput && { onOutput }),
      ...(modules && { modules }),
    });
    return { outcome, leftover: await finish() };
  } catch (error) {
    await finish();
    throw error;
  }
};

/* The sandbox of a run: one that serves all runs, or one of its own. */
const openSandbox = ({ sandbox = createLua, limits }: RunSettings): { lua: LuaSandbox; dispose: () => void } => {
  if (typeof sandbox !== 'function') return { lua: sandbox, dispose: () => undefined };
  const lua = sandbox({ ...(limits && { limits }) });
  return {
    lua,
    dispose: () => {
      lua[Symbol.dispose]();
    },
  };
};

const gatherResult = async (run: Run, outcome: Outcome, leftover: Leftover): Promise<Omit<RunResult, 'usage'>> => {
  const { delivery, name } = run.settings;
  const deliveries = await run.deliveries.settle(leftover);
  const undelivered = delivery === 'batch' ? describeUndelivered(deliveries, name) : undefined;
  const error = outcome.ok ? undelivered : describeScriptError(outcome.error);
  return {
    ok: error === undefined,
    target: run.clients.target(),
    values: outcome.ok ? outcome.values : [],
    output: outcome.output,
    ...(error && { error }),
    calls: run.log.records,
    deliveries,
    ...(run.dryRun && { planned: run.dryRun.listPlanned(run.log.records) }),
  };
};
