import { isSegmentError } from '../contract/errors.js';
import { tell } from '../contract/hooks.js';
import type { EventQueue } from '../delivery/event-queue.js';
import type { QueueClient } from '../delivery/queue-connection.js';
import { createPost } from '../delivery/tracking-api.js';
import { createSend } from '../http/send.js';
import { readJson } from '../schema/read-exact-json.js';
import type { QueueCall } from './queue-call.js';
import { createQueueHold } from './queue-hold.js';
import { QueueOutlet } from './queue-outlet.js';
import { nameSource } from './source-name.js';

/** Opens the queue at its first use, and again after a failure. */
export const createOpening = (queue: EventQueue, { options }: QueueClient, call: QueueCall): (() => Promise<void>) => {
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
export const createOutlet = (
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
export const tellOf =
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
