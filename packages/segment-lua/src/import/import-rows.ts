import { Worker } from 'node:worker_threads';

import type { AccountSource } from '../accounts/account-source.js';
import { enqueueLater, enqueueNow } from '../host/enqueue.js';
import { createRunClients, type RunClients } from '../host/run-clients.js';
import type { SegmentLuaOptions } from '../host/segment-lua-options.js';
import type { Feed } from './feed.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { MapCall, MapHost, MapJob, MappedRow, RowMap } from './map-protocol.js';
import { answerQuestions } from './questions.js';

/** Events that wait take up at most this much; it bounds the rows that are open, too. */
const QUEUE_BYTES = 4 * 1024 * 1024;

/** The person at the terminal stops what runs too long. */
const LIMITS = { instructions: Infinity, timeMs: Infinity, hostCalls: Infinity, sourceBytes: 16 * 1024 * 1024 };

/**
 * The map has this much time for the rows it has in hand when the import is to stop; they are mapped again next time.
 */
const GRACE_MS = 2_000;

/** What the map's thread may hold, above what the Lua of the map may. */
const THREAD_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 48 };

/** What an import works with. */
export interface ImportParts {
  readonly host: SegmentLuaOptions;
  readonly accounts: AccountSource;
  readonly map: RowMap;
  readonly feed: Feed;
  readonly ledger: Ledger;
  /** Ends the import early; what has been handed over still arrives. */
  readonly signal: AbortSignal;
}

/** Sends what the map made of rows, and books it. */
const createBook = (clients: RunClients, ledger: Ledger) => {
  const send = async (row: OpenRow, { operation, account, input }: MapCall): Promise<void> => {
    const client = clients.opened(account);
    const enqueued = client && enqueueNow(client, operation, input);
    const { delivered } = enqueued ?? (await enqueueLater(clients.of(account), operation, input));
    ledger.follow(row, delivered);
  };
  return async (rows: readonly OpenRow[], mapped: readonly MappedRow[]): Promise<void> => {
    for (const [at, { events, error }] of mapped.entries()) {
      const row = rows[at];
      if (row === undefined) break;
      let failure: unknown = error;
      for (const event of events) await send(row, event).catch((reason: unknown) => (failure ??= reason));
      ledger.settle(row, failure);
    }
  };
};

/** Runs the map in a thread until it has ended. */
const inThread = (job: MapJob, host: MapHost, signal: AbortSignal): Promise<void> =>
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
      resolve();
    });
  });

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Takes every row through the map and waits until every event has ended. The map runs in a thread of its own; while it
 * has some rows in hand, the next are read and the last are sent.
 * @returns Why the import could not go on; undefined when it came to the end of the rows or was stopped.
 */
export const importRows = async ({
  host,
  accounts,
  map,
  feed,
  ledger,
  signal,
}: ImportParts): Promise<string | undefined> => {
  const clients = createRunClients({ ...host, client: { ...host.client, maxQueueBytes: QUEUE_BYTES } }, accounts);
  const book = createBook(clients, ledger);
  const names = await accounts.names();
  let inHand: readonly OpenRow[] = [];
  const read = (): ReturnType<Feed['next']> => {
    const rows = feed.next();
    // What it rejects with is thrown when the map asks for these rows.
    rows.catch(() => undefined);
    return rows;
  };
  let reading = read();
  let booking = Promise.resolve();
  let reason: string | undefined;
  const bookWhat = (mapped: readonly MappedRow[]): void => {
    const rows = inHand;
    booking = nextTurn().then(() => book(rows, mapped));
  };
  const questions: MapHost = {
    next: async (mapped) => {
      await booking;
      bookWhat(mapped);
      inHand = signal.aborted ? [] : await reading;
      if (inHand.length > 0) reading = read();
      return inHand.map(({ id, row }) => ({ id, row }));
    },
    read: async ({ operation, account, input }) => (await clients.of(account)).call(operation, input),
    end: async (end) => {
      await booking;
      bookWhat(end.mapped);
      reason = end.reason;
    },
  };
  const job = {
    map,
    accounts: { ...names, default: host.account ?? names.default },
    limits: { ...LIMITS, ...host.limits },
  };
  await inThread(job, questions, signal).catch((error: unknown) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  await booking;
  await clients.close();
  return reason;
};
