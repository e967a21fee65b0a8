import type { SegmentMethods } from '../../generated/methods.js';
import type { Report } from '../delivery/report.js';
import type { OperationSpec } from '../operations/operation.js';
import type { ApiRequest } from '../operations/step.js';
import type { Enqueued } from './tracker.js';
import type {
  AnyPlan,
  BatchEvent,
  CallOptions,
  Input,
  OperationName,
  Output,
  TrackingName,
  TrackingPlan,
} from './types.js';

/** How a client is closed. */
export interface CloseOptions {
  /** Gives up after this time, in milliseconds; what is not delivered by then fails. Default: no limit of its own. */
  readonly timeoutMs?: number | undefined;
}

/** What a request of the Public API carries. */
export interface RequestOptions extends Pick<ApiRequest, 'query' | 'body'>, CallOptions {}

/** A client of Segment. */
export interface Segment<Plan extends TrackingPlan = AnyPlan> extends SegmentMethods<Plan>, AsyncDisposable {
  /**
   * Checks a tracking call and queues its event at once. Throws what is wrong with the call instead of rejecting.
   * @throws {SegmentError} `invalid_input`, `event_too_large`, `missing_write_key`, `queue_full`, `closed`
   */
  readonly enqueue: {
    <Name extends TrackingName>(name: Name, input: Input<Name>): Enqueued;
    (name: string, input: unknown): Enqueued;
  };
  /**
   * Calls an operation by its name in the table, or one that is not part of it by its definition.
   */
  readonly call: {
    <Name extends OperationName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
    (operation: string | OperationSpec, input: unknown, options?: CallOptions): Promise<unknown>;
  };
  /**
   * Sends any request of the Public API, with the client's token, retries and errors, and resolves with the `data`
   * of the answer, as the type you name. POST and PATCH are retried on 429 alone.
   * @example
   * const { labels } = await segment.request<{ labels: Label[] }>('GET', '/labels');
   */
  readonly request: <Data = unknown>(
    method: NonNullable<ApiRequest['method']>,
    path: string,
    options?: RequestOptions,
  ) => Promise<Data>;
  /**
   * Sends all events of an iterable, however many, waiting for room by itself, and reports on them.
   * @example
   * const report = await segment.batch(rows.map((row) => ({ type: 'track', event: 'Imported', userId: row.id })));
   */
  readonly batch: (events: Iterable<BatchEvent<Plan>> | AsyncIterable<BatchEvent<Plan>>) => Promise<Report>;
  /** Resolves when the queue has room. */
  readonly ready: () => Promise<void>;
  /**
   * Sends what is queued, waits for it and for what is being sent, and reports on every event that ended since the
   * last report. Flushes that overlap join. Events of a running `batch()` are in that batch's report.
   */
  readonly flush: () => Promise<Report>;
  /** Flushes and accepts no more calls; resolves with the last report. Calling it again returns the same promise. */
  readonly close: (options?: CloseOptions) => Promise<Report>;
}
