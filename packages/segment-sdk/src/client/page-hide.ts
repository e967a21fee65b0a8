import type { Delivery } from '../delivery/delivery.js';
import { SegmentError } from '../errors.js';
import { batchBody } from '../http/tracking-api.js';

/** Browsers refuse a request that outlives its page above 64 KiB; the margin is for the envelope. */
const MAX_BYTES = 60 * 1024;

interface Page {
  readonly visibilityState: string;
  readonly addEventListener: (event: 'visibilitychange', listener: () => void) => void;
  readonly removeEventListener: (event: 'visibilitychange', listener: () => void) => void;
}

const lost = (operation: string): SegmentError =>
  new SegmentError('not delivered: the page was closed before Segment answered', { kind: 'delivery', code: 'not_delivered', operation, retryable: true });

/** Sends a body in a request that outlives the page; a simple request, so that no preflight is needed. */
const parting = async (url: string, body: string): Promise<boolean> => {
  const { navigator } = globalThis as { readonly navigator?: { readonly sendBeacon?: (url: string, body: string) => boolean } };
  if (typeof fetch !== 'function') return navigator?.sendBeacon?.(url, body) ?? false;
  const { ok } = await fetch(url, { method: 'POST', keepalive: true, headers: { 'Content-Type': 'text/plain' }, body });
  return ok;
};

/**
 * In a browser, sends what waits, up to 60 KiB, when the page is hidden: it may never be seen again.
 * @returns A function that takes this back.
 */
export const onPageHide = (delivery: Delivery, trackingUrl: string, writeKey: string): (() => void) => {
  const { document } = globalThis as { readonly document?: Page };
  if (!document) return () => undefined;
  const send = (): void => {
    const events = document.visibilityState === 'hidden' ? delivery.takeOut(MAX_BYTES) : [];
    if (events.length === 0) return;
    void parting(`${trackingUrl}/v1/batch`, batchBody(events, `"writeKey":${JSON.stringify(writeKey)},`))
      .catch(() => false)
      .then((accepted) => {
        for (const event of events) delivery.settle(event, accepted ? 'delivered' : lost(event.operation));
      });
  };
  document.addEventListener('visibilitychange', send);
  return () => {
    document.removeEventListener('visibilitychange', send);
  };
};
