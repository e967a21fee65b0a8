import { randomBytes } from 'node:crypto';
import { once } from 'node:events';

import { createLuaWorker, type LuaWorker } from '@moonwire/lua-bridge';

import manifest from '../../../../package.json' with { type: 'json' };
import { checkScript } from '../../../check/check-script.js';
import type { Policy } from '../../../host/policy.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import type { Service } from '../../../mcp/create-mcp-server.js';
import type { Caller, RunScript } from '../../../mcp/execute-lua.js';
import { createHeldRuns } from '../../../mcp/held-runs.js';
import { createRuns, type Runs } from '../../../mcp/runs.js';
import type { AnsweredRequest } from '../../../mcp/serve-http.js';
import { auditRuns, openAuditLog } from '../../session/audit-log.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { createFilePolicy, readPolicyFile } from '../../session/policy-file.js';
import { openSession } from '../../session/session.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain } from '../../terminal/terminal.js';
import type { McpFlags } from './mcp-command.js';

/** Serves agents until they hang up, or until Ctrl-C; what was queued by then is delivered. */
export const serveMcp = async (flags: McpFlags): Promise<void> => {
  // Threads are kept for the next script; what a script does in one cannot be seen by the next.
  const lua = createLuaWorker({ limits: { timeMs: flags.timeout * 1000 }, pool: flags.runs });
  // Over HTTP there may be others: a client leaves them one place to run in.
  const perClient = flags.http ? Math.max(1, flags.runs - 1) : flags.runs;
  const reach = await describeReach(flags);
  const runApart = createRunApart(flags, lua, await choosePolicy(flags));
  const run = flags.audit === undefined ? runApart : auditRuns(runApart, openAuditLog(flags.audit), reach.target);
  const runs = createRuns(run, { all: flags.runs, perClient });
  const interrupt = catchInterrupt();
  const served = { ...reach, check: createCheck(flags), held: createHeldRuns() };
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

/** What each caller's scripts may do. */
const choosePolicy = async (flags: McpFlags): Promise<(caller: Caller) => Policy> => {
  const file = flags.policy === undefined ? undefined : await readPolicyFile(flags.policy);
  const base = createDeletionPolicy(flags.allow);
  return ({ name, ask }) => {
    if (flags.readOnly) return READ_ONLY;
    const policy = file === undefined ? base : createFilePolicy(file, name, flags.allow);
    return ask === undefined ? policy : { ...policy, ask };
  };
};

const READ_ONLY: Policy = {
  rules: [{ effect: 'write', then: 'deny' }],
  owner: 'whoever starts segment-lua mcp, without --read-only,',
};

/** A simulator of its own for every run: runs cannot see each other's events, and none are kept. */
const createRunApart = (flags: McpFlags, sandbox: LuaWorker, policyOf: (caller: Caller) => Policy): RunScript => {
  const options: SegmentLuaOptions = {
    sandbox,
    ...(flags.account !== undefined && { account: flags.account }),
  };
  return async (code, runOptions, caller) => {
    // A dry run deletes nothing.
    const isFree = runOptions.dryRun === true && !flags.readOnly;
    const { host } = await openSession(flags, { ...options, ...(!isFree && { policy: policyOf(caller) }) });
    try {
      return await host.run(code, runOptions);
    } finally {
      await host.close();
    }
  };
};

/** Checks in this thread: what is run of a script is one of its names or calls at a time, and nothing is sent. */
const createCheck =
  (flags: McpFlags): Service['check'] =>
  async (code) => {
    const { host } = await openSession(flags, flags.account === undefined ? {} : { account: flags.account });
    try {
      return await checkScript(host, code);
    } finally {
      await host.close();
    }
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
