import { SegmentError } from '../contract/errors.js';
import type { DeliveryLimits } from '../delivery/delivery.js';
import type { EventQueue } from '../delivery/event-queue.js';
import type { Queue, QueueClient, QueueConnection } from '../delivery/queue-connection.js';
import type { Report } from '../delivery/report.js';
import { createOpening, createOutlet, tellOf } from './create-outlet.js';
import { createQueueCall, type QueueCall } from './queue-call.js';
import { QueueIntake } from './queue-intake.js';

/**
 * Events wait for nothing but the end of what runs now, which gathers bursts, and the put before. What Segment takes
 * in one request is no matter here: the fewer puts, the fewer waits for a disk or a network.
 */
const PUT_LIMITS: Omit<DeliveryLimits, 'maxQueueBytes'> = {
  flushAt: 2_500,
  flushIntervalMs: 0,
  gather: (_ms, then) => {
    void Promise.resolve().then(then);
    return () => undefined;
  },
  maxBatchEvents: 2_500,
  maxBatchBytes: 1024 * 1024,
  maxInFlight: 1,
};

/**
 * Makes a queue of one's own fit for a client, whatever it throws and however late it answers. It serves one client.
 * @example
 * const segment = createSegment({ writeKey, queue: createQueue(memoryQueue()) });
 */
export const createQueue = (queue: EventQueue): Queue => {
  let isTaken = false;
  return {
    connect: (client) => {
      if (isTaken) throw shared();
      isTaken = true;
      return connect(queue, client);
    },
  };
};

const shared = (): SegmentError =>
  new SegmentError("createSegment: bad option 'queue' (a queue of its own expected, got one of another client)", {
    kind: 'validation',
    code: 'invalid_option',
    field: 'queue',
  });

const connect = (queue: EventQueue, client: QueueClient): QueueConnection => {
  const { settings, stop } = client;
  const call = createQueueCall(settings.timeoutMs, stop);
  const open = createOpening(queue, client, call);
  const intake = new QueueIntake(queue, call, stop, settings.patience.maxRetryMs);
  const outlet = createOutlet(queue, client, call, open);
  return {
    limits: { ...settings, ...PUT_LIMITS },
    put: async (events) => {
      await open();
      const status = await intake.put(events);
      outlet?.added(events.length);
      return status;
    },
    complete: async (report, delivery, isClosed) => {
      await delivery.below(1);
      await outlet?.drain();
      if (isClosed) await outlet?.close();
      const completed = mergeReports(report, await outlet?.report(), await countQueued(queue, call));
      if (isClosed) await call('close', () => queue.close()).catch(tellOf(client));
      return completed;
    },
  };
};

const countQueued = async (queue: EventQueue, call: QueueCall): Promise<Pick<Report, 'queued'>> => {
  try {
    return { queued: (await call('stats', () => queue.stats())).events };
  } catch {
    return {};
  }
};

/** @param taken What became of the calls. @param sent What became of the queue's events since the last report. */
const mergeReports = (taken: Report, sent: Report | undefined, queued: Pick<Report, 'queued'>): Report => ({
  delivered: taken.delivered + (sent?.delivered ?? 0),
  failed: [...taken.failed, ...(sent?.failed ?? [])],
  dropped: taken.dropped,
  omitted: taken.omitted + (sent?.omitted ?? 0),
  ...queued,
});
