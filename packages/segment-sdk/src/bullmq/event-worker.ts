import { createCore } from '../client/create-core.js';
import type { SegmentOptions } from '../client/options.js';
import type { CloseOptions } from '../client/segment.js';
import { createOptionCheck } from '../contract/check-options.js';
import { invalid } from '../contract/errors.js';
import { tell } from '../contract/hooks.js';
import type { EventQueue, QueueStats } from '../delivery/event-queue.js';
import type { Queue } from '../delivery/queue-connection.js';
import { holdProcess, releaseProcess } from '../http/timer.js';
import { createOpening, createOutlet } from '../queue/create-outlet.js';
import { createQueueCall } from '../queue/queue-call.js';
import type { QueueOutlet } from '../queue/queue-outlet.js';
import { nameSource } from '../queue/source-name.js';
import { described } from '../schema/json-value.js';
import { BullmqQueue } from './bullmq-queue.js';
import { type OpenBullmqOptions, readPlace } from './queue-options.js';
import { openLink, type RedisLink } from './redis-link.js';

/** What of a client's options concerns sending. */
type SendOptions = Pick<
  SegmentOptions,
  | 'axios'
  | 'gzip'
  | 'maxBatchEvents'
  | 'oauth'
  | 'onError'
  | 'onRequest'
  | 'onResponse'
  | 'plugins'
  | 'region'
  | 'timeoutMs'
  | 'trackingUrl'
  | 'transport'
>;

/** How a worker is set up: where the queue is, and how its events are sent. */
export interface EventWorkerOptions extends Omit<OpenBullmqOptions, 'maxBytes'>, SendOptions {
  /** The write keys of the sources whose events it delivers. Redis has none of them. */
  readonly writeKeys: readonly string[];
  /** Most requests at a time for each source, at most its `partitions`. Default 4. */
  readonly concurrency?: number | undefined;
}

/** What a worker has done since it began. */
export interface WorkerTotals {
  /** Events that Segment accepted. */
  readonly delivered: number;
  /** Events that Segment refused; they are kept apart. */
  readonly dead: number;
}

/** A source and what waits for it. */
export interface SourceStats extends QueueStats {
  /** 16 hexadecimal digits of its write key's SHA-256. */
  readonly source: string;
}

/** Delivers the events of a queue in Redis, beside any number of others like it. */
export interface EventWorker {
  readonly totals: () => Promise<WorkerTotals>;
  /** What waits for its sources, on all machines. @throws {SegmentError} `queue_failed` while Redis is away */
  readonly stats: () => Promise<readonly SourceStats[]>;
  /**
   * Takes nothing more, ends what is on the way, and leaves the rest to others. It ends, whatever Redis does.
   * @param options `timeoutMs`: what has not ended by then is delivered by others. Default 30,000.
   */
  readonly close: (options?: CloseOptions) => Promise<WorkerTotals>;
}

const NAMES = Object.keys({
  connection: 1,
  prefix: 1,
  partitions: 1,
  maxEventsPerSecond: 1,
  leaseMs: 1,
  writeKeys: 1,
  concurrency: 1,
  axios: 1,
  gzip: 1,
  maxBatchEvents: 1,
  oauth: 1,
  onError: 1,
  onRequest: 1,
  onResponse: 1,
  plugins: 1,
  region: 1,
  timeoutMs: 1,
  trackingUrl: 1,
  transport: 1,
} satisfies Record<keyof EventWorkerOptions, unknown>);

const CLOSE_MS = 30_000;

/** How long a worker waits for Redis before it looks again, in milliseconds. */
const AWAY_MS = 5_000;

/**
 * Delivers what clients with `bullmqQueue()` have put into Redis. Workers on any number of machines share one rate
 * limit and heed what Segment asks of one of them (`Retry-After`); a user's events stay in order.
 * @throws {SegmentError} `invalid_option`
 * @example
 * const worker = createEventWorker({ connection: 'redis://queue:6379', writeKeys: [process.env.SEGMENT_WRITE_KEY] });
 * process.once('SIGTERM', () => worker.close());
 */
export const createEventWorker = (options: EventWorkerOptions): EventWorker => {
  const check = createOptionCheck('createEventWorker', options);
  check.names(NAMES);
  const writeKeys: readonly string[] = options.writeKeys;
  if (!Array.isArray(writeKeys) || writeKeys.length === 0) throw noKeys(writeKeys);
  const { concurrency } = check.numbers({ concurrency: [1, 4] });
  const { connection, ...settings } = readPlace('createEventWorker', options);
  const sending = readSending(options);
  const hooks = [options, ...(options.plugins ?? [])];
  const link = openLink(connection, (error) => {
    tell(hooks, 'onError', error, undefined);
  });
  const served = [...new Set<string>(writeKeys)].map((writeKey) =>
    serve(writeKey, new BullmqQueue({ ...settings, link, onClose: () => undefined }), link, {
      ...sending,
      maxInFlight: concurrency,
    }),
  );
  holdProcess();
  const totals = async (): Promise<WorkerTotals> => sum(await Promise.all(served.map((one) => one.totals())));
  const finish = async ({ timeoutMs = CLOSE_MS }: CloseOptions = {}): Promise<WorkerTotals> => {
    await Promise.all(served.map(({ close }) => close({ timeoutMs })));
    link.close();
    releaseProcess();
    return totals();
  };
  let closing: Promise<WorkerTotals> | undefined;
  return {
    totals,
    stats: async () => Promise.all(served.map(({ stats }) => stats())),
    close: (given) => (closing ??= finish(given)),
  };
};

/** The options of the client within. */
const readSending = (options: EventWorkerOptions): SendOptions => {
  const { axios, gzip, maxBatchEvents, oauth, onError, onRequest, onResponse } = options;
  const { plugins, region, timeoutMs, trackingUrl, transport } = options;
  return {
    axios,
    gzip,
    maxBatchEvents,
    oauth,
    plugins,
    region,
    timeoutMs,
    trackingUrl,
    transport,
    ...(onError && { onError }),
    ...(onRequest && { onRequest }),
    ...(onResponse && { onResponse }),
  };
};

/** Delivers the events of one source. */
const serve = (writeKey: string, queue: BullmqQueue, link: RedisLink, sending: SegmentOptions) => {
  const counts = { delivered: 0, dead: 0 };
  let outlet: QueueOutlet | undefined;
  const collect = async (): Promise<WorkerTotals> => {
    const report = await outlet?.report();
    counts.delivered += report?.delivered ?? 0;
    counts.dead += (report?.failed.length ?? 0) + (report?.omitted ?? 0);
    return counts;
  };
  // What was refused is in Redis: it need not be kept here as well.
  const forget = { onError: (_error: unknown, event: unknown) => event !== undefined && collect() };
  const plugins = [...(sending.plugins ?? []), forget];
  const open = createPatientQueue(queue, link, writeKey);
  const delivery: Queue = {
    connect: (client) => {
      const call = createQueueCall(client.settings.timeoutMs, client.stop);
      outlet = createOutlet(open, client, call, createOpening(open, client, call));
      return {
        limits: client.settings,
        put: () => Promise.reject(invalid('queue', 'a worker puts nothing')),
        complete: async (report) => {
          await outlet?.close();
          await call('close', () => queue.close()).catch(() => undefined);
          return report;
        },
      };
    },
  };
  const { close } = createCore({ ...sending, plugins, writeKey, queue: delivery });
  const stats = async (): Promise<SourceStats> => {
    await link.ready();
    return { source: await nameSource(writeKey), ...(await queue.stats()) };
  };
  return { totals: collect, stats, close };
};

/** A queue that has nothing to give while Redis is away, and opens once it is there. */
const createPatientQueue = (queue: BullmqQueue, link: RedisLink, writeKey: string): EventQueue => {
  let opening: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    try {
      await queue.open(await nameSource(writeKey));
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  return {
    put: (events) => queue.put(events),
    reserve: async (limits) => {
      if (!(await link.back(AWAY_MS))) return undefined;
      await (opening ??= open());
      return queue.reserve(limits);
    },
    hold: (ms) => queue.hold(ms),
    stats: () => queue.stats(),
    close: () => queue.close(),
  };
};

const sum = (all: readonly WorkerTotals[]): WorkerTotals => ({
  delivered: all.reduce((total, { delivered }) => total + delivered, 0),
  dead: all.reduce((total, { dead }) => total + dead, 0),
});

const noKeys = (given: unknown) =>
  invalid(
    'createEventWorker',
    { message: `bad option 'writeKeys' (list of write keys expected, got ${described(given)})`, field: 'writeKeys' },
    'invalid_option',
  );
