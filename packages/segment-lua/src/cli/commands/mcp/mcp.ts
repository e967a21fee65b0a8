import { once } from 'node:events';

import { createLuaWorker } from '@moonwire/lua-bridge';
import type { Plan } from '@moonwire/segment-sdk/plan';

import manifest from '../../../../package.json' with { type: 'json' };
import { DEFAULT_ACCOUNT } from '../../../accounts/segment-account.js';
import { readPlanOptions } from '../../../host/account-plan.js';
import type { Service } from '../../../mcp/create-mcp-server.js';
import { createRuns, type Runs } from '../../../mcp/runs.js';
import type { AnsweredRequest } from '../../../mcp/serve-http.js';
import type { SessionStore } from '../../../mcp/session-store.js';
import { auditRuns, openAuditLog } from '../../session/audit-log.js';
import { openDocs } from '../../session/docs.js';
import { complainOfAbsentAccounts, readPolicyFile } from '../../session/policy-file.js';
import { openSession, type Session } from '../../session/session.js';
import { openSharedPlace } from '../../session/shared-place.js';
import { createToken, followTokens, type Grant, hashToken, type Tokens } from '../../session/tokens-file.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { type BearerService, createBearerService } from './bearer-service.js';
import { Bearers } from './bearers.js';
import type { McpFlags } from './mcp-command.js';

/** Serves agents until they hang up, or until Ctrl-C; what was queued by then is delivered. */
export const serveMcp = async (flags: McpFlags): Promise<void> => {
  checkFlags(flags);
  // Threads are kept for the next script; what a script does in one cannot be seen by the next.
  const lua = createLuaWorker({ limits: { timeMs: flags.timeout * 1000 }, pool: flags.runs });
  // Over HTTP there may be others: a client leaves them one place to run in.
  const perClient = flags.http ? Math.max(1, flags.runs - 1) : flags.runs;
  const runs = createRuns({ all: flags.runs, perClient });
  const { target, plan, options } = await readSession(flags);
  const audit = flags.audit === undefined ? undefined : openAuditLog(flags.audit);
  const file = flags.policy === undefined ? undefined : readPolicyFile(flags.policy);
  if (file) await complainOfAbsentAccounts(file, options);
  const docs = await openDocs(flags.plan, plan);
  const shared = flags.share === undefined ? undefined : await openSharedPlace(flags.share);
  const interrupt = catchInterrupt();
  const serve = (grant: Grant): BearerService => {
    const given = { sandbox: lua, ...(shared && { holds: shared.holds }) };
    const service = { ...createBearerService(flags, grant, file, given), docs };
    return audit === undefined ? service : { ...service, run: auditRuns(service.run, audit, target, grant.name) };
  };
  if (flags.http) await serveOverHttp({ flags, target, runs, serve, sessions: shared?.sessions }, interrupt.signal);
  else {
    const { run, ...service } = serve(OWNER);
    await serveOverStdio({ ...service, target, run: runs.takeTurns('', run) }, runs, interrupt.signal);
  }
  interrupt.dispose();
  shared?.close();
  lua[Symbol.dispose]();
};

/** Whoever has started the server, and whoever presents the one token that it has then. */
const OWNER: Grant = { name: '' };

/** @throws UsageError for options that would be ignored. */
const checkFlags = ({ http, tokens, listen, knownAs, share, stateless }: McpFlags): void => {
  const lost = Object.entries({ tokens, listen, 'known-as': knownAs[0], share, stateless }).find(([, value]) => value);
  if (!http && lost) throw new UsageError(`--${lost[0]} is about --http, which is not given`);
};

/** Whom scripts talk to, with what, and the plan of unqualified calls. */
const readSession = async (
  flags: McpFlags,
): Promise<Pick<Session, 'target' | 'options'> & { readonly plan: Plan | undefined }> => {
  const { target, host, options } = await openSession(flags, {});
  await host.close();
  const { plan } = await readPlanOptions(options, DEFAULT_ACCOUNT);
  return { target, options, plan };
};

/** What a server over HTTP works with. */
interface HttpParts {
  readonly flags: McpFlags;
  readonly target: string;
  readonly runs: Runs;
  readonly serve: (grant: Grant) => BearerService;
  /** Where sessions are remembered, if other servers go on with them. */
  readonly sessions: SessionStore | undefined;
}

const serveOverHttp = async (parts: HttpParts, signal: AbortSignal): Promise<void> => {
  const { flags, target, runs } = parts;
  const [{ serveHttp }, { createMetrics }] = await Promise.all([
    import('../../../mcp/serve-http.js'),
    import('./metrics.js'),
  ]);
  const { tokens, announce } = chooseTokens(flags.tokens);
  const metrics = createMetrics(() => runs.load);
  const bearers = new Bearers({ ...parts, tokens, measure: metrics.measure });
  const service = await serveHttp((visitor) => bearers.serve(visitor), {
    host: flags.listen ?? LOOPBACK,
    port: flags.port,
    knownAs: flags.knownAs,
    sessions: flags.stateless ? 'none' : (parts.sessions ?? 'in-process'),
    admit: (token) => bearers.admit(token),
    health: () => ({ status: 'ok', version: manifest.version, target, runs: runs.load }),
    metrics: (token) => (bearers.mayReadMetrics(token) ? metrics.read() : undefined),
    onAnswered: (request) => {
      metrics.count(request);
      if (!flags.quiet) logRequest(request);
    },
  });
  complain(`Listening at ${service.url}`);
  announce();
  if (!signal.aborted) await once(signal, 'abort');
  runs.stop();
  await runs.settle();
  await service.close();
};

const LOOPBACK = '127.0.0.1';

/** Those of the file, or one that the environment has or that is made up and printed. */
const chooseTokens = (path: string | undefined): { readonly tokens: Tokens; readonly announce: () => void } => {
  if (path !== undefined) return { tokens: followTokens(path), announce: () => undefined };
  // A blank one would let everybody in.
  const given = process.env['SEGMENT_LUA_MCP_TOKEN']?.trim() || undefined;
  const token = given ?? createToken();
  return {
    tokens: oneToken(token),
    announce: () => {
      if (given === undefined) complain(`Token: ${token}`);
    },
  };
};

const oneToken = (token: string): Tokens => {
  const hash = hashToken(token);
  return { find: (presented) => (hashToken(presented) === hash ? { ...OWNER, metrics: true } : undefined) };
};

/** `2026-11-28T21:50:00.123Z POST /mcp 200 35 ms tools/call execute_lua` */
const logRequest = ({ method, path, asked, status, ms }: AnsweredRequest): void => {
  complain([new Date().toISOString(), method, path, status, `${ms} ms`, asked].filter(Boolean).join(' '));
};

const serveOverStdio = async (service: Service, runs: Runs, signal: AbortSignal): Promise<void> => {
  const { serveStdio } = await import('../../../mcp/serve-stdio.js');
  await serveStdio(service, runs, signal);
};
