import { failure } from '../contract/errors.js';
import type { Delivery } from '../delivery/delivery.js';
import type { Report } from '../delivery/report.js';
import type { Stop } from '../http/stop.js';
import { keepingAlive, quietly } from '../http/timer.js';
import { reasonOf } from '../schema/json-value.js';
import type { SegmentOptions } from './options.js';
import { onPageHide } from './page-hide.js';
import { watchProcessExit } from './process-exit.js';
import type { CloseOptions } from './segment.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';

/** What lives and ends with a client. */
export interface Living {
  readonly tracker: Tracker;
  readonly delivery: Delivery;
  /** Ends every request, and the wait for hooks, when a close runs out of time. */
  readonly stop: Stop;
}

/** Ties a client to the life of its process, page or invocation; returns the client's `close`. */
export const createLifecycle = (
  { writeKey, waitUntil, flushOnExit, axios, transport, disable }: SegmentOptions,
  { trackingUrl }: Settings,
  { tracker, delivery, stop }: Living,
) => {
  const settle = async (): Promise<void> => {
    await tracker.kick();
    await delivery.below(1);
  };
  if (waitUntil)
    tracker.onQueued = holdInvocation(waitUntil, settle, (error) => {
      const message = `waitUntil threw (${reasonOf(error)}): events are sent only while the invocation lives`;
      tracker.tell(failure('delivery', 'wait_until_failed', 'wait_until', message));
    });
  // A page is left by a request of its own, which would pass by a transport that was given.
  const leavePage = writeKey && !axios && !transport && !disable && onPageHide(delivery, trackingUrl, writeKey);
  const flush = (): Promise<void> => keepingAlive(settle());
  const leaveProcess = watchProcessExit({ delivery, finish: flushOnExit ? flush : undefined });
  const finish = async (timeoutMs = Infinity): Promise<Report> => {
    tracker.isClosed = true;
    const flushed = tracker.flush();
    const cancel =
      timeoutMs < Infinity &&
      quietly(timeoutMs, () => {
        stop.stop();
      });
    await settle();
    const report = await flushed;
    if (cancel) cancel();
    if (leavePage) leavePage();
    leaveProcess();
    return report;
  };
  let closing: Promise<Report> | undefined;
  return ({ timeoutMs }: CloseOptions = {}): Promise<Report> => (closing ??= keepingAlive(finish(timeoutMs)));
};

/** Calls `waitUntil` once for each burst of events, with a promise for their delivery. */
const holdInvocation = (
  waitUntil: NonNullable<SegmentOptions['waitUntil']>,
  settle: () => Promise<void>,
  onFault: (error: unknown) => void,
): (() => void) => {
  let burst: Promise<void> | undefined;
  return () => {
    if (burst) return;
    burst = Promise.resolve()
      .then(settle)
      .finally(() => {
        burst = undefined;
      });
    try {
      waitUntil(burst);
    } catch (error) {
      // The event is queued all the same; who called has nothing to mend.
      onFault(error);
    }
  };
};
