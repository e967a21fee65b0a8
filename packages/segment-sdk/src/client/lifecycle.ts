import type { Delivery } from '../delivery/delivery.js';
import type { Report } from '../delivery/report.js';
import type { Stop } from '../http/stop.js';
import { keepingAlive, quietly } from '../http/timer.js';
import { onDemand } from './load-on-demand.js';
import type { SegmentOptions } from './options.js';
import { onPageHide } from './page-hide.js';
import type { CloseOptions } from './segment.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';

/** Calls `waitUntil` once for each burst of events, with a promise for their delivery. */
const invocation = (
  waitUntil: NonNullable<SegmentOptions['waitUntil']>,
  settled: () => Promise<void>,
): (() => void) => {
  let burst: Promise<void> | undefined;
  return () => {
    if (burst) return;
    burst = Promise.resolve()
      .then(settled)
      .finally(() => {
        burst = undefined;
      });
    waitUntil(burst);
  };
};

/**
 * Ties a client to the life of its process, page or invocation.
 * @param stop Ends every request, and the wait for hooks, when a close runs out of time.
 * @returns The client's `close`.
 */
export const createLifecycle = (
  options: SegmentOptions,
  { trackingUrl }: Settings,
  tracker: Tracker,
  delivery: Delivery,
  stop: Stop,
) => {
  const { writeKey, waitUntil, flushOnExit, axios, disable } = options;
  const settled = async (): Promise<void> => {
    await tracker.kick();
    await delivery.below(1);
  };
  if (waitUntil) tracker.onQueued = invocation(waitUntil, settled);
  const leavePage = writeKey && !axios && !disable ? onPageHide(delivery, trackingUrl, writeKey) : undefined;
  const exit = flushOnExit
    ? onDemand().then(({ beforeProcessExit }) =>
        beforeProcessExit(
          () => keepingAlive(settled()),
          () => delivery.pendingBytes === 0,
        ),
      )
    : undefined;
  const closed = async (timeoutMs = Infinity): Promise<Report> => {
    tracker.isClosed = true;
    const report = tracker.flush();
    const cancel =
      timeoutMs < Infinity
        ? quietly(timeoutMs, () => {
            stop.stop();
          })
        : undefined;
    await settled();
    cancel?.();
    leavePage?.();
    (await exit)?.();
    return report;
  };
  let closing: Promise<Report> | undefined;
  return ({ timeoutMs }: CloseOptions = {}): Promise<Report> => (closing ??= keepingAlive(closed(timeoutMs)));
};
