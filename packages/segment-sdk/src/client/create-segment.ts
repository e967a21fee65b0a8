import { Delivery } from '../delivery/delivery.js';
import { MemoryQueue } from '../delivery/memory-queue.js';
import { invalid, type SegmentError } from '../errors.js';
import { createTokenSource } from '../http/oauth.js';
import { createPublicApi, type PublicApi } from '../http/public-api.js';
import { createRedact } from '../http/redact.js';
import { createSend, type Send } from '../http/send.js';
import { createPost, missingWriteKey } from '../http/tracking-api.js';
import { createTransport } from '../http/transport.js';
import { operations } from '../operations/index.js';
import type { ManagementOperation, Operation } from '../operations/operation.js';
import { suggestion } from '../schema/suggest.js';
import { sendAll, trackingOperations } from './batch.js';
import { tell, type Hooks } from './hooks.js';
import { createLifecycle, type Lifecycle } from './lifecycle.js';
import { output, run, type CallOptions } from './management.js';
import type { SegmentOptions } from './options.js';
import type { Segment } from './segment.js';
import { settingsOf, type Settings } from './settings.js';
import { Tracker } from './tracker.js';
import type { AnyPlan, TrackingPlan } from './types.js';

interface Parts {
  readonly options: SegmentOptions;
  readonly settings: Settings;
  readonly hooks: readonly Hooks[];
  readonly send: Send;
  readonly abort: AbortController;
}

const never = new AbortController().signal;

const deliveryOf = ({ options, settings, hooks, send, abort }: Parts): Delivery => {
  const { writeKey, oauth } = options;
  const access = writeKey ? { writeKey, tokens: oauth && createTokenSource(send, oauth, abort.signal) } : undefined;
  const post = createPost(send, access, settings, options.gzip === true, abort.signal);
  const onFailed = (error: SegmentError, event: { readonly body: string }): void => {
    if (hooks.length > 0) tell(hooks, 'onError', error, JSON.parse(event.body) as unknown);
  };
  return new Delivery(options.queue ?? new MemoryQueue(), post, settings, onFailed);
};

const trackerOf = ({ options, settings, hooks }: Parts, delivery: Delivery, onQueued: () => void): Tracker => {
  const hasKey = Boolean(options.writeKey);
  return new Tracker({
    delivery,
    hooks,
    maxQueueBytes: settings.maxQueueBytes,
    precondition: (operation) => {
      if (!hasKey) throw missingWriteKey(operation);
    },
    disabled: options.disable === true,
    onQueued,
  });
};

const named = (name: string): Operation => {
  const operation = operations.find((known) => known.name === name);
  if (operation) return operation;
  throw invalid('call', `unknown operation '${name}'. ${suggestion(name, operations.map((known) => known.name))}`, 'unknown_operation');
};

const trackingNamed = (name: string) => {
  const operation = trackingOperations.get(name);
  if (operation) return operation;
  throw invalid('enqueue', `unknown operation '${name}'. ${suggestion(name, [...trackingOperations.keys()])}`, 'unknown_operation');
};

/** Calls an operation of either kind. */
type Call = (operation: Operation, input: unknown, options?: CallOptions) => Promise<unknown>;

const methodsOf = (call: Call, each: (operation: ManagementOperation, input: unknown, options?: CallOptions) => AsyncGenerator): Record<string, unknown> =>
  Object.fromEntries(
    operations.map((operation: Operation) => {
      const method = (input: unknown, options?: CallOptions) => call(operation, input, options);
      const isList = operation.auth === 'apiToken' && operation.list !== undefined;
      return [operation.method, isList ? Object.assign(method, { each: (input: unknown, options?: CallOptions) => each(operation, input, options) }) : method];
    }),
  );

const requestWith =
  (api: PublicApi): Segment['request'] =>
  (method, path, { signal, ...rest } = {}) =>
    api('request', { method, path, ...rest }, signal ?? never) as never;

const assembled = ({ options, settings }: Parts, api: PublicApi, tracker: Tracker, delivery: Delivery, lifecycle: Lifecycle): Segment => {
  const account = { tokenOwner: options.tokenOwner };
  const each = (operation: ManagementOperation, input: unknown = {}, callOptions?: CallOptions) => run(operation, input, api, account, callOptions);
  const call: Call = (operation, input, callOptions) =>
    operation.auth === 'writeKey' ? tracker.track(operation, input) : output(operation, each(operation, input, callOptions));
  return {
    ...(methodsOf(call, each) as unknown as Segment),
    enqueue: (name: string, input: unknown) => tracker.enqueue(trackingNamed(name), input),
    call: async (operation: string | Operation, input: unknown, callOptions?: CallOptions) =>
      (await call(typeof operation === 'string' ? named(operation) : operation, input, callOptions)) as never,
    request: requestWith(api),
    batch: (events: Iterable<unknown> | AsyncIterable<unknown>) => lifecycle.hold(sendAll(events, tracker, delivery, settings.maxQueueBytes)),
    ready: () => delivery.below(settings.maxQueueBytes),
    flush: () => lifecycle.hold(tracker.flush()),
    close: lifecycle.close,
    [Symbol.asyncDispose]: async () => {
      await lifecycle.close();
    },
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
  const hooks: readonly Hooks[] = [options, ...(options.plugins ?? [])].filter((hook: Hooks) => hook.beforeSend ?? hook.onError ?? hook.onRequest ?? hook.onResponse);
  const redact = createRedact([options.writeKey, options.apiToken, options.oauth?.privateKey]);
  const send = createSend({ transport: createTransport(options.axios, settings.timeoutMs, redact), hooks, redact }, settings);
  const parts: Parts = { options, settings, hooks, send, abort: new AbortController() };
  const delivery = deliveryOf(parts);
  const lifecycle = createLifecycle(options, settings, delivery, parts.abort);
  const tracker = trackerOf(parts, delivery, lifecycle.onQueued);
  lifecycle.attach(tracker);
  return assembled(parts, createPublicApi(send, options.apiToken, settings.publicApiUrl), tracker, delivery, lifecycle) as unknown as Segment<Plan>;
};
