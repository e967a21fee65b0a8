import { once } from 'node:events';

import { createLuaWorker, type LuaWorker } from '@moonwire/lua-bridge';

import type { Policy } from '../../../host/policy.js';
import type { SegmentLuaOptions } from '../../../host/segment-lua-options.js';
import { sayTarget, SIMULATOR } from '../../../host/target.js';
import type { JobTotals, JobWorker, JobWorkerOptions } from '../../../jobs/job-worker.js';
import { createDeletionPolicy } from '../../session/deletion-policy.js';
import { createFaultTeller } from '../../session/fault-teller.js';
import { loadJobs, placeJobs } from '../../session/job-place.js';
import { ofOwnScripts } from '../../session/own-scripts.js';
import { createFilePolicy, type PolicyFile, readPolicyFile } from '../../session/policy-file.js';
import { loadOptional } from '../../session/queue-place.js';
import { openSession, type Session } from '../../session/session.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain, countOff, say, sayJson } from '../../terminal/terminal.js';
import type { JobWorkFlags } from './job-command.js';

const STOPPING = 'Stopping: what runs is ended. Ctrl-C again stops at once.';

/** Runs scripts that are submitted until Ctrl-C or SIGTERM. */
export const workOnJobs = async (flags: JobWorkFlags): Promise<void> => {
  const { createJobWorker } = await loadOptional(() => import('../../../jobs/job-worker.js'));
  // Threads are kept for the next script; what a script does in one cannot be seen by the next.
  const limits = { ...ofOwnScripts, timeMs: flags.timeout * 1_000 };
  const sandbox = createLuaWorker({ limits, pool: flags.runs });
  const sessions = new Sessions(flags, sandbox);
  const { target } = await sessions.of('');
  const interrupt = catchInterrupt(STOPPING);
  const worker = createJobWorker({
    ...placeJobs(flags),
    concurrency: flags.runs,
    leaseMs: Math.ceil(flags.lease * 1_000),
    run: (code, options, { tenant }) => sessions.run(code, options, tenant),
    onError: createFaultTeller((message) => `${new Date().toISOString()} ${message}`),
  });
  const closeFigures = flags.port === undefined ? undefined : await openFiguresOf(flags, worker, target);
  if (!flags.json) complain(`Running scripts that are submitted, on ${sayTarget(target)}.`);
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
  const totals = await worker.close({ timeoutMs: flags.grace * 1_000 });
  await closeFigures?.();
  await sessions.close();
  sandbox[Symbol.dispose]();
  interrupt.dispose();
  sayTotals(totals, target, flags.json);
};

/** The sessions of tenants: one for all whose rules are the same. */
class Sessions {
  readonly #flags: JobWorkFlags;
  readonly #options: SegmentLuaOptions;
  readonly #file: PolicyFile | undefined;
  readonly #open = new Map<string, Promise<Session>>();

  constructor(flags: JobWorkFlags, sandbox: LuaWorker) {
    const { policy, account, confirm } = flags;
    this.#flags = flags;
    this.#file = policy === undefined ? undefined : readPolicyFile(policy);
    this.#options = {
      sandbox,
      ...(account !== undefined && { account }),
      ...(confirm && { delivery: 'confirm' }),
    };
  }

  of(tenant: string): Promise<Session> {
    const rules = JSON.stringify(this.#file?.rulesFor(tenant) ?? []);
    const known = this.#open.get(rules) ?? this.#openSession(tenant);
    this.#open.set(rules, known);
    return known;
  }

  /** On the simulator each script has one of its own: they cannot see each other's events, and none are kept. */
  readonly run = async (
    code: string,
    options: Parameters<JobWorkerOptions['run']>[1],
    tenant: string,
  ): ReturnType<JobWorkerOptions['run']> => {
    const shared = await this.of(tenant);
    if (shared.target !== SIMULATOR) return shared.host.run(code, options);
    const { host } = await this.#openSession(tenant);
    try {
      return await host.run(code, options);
    } finally {
      await host.close();
    }
  };

  async close(): Promise<void> {
    const sessions = await Promise.all(this.#open.values());
    await Promise.all(sessions.map(({ host }) => host.close()));
  }

  #openSession(tenant: string): Promise<Session> {
    return openSession(this.#flags, { ...this.#options, policy: this.#choosePolicy(tenant) });
  }

  #choosePolicy(tenant: string): Policy {
    const { allow } = this.#flags;
    return this.#file === undefined ? createDeletionPolicy(allow) : createFilePolicy(this.#file, tenant, allow);
  }
}

const openFiguresOf = async (flags: JobWorkFlags, worker: JobWorker, target: string): Promise<() => Promise<void>> => {
  const [{ figuresOfJobs }, { openFigures }, { createJobQueue }] = await Promise.all([
    import('./job-figures.js'),
    import('../worker/open-figures.js'),
    loadJobs(),
  ]);
  const jobs = createJobQueue(placeJobs(flags));
  const service = await openFigures(figuresOfJobs(worker, jobs, target), flags);
  return async () => {
    await service.close();
    await jobs.close();
  };
};

const sayTotals = (totals: JobTotals, target: string, json: true | undefined): void => {
  if (json) {
    sayJson({ target, ...totals });
    return;
  }
  const { succeeded, failed, cancelled, interrupted, waiting } = totals;
  const ended = succeeded + failed + cancelled + interrupted;
  say(`${countOff(ended, 'script')} ended on ${sayTarget(target)}, ${succeeded} of them well.`);
  if (waiting > 0) say(`${countOff(waiting, 'script waits', 'scripts wait')} again, for other workers.`);
  if (interrupted > 0) say(`${countOff(interrupted, 'script was', 'scripts were')} interrupted after calls.`);
};
