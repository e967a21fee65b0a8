import { madeOnDemand, onDemand } from '../client/load-on-demand.js';
import type { SegmentOptions } from '../client/options.js';
import type { Settings } from '../client/settings.js';
import type { Post } from '../delivery/courier.js';
import type { QueuedEvent } from '../delivery/event-queue.js';
import { createHold } from './hold.js';
import type { Send } from './send.js';
import type { Stop } from './stop.js';

const basic = (writeKey: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${writeKey}:`)))}`;

/** The body of a batch, written around the events' own JSON. `sentAt` is the moment of this attempt. */
export const batchBody = (events: readonly QueuedEvent[], writeKey?: string): string => {
  // The ends are joined with the rest, so that the body is one flat string and not copied again.
  const start = JSON.stringify({ writeKey, sentAt: new Date(), batch: [] }).slice(0, -2);
  const last = events.length - 1;
  return events.map(({ body }, i) => (i === 0 ? start : ',') + body + (i === last ? ']}' : '')).join('');
};

/** Describes the requests that carry events, and gives them to `send`. */
export const createPost = (
  send: Send,
  { writeKey = '', oauth, gzip }: SegmentOptions,
  { trackingUrl }: Settings,
  stop: Stop,
): Post => {
  const hold = createHold();
  const post = async (events: readonly QueuedEvent[], authorization: () => string | Promise<string>): Promise<void> => {
    await send({
      operation: 'batch',
      describe: async () => {
        const body = batchBody(events, oauth && writeKey);
        return {
          method: 'POST',
          url: `${trackingUrl}/v1/batch`,
          headers: {
            'Content-Type': 'application/json',
            Authorization: await authorization(),
            ...(gzip && { 'Content-Encoding': 'gzip' }),
          },
          data: gzip ? await (await onDemand()).gzipped(body) : body,
        };
      },
      idempotent: true,
      hold,
      credential: 'the write key (writeKey, SEGMENT_WRITE_KEY)',
      stop,
    });
  };
  if (!oauth) {
    const authorization = basic(writeKey);
    return (events) => post(events, () => authorization);
  }
  const authorized = madeOnDemand(({ createAuthorized }) => createAuthorized(send, oauth, hold, stop));
  return async (events) => (await authorized())((authorization) => post(events, authorization));
};
