import { isSegmentError, SegmentError } from '../contract/errors.js';
import { tell } from '../contract/hooks.js';
import type { EventQueue } from '../delivery/event-queue.js';
import type { Queue, QueueClient, QueueConnection } from '../delivery/queue-connection.js';
import type { Report } from '../delivery/report.js';
import { createPost } from '../delivery/tracking-api.js';
import { createSend } from '../http/send.js';
import { readJson } from '../schema/read-exact-json.js';
import { createQueueCall, type QueueCall } from './queue-call.js';
import { createQueueHold } from './queue-hold.js';
import { QueueIntake } from './queue-intake.js';
import { QueueOutlet } from './queue-outlet.js';
import { nameSource } from './source-name.js';

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
    // They wait for nothing but the call before.
    limits: { ...settings, flushAt: 1, maxInFlight: 1 },
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

/** Opens the queue at its first use, and again after a failure. */
const createOpening = (queue: EventQueue, { options }: QueueClient, call: QueueCall): (() => Promise<void>) => {
  let opening: Promise<void> | undefined;
  let isOpen = false;
  const open = async (): Promise<void> => {
    try {
      await queue.open?.(await nameSource(options.writeKey ?? ''));
      isOpen = true;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  return async () => {
    if (!isOpen) await call('open', () => (opening ??= open()));
  };
};

/** What sends the events of a queue; a queue that gives none out is emptied elsewhere. */
const createOutlet = (
  queue: EventQueue,
  client: QueueClient,
  call: QueueCall,
  open: () => Promise<void>,
): QueueOutlet | undefined => {
  const { options, settings, parts, stop } = client;
  if (!queue.reserve || !options.writeKey || options.disable) return undefined;
  const report = tellOf(client);
  const hold = createQueueHold((ms) => {
    if (queue.hold) call('hold', async () => queue.hold?.(ms)).catch(report);
  });
  const send = createSend(parts, { ...settings.patience, maxRetries: 0 });
  const outlet = new QueueOutlet({
    queue,
    open,
    call,
    post: createPost(send, { ...options, ...settings }, stop, parts, hold),
    hold,
    limits: settings,
    stop,
    tell: report,
  });
  outlet.look();
  return outlet;
};

/** Tells the hooks of a fault, and of the event it costs if it does. */
const tellOf =
  ({ parts: { hooks } }: QueueClient) =>
  (error: unknown, body?: string): void => {
    if (isSegmentError(error)) tell(hooks, 'onError', error, body === undefined ? undefined : readEvent(body));
  };

/** A queue may give back something that is no JSON. */
const readEvent = (body: string): unknown => {
  try {
    return readJson(body);
  } catch {
    return body;
  }
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
