import { createLua } from '@moonwire/lua-bridge';

import type { AccountNames, AccountSource } from '../accounts/account-source.js';
import { callOperation } from './call-operation.js';
import { mountAccounts } from './mount-accounts.js';
import { type Run, startRun } from './run.js';
import { describeScriptError, describeUndelivered } from './run-error.js';
import type { RunResult } from './run-result.js';
import type { RunSettings } from './run-settings.js';
import type { LuaSandbox } from './segment-lua-options.js';

type Outcome = Awaited<ReturnType<LuaSandbox['run']>>;

/**
 * Runs a script in a sandbox of its own and waits until every event it queued is delivered or given up.
 * @returns What happened; a failed script is a result, too.
 */
export const runScript = async (settings: RunSettings, source: AccountSource, code: string): Promise<RunResult> => {
  const started = performance.now();
  const names = await source.names();
  const run = startRun(settings, source, names);
  const outcome = await execute(createSandbox(settings), run, names, code);
  const result = await gatherResult(run, outcome);
  const { instructions, memoryBytes, hostCalls, outputBytes } = outcome.usage;
  const timeMs = performance.now() - started;
  return {
    ...result,
    usage: { timeMs, instructions, memoryBytes, hostCalls, outputBytes, batches: run.clients.batches() },
  };
};

const createSandbox = ({ sandbox = createLua, limits, onOutput }: RunSettings): LuaSandbox =>
  sandbox({ ...(limits && { limits }), ...(onOutput && { onOutput }) });

const execute = async (lua: LuaSandbox, run: Run, { all }: AccountNames, code: string): Promise<Outcome> => {
  const { name, args, globals, signal } = run.settings;
  try {
    mountAccounts(lua, { all, default: run.account }, (...call) => callOperation(run, ...call));
    lua.set('args', args);
    for (const [path, value] of Object.entries(globals)) lua.set(path, value);
    return await lua.run(code, { name, ...(signal && { signal }) });
  } finally {
    lua[Symbol.dispose]();
    await run.clients.close();
  }
};

const gatherResult = async (run: Run, outcome: Outcome): Promise<Omit<RunResult, 'usage'>> => {
  const { delivery, name } = run.settings;
  const deliveries = await run.deliveries.settle();
  const undelivered = delivery === 'batch' ? describeUndelivered(deliveries, name) : undefined;
  const error = outcome.ok ? undelivered : describeScriptError(outcome.error);
  return {
    ok: error === undefined,
    values: outcome.ok ? outcome.values : [],
    output: outcome.output,
    ...(error && { error }),
    calls: run.log.records,
    deliveries,
    ...(run.dryRun && { planned: run.dryRun.listPlanned(run.log.records) }),
  };
};
