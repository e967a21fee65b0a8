import { Worker } from 'node:worker_threads';

import type { AccountSource } from '../accounts/account-source.js';
import { readPlanOptions } from '../host/account-plan.js';
import { createRunClients, type RunClients } from '../host/run-clients.js';
import type { SegmentLuaOptions } from '../host/segment-lua-options.js';
import type { Feed } from './feed.js';
import type { Ledger } from './ledger.js';
import type { MapHost, MapJob, RowWork } from './map-protocol.js';
import type { PlanWatch } from './plan-watch.js';
import { answerQuestions } from './questions.js';
import { type Kept, Relays, type Sender } from './relays.js';
import { RowExchange } from './row-exchange.js';

/** What an import works with. */
export interface ImportParts {
  readonly host: Pick<
    SegmentLuaOptions,
    'simulator' | 'client' | 'account' | 'limits' | 'queue' | 'plan' | 'onViolation'
  >;
  readonly accounts: AccountSource;
  readonly map: RowWork;
  readonly feed: Feed;
  readonly ledger: Ledger;
  /** What an account's events are told apart by from those of other accounts, sources and targets. */
  readonly identify: MapHost['identify'];
  /** Takes what the map makes in the place of Segment, where nothing is sent. */
  readonly rehearsal: Sender | undefined;
  /** Counts what breaks a plan. */
  readonly watch: PlanWatch | undefined;
  /** Told what the map prints. */
  readonly onOutput: (text: string) => void;
  /** Ends the import early; what has been handed over still arrives. */
  readonly signal: AbortSignal;
}

/**
 * Events that wait take up at most 4 MiB, which bounds the rows that are open, too. There is always a next one: a
 * request may wait for enough of them.
 */
const SENDING = { maxQueueBytes: 4 * 1024 * 1024, flushAt: 500 };

/** The person at the terminal stops what runs too long. */
const LIMITS = {
  instructions: Infinity,
  timeMs: Infinity,
  hostCalls: Infinity,
  sourceBytes: 16 * 1024 * 1024,
  outputBytes: Infinity,
};

/** The map has this much time for the rows it is at when the import is to stop; they are mapped again next time. */
const GRACE_MS = 2_000;

/** What the map's thread may hold, above what the Lua of the map may. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 96 };

/** How the rows came to their end. */
export interface RowsEnd {
  /** Why the import could not go on; undefined when it came to the end of the rows or was stopped. */
  readonly reason: string | undefined;
  /** What queues say of the events that they have taken. */
  readonly kept: Kept;
}

/**
 * Takes every row through the map and waits until every event has ended. The map runs in a thread of its own; while it
 * is at some rows, the next are read and the last are sent.
 */
export const importRows = async (parts: ImportParts): Promise<RowsEnd> => {
  const { host, accounts, map, signal } = parts;
  const clients = createRunClients({ ...host, delivery: 'batch' }, accounts);
  const sender = parts.rehearsal ?? createRelays(host, clients);
  const relays = parts.watch?.over(sender) ?? sender;
  const names = await accounts.names();
  const exchange = new RowExchange({ ...parts, clients, relays });
  const job = {
    map,
    accounts: { ...names, default: host.account ?? names.default },
    limits: { ...LIMITS, ...host.limits },
  };
  const failure = await runInThread(job, exchange, signal).catch((error: unknown) =>
    error instanceof Error ? error.message : String(error),
  );
  await exchange.finish();
  const kept = await relays.close();
  await clients.close();
  return { reason: failure ?? exchange.reason, kept };
};

const createRelays = (host: ImportParts['host'], clients: RunClients): Relays =>
  new Relays(async (account) => ({
    ...(await clients.readOptions(account)),
    ...(await readPlanOptions(host, account)),
    ...(host.queue && { queue: host.queue() }),
    ...SENDING,
  }));

/** Runs the map in a thread until it has ended. */
const runInThread = (job: MapJob, host: MapHost, signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./map-thread.js', import.meta.url), {
      workerData: job,
      resourceLimits: THREAD_LIMITS,
    });
    answerQuestions(worker, host);
    const hurry = (): void => void setTimeout(() => void worker.terminate(), GRACE_MS).unref();
    signal.addEventListener('abort', hurry, { once: true });
    worker.once('error', reject);
    worker.once('exit', () => {
      signal.removeEventListener('abort', hurry);
      resolve(undefined);
    });
  });
