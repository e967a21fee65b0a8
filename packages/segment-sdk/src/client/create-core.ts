import { tell } from '../contract/hooks.js';
import { Delivery } from '../delivery/delivery.js';
import { createPost } from '../delivery/tracking-api.js';
import { WaitingLine } from '../delivery/waiting-line.js';
import { createAttempt, createRedact } from '../http/attempt.js';
import { createAxiosTransport } from '../http/axios-transport.js';
import { sendFromMemory } from '../http/lent-memory.js';
import { createSend, type Send } from '../http/send.js';
import { Stop } from '../http/stop.js';
import { asPlain, type OwnTransport } from '../http/transport.js';
import { readJson } from '../schema/read-exact-json.js';
import { createLifecycle } from './lifecycle.js';
import { onDemand } from './load-on-demand.js';
import type { SegmentOptions } from './options.js';
import { type Settings, settingsOf } from './settings.js';
import { Tracker } from './tracker.js';

/** What every kind of client of this package is made of. */
export interface Core {
  readonly settings: Settings;
  readonly tracker: Tracker;
  readonly delivery: Delivery;
  /** Sends the requests of a caller who waits for the answer. */
  readonly ask: Send;
  readonly close: ReturnType<typeof createLifecycle>;
}

/** Puts the parts of a client together. @throws {SegmentError} `invalid_option` */
export const createCore = (options: SegmentOptions): Core => {
  const settings = settingsOf(options);
  const hooks = [options, ...(options.plugins ?? [])];
  const redact = createRedact([options.writeKey, options.apiToken, options.oauth?.privateKey]);
  const transport = createTransport(options);
  const attempt = createAttempt(transport, settings.timeoutMs, redact);
  const parts = {
    attempt,
    hooks,
    redact,
    observe: onDemand('observe'),
    readRefusal: onDemand('readRefusal'),
    gzip: onDemand('gzip'),
    authorize: onDemand('authorize'),
  };
  const stop = new Stop();
  const post = createPost(createSend(parts, settings.patience), { ...options, ...settings }, stop, parts);
  // A queue of the user's own is one more place to deliver to: what is acknowledged is there.
  const { put, limits, complete } = options.queue?.connect({ options, settings, parts, stop }) ?? {
    put: post,
    limits: settings,
  };
  const delivery = new Delivery(new WaitingLine(), put, onDemand('endFailedBatch'), limits, (error, body) => {
    if (hooks.some(({ onError }) => onError)) tell(hooks, 'onError', error, readJson(body));
  });
  const screen = onDemand('screen');
  const tracker = new Tracker(delivery, options, hooks, (event) => screen(event, hooks, delivery, stop));
  tracker.complete = complete;
  const close = createLifecycle(options, settings, { tracker, delivery, stop });
  return { settings, tracker, delivery, ask: createSend(parts, settings.callerPatience), close };
};

const createTransport = ({ transport, axios }: SegmentOptions): OwnTransport => {
  // Interceptors of an instance that is given read text, and browsers have no memory to lend.
  if (!transport && !axios && 'Buffer' in globalThis) return createAxiosTransport(axios, sendFromMemory);
  const send = transport ?? createAxiosTransport(axios);
  return (request) => send(asPlain(request));
};
