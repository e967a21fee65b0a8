import { BatchBody } from '../delivery/batch-body.js';
import type { Delivery } from '../delivery/delivery.js';
import type { PendingEvent } from '../delivery/pending-event.js';
import { BATCH_PATH } from '../delivery/tracking-api.js';

/** Browsers refuse a request that outlives its page above 64 KiB; the margin is for the envelope. */
const MAX_BYTES = 60 * 1024;

interface Target {
  readonly addEventListener: (
    event: 'visibilitychange' | 'pagehide',
    listener: () => void,
    options: { readonly signal: AbortSignal },
  ) => void;
}

/** A browser's window; where there is no document, there is nothing to hide. */
interface Window extends Target {
  readonly document?: Target & { readonly visibilityState: string };
}

/** As many of the events, from the first, as there is room for. */
const fitting = (events: readonly PendingEvent[], room: number): PendingEvent[] => {
  let left = room;
  return events.filter(({ bytes }) => (left -= bytes + 1) > 0);
};

/**
 * In a browser, sends what waits, up to 60 KiB, when the page is hidden: it may never be seen again. A page that is
 * left also repeats what is being sent and would be cut off; Segment counts it once. The request outlives the page, and
 * is simple (text, the key in the body), so that no preflight is needed. A page that does live on, and learns that it
 * failed, sends the events in the ordinary way.
 * @returns A function that takes this back.
 */
export const onPageHide = (delivery: Delivery, trackingUrl: string, writeKey: string): (() => void) => {
  const window = globalThis as unknown as Window;
  const { document } = window;
  const send = async (repeated: readonly PendingEvent[]): Promise<void> => {
    const events = delivery.takeOut(MAX_BYTES);
    const all = [...fitting(repeated, MAX_BYTES - events.reduce((sum, { bytes }) => sum + bytes + 1, 0)), ...events];
    if (all.length === 0) return;
    const request = fetch(trackingUrl + BATCH_PATH, {
      method: 'POST',
      keepalive: true,
      body: String(new BatchBody(all, writeKey)),
    });
    const isAccepted = await request.then(
      ({ ok }) => ok,
      () => false,
    );
    delivery.giveBack(events, isAccepted);
  };
  const closing = new AbortController();
  const { signal } = closing;
  if (document) {
    const onHidden = (): void => {
      if (document.visibilityState === 'hidden') void send([]);
    };
    document.addEventListener('visibilitychange', onHidden, { signal });
    window.addEventListener('pagehide', () => void send(delivery.inFlight()), { signal });
  }
  return () => {
    closing.abort();
  };
};
