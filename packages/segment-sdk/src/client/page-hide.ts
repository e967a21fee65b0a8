import type { Delivery } from '../delivery/delivery.js';
import { batchBody } from '../http/tracking-api.js';

/** Browsers refuse a request that outlives its page above 64 KiB; the margin is for the envelope. */
const MAX_BYTES = 60 * 1024;

interface Page {
  readonly visibilityState: string;
  readonly addEventListener: (event: 'visibilitychange', listener: () => void) => void;
  readonly removeEventListener: (event: 'visibilitychange', listener: () => void) => void;
}

/**
 * In a browser, sends what waits, up to 60 KiB, when the page is hidden: it may never be seen again. The request
 * outlives the page, and is simple (text, the key in the body), so that no preflight is needed. A page that does live
 * on, and learns that it failed, sends the events in the ordinary way.
 * @returns A function that takes this back.
 */
export const onPageHide = (delivery: Delivery, trackingUrl: string, writeKey: string): (() => void) => {
  const { document } = globalThis as { readonly document?: Page };
  const send = async (): Promise<void> => {
    const events = document?.visibilityState === 'hidden' ? delivery.takeOut(MAX_BYTES) : [];
    if (events.length === 0) return;
    const request = fetch(`${trackingUrl}/v1/batch`, { method: 'POST', keepalive: true, body: batchBody(events, writeKey) });
    const isAccepted = await request.then(({ ok }) => ok, () => false);
    for (const event of events) {
      if (isAccepted) delivery.settle(event);
      else delivery.add(event);
    }
    delivery.kick();
  };
  const listener = (): void => void send();
  document?.addEventListener('visibilitychange', listener);
  return () => {
    document?.removeEventListener('visibilitychange', listener);
  };
};
