import type { Delivery } from '../delivery/delivery.js';
import type { Report } from '../delivery/report.js';
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
  /** To be called after every event that was queued. */
  readonly onQueued: () => void;
  /** Gives it the tracker, which in turn needs `onQueued`. */
  readonly attach: (tracker: Tracker) => void;
}

const hold = <T>(work: Promise<T>): Promise<T> => keepingAlive(work);

/** Calls `waitUntil` once for each burst of events, with a promise for their delivery. */
const invocation = (waitUntil: SegmentOptions['waitUntil'], settled: () => Promise<void>): (() => void) => {
  if (!waitUntil) return () => undefined;
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

/** @param abort Ends every request when a close runs out of time. */
export const createLifecycle = (options: SegmentOptions, settings: Settings, delivery: Delivery, abort: AbortController): Lifecycle => {
  let tracker: Tracker | undefined;
  let closing: Promise<Report> | undefined;
  const settled = async (): Promise<void> => {
    await tracker?.kick();
    await delivery.below(1);
  };
  const closed = async ({ timeoutMs }: CloseOptions): Promise<Report> => {
    tracker?.close();
    const report = (tracker as Tracker).flush();
    const cancel = timeoutMs === undefined ? undefined : quietly(timeoutMs, () => {
      abort.abort();
    });
    await settled();
    cancel?.();
    takeBack();
    return report;
  };
  const close: Lifecycle['close'] = (closeOptions = {}) => (closing ??= hold(closed(closeOptions)));
  const ownTransport = options.axios === undefined && options.writeKey && !options.disable;
  const leavePage = ownTransport ? onPageHide(delivery, settings.trackingUrl, options.writeKey) : undefined;
  const leaveProcess = options.flushOnExit ? beforeProcessExit(() => hold(settled()), () => delivery.pendingBytes === 0) : undefined;
  const takeBack = (): void => {
    leavePage?.();
    leaveProcess?.();
  };
  return {
    hold,
    close,
    onQueued: invocation(options.waitUntil, settled),
    attach: (given) => {
      tracker = given;
    },
  };
};
