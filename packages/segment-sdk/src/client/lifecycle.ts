import type { Delivery } from '../delivery/delivery.js';
import type { Report } from '../delivery/report.js';
import type { Stop } from '../http/stop.js';
import { keepingAlive, quietly } from '../http/timer.js';
import type { SegmentOptions } from './options.js';
import { onPageHide } from './page-hide.js';
import { beforeProcessExit } from './process-exit.js';
import type { CloseOptions } from './segment.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';

/** What ties a client to the life of its process, page or invocation. */
export interface Lifecycle {
  /** Keeps a process alive while the client does what somebody waits for. */
  readonly hold: <T>(work: Promise<T>) => Promise<T>;
  readonly close: (options?: CloseOptions) => Promise<Report>;
}

/** Calls `waitUntil` once for each burst of events, with a promise for their delivery. */
const invocation = (waitUntil: NonNullable<SegmentOptions['waitUntil']>, settled: () => Promise<void>): (() => void) => {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    const burst = new Promise<void>((resolve) => quietly(0, resolve)).then(settled).finally(() => {
      isWaiting = false;
    });
    waitUntil(burst);
  };
};

/** @param stop Ends every request when a close runs out of time. */
export const createLifecycle = (options: SegmentOptions, settings: Settings, tracker: Tracker, delivery: Delivery, stop: Stop): Lifecycle => {
  const { writeKey, waitUntil } = options;
  let closing: Promise<Report> | undefined;
  const settled = async (): Promise<void> => {
    await tracker.kick();
    await delivery.below(1);
  };
  if (waitUntil) tracker.onQueued = invocation(waitUntil, settled);
  const ownTransport = options.axios === undefined && !options.disable;
  const leavePage = writeKey && ownTransport ? onPageHide(delivery, settings.trackingUrl, writeKey) : undefined;
  const leaveProcess = options.flushOnExit ? beforeProcessExit(() => keepingAlive(settled()), () => delivery.pendingBytes === 0) : undefined;
  const closed = async (timeoutMs = Infinity): Promise<Report> => {
    tracker.close();
    const report = tracker.flush();
    const cancel = Number.isFinite(timeoutMs) && quietly(timeoutMs, () => {
      stop.stop();
      tracker.abandon();
    });
    await settled();
    if (cancel) cancel();
    leavePage?.();
    leaveProcess?.();
    return report;
  };
  return {
    hold: keepingAlive,
    close: ({ timeoutMs } = {}) => (closing ??= keepingAlive(closed(timeoutMs))),
  };
};
