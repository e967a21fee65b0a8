import { Delivery } from '../delivery/delivery.js';
import { MemoryQueue } from '../delivery/memory-queue.js';
import { createRedact } from '../http/redact.js';
import { createSend } from '../http/send.js';
import { Stop } from '../http/stop.js';
import { keepingAlive } from '../http/timer.js';
import { createPost } from '../http/tracking-api.js';
import { createTransport } from '../http/transport.js';
import { camelCase, type Operation } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import type { CallOptions } from './call-options.js';
import { tell } from './hooks.js';
import { createLifecycle } from './lifecycle.js';
import { madeOnDemand, onDemand } from './load-on-demand.js';
import type { Management } from './management.js';
import { readsPageByPage } from './methods.js';
import { operationNamed } from './named.js';
import type { SegmentOptions } from './options.js';
import type { RequestOptions, Segment } from './segment.js';
import { settingsOf } from './settings.js';
import { Tracker } from './tracker.js';
import type { AnyPlan, TrackingPlan } from './types.js';

type Methods = Readonly<Record<string, unknown>>;

const trackingMethods = (tracker: Tracker): Methods => ({
  ...Object.fromEntries(
    trackingOperations.map((operation) => [operation.method, (input: unknown) => tracker.track(operation, input)]),
  ),
  enqueue: (name: string, input: unknown) => {
    const delivered = tracker.accept(operationNamed(trackingOperations, 'enqueue', name), input);
    return { messageId: delivered.messageId, delivered };
  },
});

/** The methods of the Public API. Their code and operations are loaded at the first call. */
const managementMethods = (load: () => Promise<Management>): Methods => {
  const call = async (operation: string | Operation, input?: unknown, options?: CallOptions) =>
    (await load()).call(operation, input, options);
  const methodOf = (name: string) => (input: unknown, options?: CallOptions) => call(name, input, options);
  const listMethodOf = (name: string) =>
    Object.assign(methodOf(name), {
      each: async function* (input: unknown, options?: CallOptions) {
        yield* (await load()).each(name, input, options);
      },
    });
  return {
    ...Object.fromEntries(
      Object.entries(readsPageByPage).map(([name, isList]) => [
        camelCase(name),
        isList ? listMethodOf(name) : methodOf(name),
      ]),
    ),
    call,
    request: async (method: 'GET', path: string, options?: RequestOptions) =>
      (await load()).request('request', { method, path, ...options }, options),
  };
};

/**
 * Makes a client of one Segment source and workspace. Nothing is sent or checked with Segment until a call.
 * @typeParam Plan The tracking plan: event names and the types of their properties.
 * @throws {SegmentError} `invalid_option`
 * @example
 * const segment = createSegment({ writeKey: process.env.SEGMENT_WRITE_KEY });
 * await segment.track({ event: 'Order Completed', userId: 'user-42', properties: { revenue: 99.99 } });
 * await segment.close();
 */
export const createSegment = <Plan extends TrackingPlan = AnyPlan>(options: SegmentOptions = {}): Segment<Plan> => {
  const settings = settingsOf(options);
  const hooks = [options, ...(options.plugins ?? [])];
  const redact = createRedact([options.writeKey, options.apiToken, options.oauth?.privateKey]);
  const send = createSend(
    { transport: createTransport(options.axios, settings.timeoutMs, redact), hooks, redact },
    settings,
  );
  const stop = new Stop();
  const delivery = new Delivery(
    options.queue ?? new MemoryQueue(),
    createPost(send, options, settings, stop),
    settings,
    (error, body) => {
      if (hooks.some(({ onError }) => onError)) tell(hooks, 'onError', error, JSON.parse(body) as unknown);
    },
  );
  const tracker = new Tracker(delivery, options, hooks, stop);
  const close = createLifecycle(options, settings, tracker, delivery, stop);
  return {
    ...trackingMethods(tracker),
    ...managementMethods(madeOnDemand(({ Management }) => new Management(send, tracker, options, settings))),
    batch: (events: Iterable<unknown> | AsyncIterable<unknown>) =>
      keepingAlive(onDemand().then(({ sendAll }) => sendAll(events, tracker, delivery, settings))),
    ready: () => delivery.below(settings.maxQueueBytes),
    flush: () => keepingAlive(tracker.flush()),
    close,
    [Symbol.asyncDispose]: close,
  } as unknown as Segment<Plan>;
};
