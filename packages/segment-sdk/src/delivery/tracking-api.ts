import { createHold, type Hold } from '../http/hold.js';
import type { authorize, Authorized, OAuthOptions } from '../http/oauth.js';
import type { Send } from '../http/send.js';
import type { Stop } from '../http/stop.js';
import { BatchBody } from './batch-body.js';
import type { QueuedEvent } from './event-queue.js';
import type { gzip } from './gzip.js';

/** The route that takes batches. */
export const BATCH_PATH = '/v1/batch';

/** Where and how events are posted. */
export interface PostOptions {
  readonly trackingUrl: string;
  readonly writeKey?: string | undefined;
  readonly oauth?: OAuthOptions | undefined;
  readonly gzip?: boolean | undefined;
}

/** What few clients post with. */
export interface PostParts {
  readonly gzip: typeof gzip;
  readonly authorize: typeof authorize;
}

const basic = (writeKey: string): string =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${writeKey}:`)))}`;

/** Sends events in one request; rejects if Segment does not accept it. */
export type PostEvents = (events: readonly QueuedEvent[]) => Promise<undefined>;

/** Describes the requests that carry events, and gives them to `send`. */
export const createPost = (
  send: Send,
  { trackingUrl, writeKey = '', oauth, gzip: isWanted }: PostOptions,
  stop: Stop,
  { gzip, authorize }: PostParts,
  hold: Hold = createHold(),
): PostEvents => {
  const isCompressed = isWanted && 'CompressionStream' in globalThis;
  const post = async (events: readonly QueuedEvent[], { authorization, ...rest }: Authorized): Promise<undefined> => {
    await send({
      operation: 'batch',
      describe: async () => {
        const body = new BatchBody(events, oauth && writeKey);
        return {
          method: 'POST',
          url: trackingUrl + BATCH_PATH,
          headers: {
            'Content-Type': 'application/json',
            Authorization: await authorization(),
            ...(isCompressed && { 'Content-Encoding': 'gzip' }),
          },
          body: isCompressed ? await gzip(String(body)) : body,
        };
      },
      ...rest,
      idempotent: true,
      hold,
      credential: 'the write key (writeKey, SEGMENT_WRITE_KEY)',
      stop,
    });
  };
  if (!oauth) {
    const authorization = basic(writeKey);
    return (events) => post(events, { authorization: () => authorization });
  }
  const grant = { send, oauth, hold, stop };
  return (events) => authorize(grant, (authorized) => post(events, authorized));
};
