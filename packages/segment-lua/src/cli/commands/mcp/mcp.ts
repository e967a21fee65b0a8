import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

import { createLuaWorker, type LuaWorker } from '@moonwire/lua-bridge';

import manifest from '../../../../package.json' with { type: 'json' };
import { checkScript } from '../../../check/check-script.js';
import type { Policy } from '../../../host/policy.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import type { Service } from '../../../mcp/create-mcp-server.js';
import type { RunScript } from '../../../mcp/execute-lua.js';
import { createRuns, type Runs } from '../../../mcp/runs.js';
import type { AnsweredRequest } from '../../../mcp/serve-http.js';
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
  // Over HTTP there may be others: a client leaves them one place to run in.
  const perClient = flags.http ? Math.max(1, flags.runs - 1) : flags.runs;
  const runs = createRuns(createRunApart(flags, lua), { all: flags.runs, perClient });
  const interrupt = catchInterrupt();
  const served = { ...(await describeReach(flags)), check: createCheck(flags) };
  const serviceFor = (client: string): Service => ({ ...served, run: runs.runFor(client) });
  if (flags.http) await serveOverHttp(serviceFor, runs, flags, interrupt.signal);
  else await serveOverStdio(serviceFor, runs, interrupt.signal);
  interrupt.dispose();
  lua[Symbol.dispose]();
};

const describeReach = async (flags: McpFlags): Promise<Pick<Service, 'target' | 'isReadOnly'>> => {
  const { target, host } = await openSession(flags, {});
  await host.close();
  return { target, isReadOnly: flags.readOnly === true };
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

/** Checks in this thread: what is run of a script is one of its names or calls at a time, and nothing is sent. */
const createCheck =
  (flags: McpFlags): Service['check'] =>
  async (code) => {
    const { host } = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
    return checkScript(host, code).finally(host.close);
  };

const serveOverHttp = async (
  serviceFor: (client: string) => Service,
  runs: Runs,
  { port, quiet }: McpFlags,
  signal: AbortSignal,
): Promise<void> => {
  const { serveHttp } = await import('../../../mcp/serve-http.js');
  // A blank one would let everybody in.
  const given = process.env['SEGMENT_LUA_MCP_TOKEN']?.trim() || undefined;
  const token = given ?? randomBytes(24).toString('base64url');
  const { target } = serviceFor('');
  const service = await serveHttp(serviceFor, {
    port,
    token,
    health: () => ({ status: 'ok', version: manifest.version, target, runs: runs.load }),
    onAnswered: quiet ? () => undefined : logRequest,
  });
  complain(`Listening at ${service.url}`);
  if (given === undefined) complain(`Token: ${token}`);
  if (!signal.aborted) await once(signal, 'abort');
  runs.stop();
  await runs.settle();
  await service.close();
};

/** `2026-11-28T21:50:00.123Z POST /mcp 200 35 ms tools/call execute_lua` */
const logRequest = ({ method, path, asked, status, ms }: AnsweredRequest): void => {
  complain([new Date().toISOString(), method, path, status, `${ms} ms`, asked].filter(Boolean).join(' '));
};

const serveOverStdio = async (
  serviceFor: (client: string) => Service,
  runs: Runs,
  signal: AbortSignal,
): Promise<void> => {
  const { serveStdio } = await import('../../../mcp/serve-stdio.js');
  await serveStdio(serviceFor(''), runs, signal);
};
