import { createLua } from '@moonwire/lua-bridge';

import type { AccountNames, AccountSource } from '../accounts/account-source.js';
import { callOperation } from './call-operation.js';
import { mountAccounts } from './mount-accounts.js';
import { type Run, startRun } from './run.js';
import { deliveryError, scriptError } from './run-error.js';
import type { RunResult } from './run-result.js';
import type { LuaSandbox, RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

const CHUNK = 'script.lua';

const sandboxFor = (host: SegmentLuaOptions, options: RunOptions): LuaSandbox => {
  const onOutput = options.onOutput ?? host.onOutput;
  return (host.sandbox ?? createLua)({
    ...(host.limits && { limits: host.limits }),
    ...(onOutput && { onOutput }),
  });
};

type Outcome = Awaited<ReturnType<LuaSandbox['run']>>;

const execute = async (
  lua: LuaSandbox,
  run: Run,
  { all }: AccountNames,
  code: string,
  options: RunOptions,
): Promise<Outcome> => {
  mountAccounts(lua, { all, default: run.account }, (...call) => callOperation(run, ...call));
  lua.set('args', options.args ?? {});
  for (const [path, value] of Object.entries(options.globals ?? {})) lua.set(path, value);
  try {
    return await lua.run(code, { name: options.name ?? CHUNK, ...(options.signal && { signal: options.signal }) });
  } finally {
    lua[Symbol.dispose]();
    await run.clients.close();
  }
};

const resultOf = async (run: Run, outcome: Outcome, chunk: string): Promise<Omit<RunResult, 'usage'>> => {
  const deliveries = await run.deliveries.settled();
  const undelivered = run.delivery === 'batch' ? deliveryError(deliveries, chunk) : undefined;
  const error = outcome.ok ? undelivered : scriptError(outcome.error);
  return {
    ok: error === undefined,
    values: outcome.ok ? outcome.values : [],
    output: outcome.output,
    ...(error && { error }),
    calls: run.log.records,
    deliveries,
    ...(run.dryRun && { planned: run.dryRun.planned(run.log.records) }),
  };
};

/**
 * Runs a script in a sandbox of its own and waits until every event it queued is delivered or given up.
 * @returns What happened; a failed script is a result, too.
 */
export const runScript = async (
  host: SegmentLuaOptions,
  source: AccountSource,
  code: string,
  options: RunOptions,
): Promise<RunResult> => {
  const started = performance.now();
  const names = await source.names();
  const run = startRun(host, options, { source, names });
  const outcome = await execute(sandboxFor(host, options), run, names, code, options);
  const result = await resultOf(run, outcome, options.name ?? CHUNK);
  const { instructions, memoryBytes, hostCalls, outputBytes } = outcome.usage;
  const timeMs = performance.now() - started;
  return {
    ...result,
    usage: { timeMs, instructions, memoryBytes, hostCalls, outputBytes, batches: run.clients.batches() },
  };
};
