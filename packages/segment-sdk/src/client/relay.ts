import { failure } from '../contract/errors.js';
import { PendingEvent } from '../delivery/pending-event.js';
import { type Report, Round } from '../delivery/report.js';
import type { Receipt } from '../operations/tracking.js';
import { createCore } from './create-core.js';
import type { SegmentOptions } from './options.js';
import type { CloseOptions } from './segment.js';
import type { WrittenEvent } from './write-event.js';

/** What a relay is made with: what a client is, but for the hook that would have to read each event again. */
export type RelayOptions = Omit<SegmentOptions, 'beforeSend'>;

/** Sends events that were written elsewhere. */
export interface Relay {
  /**
   * Queues an event as it is; it resolves when Segment has accepted it, and ignoring it is safe.
   * @throws {SegmentError} `missing_write_key`, `queue_full`, `closed`; `plan_violation` where the plan rejects it
   */
  readonly send: (event: WrittenEvent) => Promise<Receipt>;
  /** Resolves when the queue has room. */
  readonly ready: () => Promise<void>;
  /** Sends what is queued and accepts no more. The report counts nothing: who sends an event follows it. */
  readonly close: (options?: CloseOptions) => Promise<Report>;
}

/**
 * Makes a client for events that another thread or process has written by `writeEvent`: batches, retries, order of each
 * user and the queue's bound are those of `createSegment`.
 * @throws {SegmentError} `invalid_option`
 * @example
 * const relay = createRelay({ writeKey: process.env.SEGMENT_WRITE_KEY });
 * const receipt = await relay.send(writeEvent('track', { event: 'Order Completed', userId: 'user-42' }));
 */
export const createRelay = (options: RelayOptions = {}): Relay => {
  const { settings, tracker, delivery, close } = createCore(options);
  const keep = options.plan?.keep(options, [options, ...(options.plugins ?? [])]);
  const { writeKey, disable } = options;
  return {
    send: ({ operation, messageId, user, body, bytes }) => {
      tracker.checkOpen(operation);
      if (!writeKey && !disable) throw failure('auth', 'missing_write_key', operation, NO_KEY);
      const event = new PendingEvent(operation, messageId, user, UNREPORTED);
      event.write(body, bytes);
      keep?.(event);
      if (disable) event.ended('disabled');
      else {
        delivery.reserve(event);
        delivery.add(event);
      }
      return event;
    },
    ready: () => delivery.below(settings.maxQueueBytes),
    close,
  };
};

/** Who sends an event follows it: nothing is counted, and nothing of a failed one is kept. */
class Unreported extends Round {
  override join(): void {
    this.isEmpty = false;
  }

  override ended(): void {
    // Its end is the event's alone.
  }
}

const UNREPORTED = new Unreported();

const NO_KEY = 'no write key; give writeKey, or set SEGMENT_WRITE_KEY';
