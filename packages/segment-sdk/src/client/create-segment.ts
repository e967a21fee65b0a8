import { Delivery } from '../delivery/delivery.js';
import { MemoryQueue } from '../delivery/memory-queue.js';
import { createRedact } from '../http/redact.js';
import { createSend, type Send } from '../http/send.js';
import { Stop } from '../http/stop.js';
import { createPost, missingWriteKey } from '../http/tracking-api.js';
import { createTransport } from '../http/transport.js';
import { operations } from '../operations/index.js';
import type { ManagementOperation, Operation } from '../operations/operation.js';
import { sendAll } from './batch.js';
import type { CallOptions } from './call-options.js';
import { tell, type Hooks } from './hooks.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import type { Management } from './management.js';
import { operationNamed, trackingOperations } from './named.js';
import type { SegmentOptions } from './options.js';
import type { RequestOptions, Segment } from './segment.js';
import { settingsOf, type Settings } from './settings.js';
import { Tracker } from './tracker.js';
import type { AnyPlan, TrackingPlan } from './types.js';

const deliveryOf = (options: SegmentOptions, settings: Settings, hooks: readonly Hooks[], send: Send, stop: Stop): Delivery => {
  const post = createPost(send, options, settings, stop);
  return new Delivery(options.queue ?? new MemoryQueue(), post, settings, (error, body) => {
    if (hooks.length > 0) tell(hooks, 'onError', error, JSON.parse(body) as unknown);
  });
};

/** Loads the management half of a client at its first use. */
const managementOf = (send: Send, { apiToken, tokenOwner }: SegmentOptions, { publicApiUrl }: Settings): (() => Promise<Management>) => {
  let loaded: Promise<Management> | undefined;
  return () => (loaded ??= import('./management.js').then(({ Management }) => new Management(send, { apiToken, tokenOwner, publicApiUrl })));
};

/** The calls that every method is made of. */
const callsOf = (tracker: Tracker, management: () => Promise<Management>) => ({
  call: async (operation: Operation, input: unknown = {}, options: CallOptions = {}): Promise<unknown> =>
    operation.auth === 'writeKey' ? tracker.track(operation, input) : (await management()).call(operation, input, options),
  each: async function* (operation: ManagementOperation, input: unknown = {}, options: CallOptions = {}) {
    yield* (await management()).each(operation, input, options);
  },
});

const methodOf = (operation: Operation, tracker: Tracker, calls: ReturnType<typeof callsOf>): unknown => {
  if (operation.auth === 'writeKey') return (input: unknown) => tracker.track(operation, input);
  const method = (input: unknown, options?: CallOptions) => calls.call(operation, input, options);
  return operation.list === undefined ? method : Object.assign(method, { each: (input: unknown, options?: CallOptions) => calls.each(operation, input, options) });
};

const assembled = (management: () => Promise<Management>, tracker: Tracker, delivery: Delivery, { maxQueueBytes }: Settings, lifecycle: Lifecycle) => {
  const calls = callsOf(tracker, management);
  return {
    ...Object.fromEntries(operations.map((operation) => [operation.method, methodOf(operation, tracker, calls)])),
    enqueue: (name: string, input: unknown) => tracker.enqueue(operationNamed(trackingOperations, 'enqueue', name), input),
    call: async (operation: string | Operation, input: unknown, options?: CallOptions) =>
      calls.call(typeof operation === 'string' ? operationNamed<Operation>(operations, 'call', operation) : operation, input, options),
    request: async (method: 'GET', path: string, options: RequestOptions = {}) => (await management()).request('request', { method, path, ...options }, options),
    batch: (events: Iterable<unknown> | AsyncIterable<unknown>) => lifecycle.hold(sendAll(events, tracker, delivery, maxQueueBytes)),
    ready: () => delivery.below(maxQueueBytes),
    flush: () => lifecycle.hold(tracker.flush()),
    close: lifecycle.close,
    [Symbol.asyncDispose]: async () => {
      await lifecycle.close();
    },
  };
};

const hasHook = ({ beforeSend, onError, onRequest, onResponse }: Hooks): boolean => [beforeSend, onError, onRequest, onResponse].some(Boolean);

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
  const hooks = [options, ...(options.plugins ?? [])].filter(hasHook);
  const redact = createRedact([options.writeKey, options.apiToken, options.oauth?.privateKey]);
  const send = createSend({ transport: createTransport(options.axios, settings.timeoutMs, redact), hooks, redact }, settings);
  const stop = new Stop();
  const delivery = deliveryOf(options, settings, hooks, send, stop);
  const tracker = new Tracker(delivery, hooks, settings.maxQueueBytes, options.disable === true, (operation) => {
    if (!options.writeKey) throw missingWriteKey(operation);
  });
  const lifecycle = createLifecycle(options, settings, tracker, delivery, stop);
  return assembled(managementOf(send, options, settings), tracker, delivery, settings, lifecycle) as unknown as Segment<Plan>;
};
