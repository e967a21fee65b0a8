import type { SegmentOptions } from '../client/options.js';
import type { Settings } from '../client/settings.js';
import type { Post } from '../delivery/courier.js';
import type { PendingEvent } from '../delivery/pending-event.js';
import { isSegmentError, SegmentError } from '../errors.js';
import { gzipped } from './gzip.js';
import { createHold } from './hold.js';
import type { OAuthOptions, TokenSource } from './oauth.js';
import type { Send } from './send.js';
import type { Stop } from './stop.js';
import type { HttpRequest } from './transport.js';

interface TrackingAccess {
  readonly writeKey: string;
  readonly gzip: boolean;
  readonly tokens: TokenSource | undefined;
}

const basic = (writeKey: string): string => `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${writeKey}:`)))}`;

/** The error for a tracking call without a write key. */
export const missingWriteKey = (operation: string): SegmentError =>
  new SegmentError('no write key; give the option writeKey or set SEGMENT_WRITE_KEY', { kind: 'auth', code: 'missing_write_key', operation });

const keyInBody = ({ writeKey, tokens }: TrackingAccess): string => (tokens ? `"writeKey":${JSON.stringify(writeKey)},` : '');

/** The body of a batch, written around the events' own JSON. `sentAt` is the moment of this attempt. */
export const batchBody = (events: readonly PendingEvent[], extra: string): string => {
  // The ends are joined with the rest, so that the body is one flat string and not copied again.
  const start = `{${extra}"sentAt":"${new Date().toISOString()}","batch":[`;
  const last = events.length - 1;
  return events.map(({ body }, i) => (i === 0 ? start : ',') + body + (i === last ? ']}' : '')).join('');
};

const singleBody = ({ body }: PendingEvent, extra: string): string => `{${extra}"sentAt":"${new Date().toISOString()}",${body.slice(1)}`;

const request = async (events: readonly PendingEvent[], access: TrackingAccess, settings: Settings): Promise<HttpRequest> => {
  const { gzip } = access;
  const [only] = events;
  const single = settings.maxBatchEvents === 1 && only !== undefined;
  const extra = keyInBody(access);
  const body = single ? singleBody(only, extra) : batchBody(events, extra);
  return {
    method: 'POST',
    url: `${settings.trackingUrl}/v1/${single ? only.operation : 'batch'}`,
    headers: {
      'Content-Type': 'application/json',
      Authorization: access.tokens ? `Bearer ${await access.tokens.current()}` : basic(access.writeKey),
      ...(gzip && { 'Content-Encoding': 'gzip' }),
    },
    body: gzip ? await gzipped(body) : body,
  };
};

/** Tokens of an OAuth app, whose code is loaded when the first is needed. */
const tokensOf = (send: Send, oauth: OAuthOptions, stop: Stop): TokenSource => {
  let source: Promise<TokenSource> | undefined;
  const loaded = () => (source ??= import('./oauth.js').then(({ createTokenSource }) => createTokenSource(send, oauth, stop)));
  return {
    current: async () => (await loaded()).current(),
    forget: async () => {
      (await loaded()).forget();
    },
  };
};

/** Describes the requests that carry events, and gives them to `send`. */
export const createPost = (send: Send, { writeKey = '', oauth, gzip = false }: Pick<SegmentOptions, 'writeKey' | 'oauth' | 'gzip'>, settings: Settings, stop: Stop): Post => {
  const hold = createHold();
  const access: TrackingAccess = { writeKey, gzip, tokens: oauth && tokensOf(send, oauth, stop) };
  const sent = (events: readonly PendingEvent[]) =>
    send({
      operation: 'batch',
      describe: () => request(events, access, settings),
      idempotent: true,
      hold,
      credential: 'the write key (writeKey, SEGMENT_WRITE_KEY)',
      stop,
    });
  return async (events) => {
    try {
      await sent(events);
    } catch (error) {
      if (!access.tokens || !isSegmentError(error, 'auth') || error.operation !== 'batch') throw error;
      // The token may have been revoked before its time.
      await access.tokens.forget();
      await sent(events);
    }
  };
};
