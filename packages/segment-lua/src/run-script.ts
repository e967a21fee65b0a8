import { createLua } from '@moonwire/lua-bridge';
import type { AccountSource } from './account-source.js';
import { callOperation } from './call-operation.js';
import { mountAccounts } from './mount-accounts.js';
import { deliveryError, scriptError } from './run-error.js';
import type { RunResult } from './run-result.js';
import { startRun } from './run.js';
import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

const CHUNK = 'script.lua';

const sandboxFor = (host: SegmentLuaOptions, options: RunOptions) => {
  const onOutput = options.onOutput ?? host.onOutput;
  return (host.sandbox ?? createLua)({
    ...(host.limits && { limits: host.limits }),
    ...(onOutput && { onOutput }),
  });
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
  const lua = sandboxFor(host, options);
  mountAccounts(lua, { ...names, default: run.account }, (...call) => callOperation(run, ...call));
  const name = options.name ?? CHUNK;
  lua.set('args', options.args ?? {});
  for (const [path, value] of Object.entries(options.globals ?? {})) lua.set(path, value);
  const outcome = await lua.run(code, { name, ...(options.signal && { signal: options.signal }) }).finally(run.clients.close);
  const deliveries = await run.deliveries.settled();
  const undelivered = run.delivery === 'batch' ? deliveryError(deliveries, name) : undefined;
  const error = outcome.ok ? undelivered : scriptError(outcome.error);
  const { instructions, hostCalls, outputBytes } = outcome.usage;
  return {
    ok: error === undefined,
    values: outcome.ok ? outcome.values : [],
    output: outcome.output,
    ...(error && { error }),
    calls: run.log.records,
    deliveries,
    ...(run.dryRun && { planned: run.dryRun.planned(run.log.records) }),
    usage: { timeMs: performance.now() - started, instructions, hostCalls, outputBytes, batches: run.clients.batches() },
  };
};
