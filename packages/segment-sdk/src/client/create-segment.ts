import { readsPageByPage } from '../../generated/methods.js';
import { createHold } from '../http/hold.js';
import { keepingAlive } from '../http/timer.js';
import { camelCase, findOperation, type OperationSpec } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { createCore } from './create-core.js';
import { onDemand } from './load-on-demand.js';
import type { Management } from './management.js';
import type { SegmentOptions } from './options.js';
import type { RequestOptions, Segment } from './segment.js';
import type { Tracker } from './tracker.js';
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
  const { settings, tracker, delivery, ask, close } = createCore(options);
  const hold = createHold();
  const createManagement = onDemand('createManagement');
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
