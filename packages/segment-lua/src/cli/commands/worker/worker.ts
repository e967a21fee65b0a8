import { once } from 'node:events';

import type { EventWorker, EventWorkerOptions, WorkerTotals } from '@moonwire/segment-sdk/bullmq';

import { createAccountSource } from '../../../accounts/account-source.js';
import { sayTarget } from '../../../host/target.js';
import { createFaultTeller } from '../../session/fault-teller.js';
import { loadRedisEngine, readRedisAddress } from '../../session/queue-place.js';
import { openSession, type Session } from '../../session/session.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { complain, countOff, say, sayJson } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import type { WorkerFlags } from './worker-command.js';

const STOPPING = 'Stopping: what is on the way is ended. Ctrl-C again stops at once.';

/** Delivers events of a queue in Redis until Ctrl-C or SIGTERM. */
export const work = async (flags: WorkerFlags): Promise<void> => {
  if (!flags.live && flags.url === undefined)
    throw new UsageError(
      'where the events are to go is not said; give --live, or --url for what stands in for Segment',
    );
  const session = await openSession({ live: flags.live, url: flags.url }, {});
  const workers = await openWorkers(flags, session);
  const interrupt = catchInterrupt(STOPPING);
  const service = flags.port === undefined ? undefined : await serve(flags, workers, session.target);
  if (!flags.json)
    complain(`Delivering the events of ${countOff(workers.size, 'account')} to ${sayTarget(session.target)}.`);
  if (!interrupt.signal.aborted) await once(interrupt.signal, 'abort');
  const totals = await Promise.all(
    [...workers.values()].map((worker) => worker.close({ timeoutMs: flags.grace * 1_000 })),
  );
  await service?.close();
  await session.host.close();
  interrupt.dispose();
  sayTotals(totals, session.target, flags.json);
};

/** A worker for each account that has a write key, by its name. */
const openWorkers = async (flags: WorkerFlags, { options }: Session): Promise<ReadonlyMap<string, EventWorker>> => {
  const { createEventWorker } = await loadRedisEngine();
  const { accounts = {}, client = {} } = options;
  const source = createAccountSource(accounts);
  const { all, default: chosen } = await source.names();
  const workers = new Map<string, EventWorker>();
  for (const name of flags.account === undefined ? new Set([...all, chosen]) : [flags.account]) {
    const { writeKey, region } = await source.credentials(name);
    if (writeKey === undefined) continue;
    const { trackingUrl = undefined } = client;
    workers.set(name, createEventWorker({ ...readFlags(flags, name), writeKeys: [writeKey], region, trackingUrl }));
  }
  if (workers.size === 0)
    throw new UsageError(
      'there is no account with a write key whose events could be sent; add one with segment-lua accounts add',
    );
  return workers;
};

const readFlags = (flags: WorkerFlags, account: string): Omit<EventWorkerOptions, 'writeKeys'> => ({
  connection: readRedisAddress(flags.redis),
  prefix: flags.prefix,
  partitions: flags.partitions,
  concurrency: flags.concurrency,
  maxEventsPerSecond: flags.rate,
  onError: createFaultTeller((message) => `${new Date().toISOString()} ${account}: ${message}`),
});

const serve = async (flags: WorkerFlags, workers: ReadonlyMap<string, EventWorker>, target: string) => {
  const [{ figuresOf }, { openFigures }] = await Promise.all([import('./figures.js'), import('./open-figures.js')]);
  return openFigures(figuresOf(workers, target), flags);
};

const sayTotals = (all: readonly WorkerTotals[], target: string, json: true | undefined): void => {
  const delivered = all.reduce((sum, one) => sum + one.delivered, 0);
  const refused = all.reduce((sum, one) => sum + one.dead, 0);
  if (json) sayJson({ target, delivered, refused });
  else {
    say(`${countOff(delivered, 'event')} delivered to ${sayTarget(target)}.`);
    if (refused > 0) say(`Segment refused ${countOff(refused, 'event')} for good; Redis keeps them apart.`);
  }
};
