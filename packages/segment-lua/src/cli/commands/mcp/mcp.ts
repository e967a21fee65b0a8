import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

import { createLuaWorker, type LuaWorker } from '@moonwire/lua-bridge';

import type { Policy } from '../../../host/policy.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import type { RunScript } from '../../../mcp/execute-lua.js';
import { createRuns, type Runs } from '../../../mcp/runs.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { openSession } from '../../session/session.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain } from '../../terminal/terminal.js';
import type { McpFlags } from './mcp-command.js';

const READ_ONLY: Policy = {
  rules: [{ effect: 'write', then: 'deny' }],
  owner: 'whoever starts segment-lua mcp, without --read-only,',
};

/** Serves agents until they hang up, or until Ctrl-C; what was queued by then is delivered. */
export const serveMcp = async (flags: McpFlags): Promise<void> => {
  // Threads are kept for the next script; what a script does in one cannot be seen by the next.
  const lua = createLuaWorker({ limits: { timeMs: flags.timeout * 1000 }, pool: flags.runs });
  const runs = createRuns(createRunApart(flags, lua), flags.runs);
  const interrupt = catchInterrupt();
  await (flags.http ? serveOverHttp(runs, flags.port, interrupt.signal) : serveOverStdio(runs, interrupt.signal));
  interrupt.dispose();
  lua[Symbol.dispose]();
};

/** A simulator of its own for every run: runs cannot see each other's events, and none are kept. */
const createRunApart = (flags: McpFlags, sandbox: LuaWorker): RunScript => {
  const policy = flags.readOnly ? READ_ONLY : createDeletionPolicy(flags.allow);
  const options: SegmentLuaOptions = {
    sandbox,
    ...(flags.account !== undefined && { account: flags.account }),
  };
  return async (code, runOptions) => {
    // A dry run deletes nothing.
    const isFree = runOptions?.dryRun === true && !flags.readOnly;
    const { host } = await openSession(flags, { ...options, ...(!isFree && { policy }) });
    return host.run(code, runOptions).finally(host.close);
  };
};

const serveOverHttp = async (runs: Runs, port: number, signal: AbortSignal): Promise<void> => {
  const { serveHttp } = await import('../../../mcp/serve-http.js');
  // A blank one would let everybody in.
  const given = process.env['SEGMENT_LUA_MCP_TOKEN']?.trim() || undefined;
  const token = given ?? randomBytes(24).toString('base64url');
  const service = await serveHttp(runs.run, { port, token });
  complain(`Listening at ${service.url}`);
  if (given === undefined) complain(`Token: ${token}`);
  if (!signal.aborted) await once(signal, 'abort');
  runs.stop();
  await runs.settle();
  await service.close();
};

const serveOverStdio = async (runs: Runs, signal: AbortSignal): Promise<void> => {
  const { serveStdio } = await import('../../../mcp/serve-stdio.js');
  await serveStdio(runs, signal);
};
