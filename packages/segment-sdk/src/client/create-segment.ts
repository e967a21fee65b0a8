import { readsPageByPage } from '../../generated/methods.js';
import { tell } from '../contract/hooks.js';
import { Delivery } from '../delivery/delivery.js';
import { MemoryQueue } from '../delivery/memory-queue.js';
import { createPost } from '../delivery/tracking-api.js';
import { createAttempt, createRedact } from '../http/attempt.js';
import { createAxiosTransport } from '../http/axios-transport.js';
import { createHold } from '../http/hold.js';
import { createSend } from '../http/send.js';
import { Stop } from '../http/stop.js';
import { keepingAlive } from '../http/timer.js';
import { camelCase, findOperation, type OperationSpec } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { createLifecycle } from './lifecycle.js';
import { onDemand } from './load-on-demand.js';
import type { Management } from './management.js';
import type { SegmentOptions } from './options.js';
import type { RequestOptions, Segment } from './segment.js';
import { settingsOf } from './settings.js';
import { Tracker } from './tracker.js';
import type { AnyPlan, CallOptions, TrackingPlan } from './types.js';

type Methods = Readonly<Record<string, unknown>>;

const trackingMethods = (tracker: Tracker): Methods => ({
  ...Object.fromEntries(
    trackingOperations.map((operation) => [operation.method, (input: unknown) => tracker.track(operation, input)]),
  ),
  enqueue: (name: string, input: unknown) => {
    const delivered = tracker.accept(findOperation(trackingOperations, 'enqueue', name), input);
    return { messageId: delivered.messageId, delivered };
  },
});

/** The methods of the Public API. Their code and operations are loaded at the first call. */
const managementMethods = (tracker: Tracker, create: () => Promise<Management>): Methods => {
  const load = (operation: string | OperationSpec): Promise<Management> => {
    tracker.checkOpen(typeof operation === 'string' ? operation : operation.name);
    return create();
  };
  const call = async (operation: string | OperationSpec, input?: unknown, options?: CallOptions) =>
    (await load(operation)).call(operation, input, options);
  const methodOf = (name: string) => (input: unknown, options?: CallOptions) => call(name, input, options);
  const listMethodOf = (name: string) =>
    Object.assign(methodOf(name), {
      each: async function* (input: unknown, options?: CallOptions) {
        yield* (await load(name)).each(name, input, options);
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
      (await load('request')).request('request', { method, path, ...options }, options),
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
  const attempt = createAttempt(options.transport ?? createAxiosTransport(options.axios), settings.timeoutMs, redact);
  const rest = { observe: onDemand('observe'), readRefusal: onDemand('readRefusal') };
  const sendParts = { attempt, hooks, redact, ...rest };
  const send = createSend(sendParts, settings.patience);
  const ask = createSend(sendParts, settings.callerPatience);
  const stop = new Stop();
  const postParts = { gzip: onDemand('gzip'), authorize: onDemand('authorize') };
  const post = createPost(send, { ...options, ...settings }, stop, postParts);
  const queue = options.queue ?? new MemoryQueue();
  const delivery = new Delivery(queue, post, onDemand('endFailedBatch'), settings, (error, body) => {
    if (hooks.some(({ onError }) => onError)) tell(hooks, 'onError', error, JSON.parse(body) as unknown);
  });
  const screen = onDemand('screen');
  const tracker = new Tracker(delivery, options, hooks, (event) => screen(event, hooks, delivery, stop));
  const hold = createHold();
  const createManagement = onDemand('createManagement');
  const close = createLifecycle(options, settings, { tracker, delivery, stop });
  const sendAll = onDemand('sendAll');
  return {
    ...trackingMethods(tracker),
    ...managementMethods(tracker, () => createManagement(ask, hold, tracker, options, settings)),
    batch: (events: Iterable<unknown> | AsyncIterable<unknown>) =>
      keepingAlive(sendAll(events, tracker, delivery, settings)),
    ready: () => delivery.below(settings.maxQueueBytes),
    flush: () => keepingAlive(tracker.flush()),
    close,
    [Symbol.asyncDispose]: close,
  } as unknown as Segment<Plan>;
};
