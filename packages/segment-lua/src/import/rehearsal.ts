import type { WrittenEvent } from '@moonwire/segment-sdk/relay';

import type { Kept, Queued, Sender } from './relays.js';

/** So many events are kept to be shown. */
const SHOWN = 3;

/** Takes events in the place of Segment: it sends none, and keeps the first. */
export class Rehearsal implements Sender {
  /** The first events, as they would have travelled. */
  readonly shown: string[] = [];

  send(_account: string, { messageId, body }: WrittenEvent): Queued {
    if (this.shown.length < SHOWN) this.shown.push(body);
    return { delivered: Promise.resolve({ messageId, status: 'disabled' }) };
  }

  close(): Promise<Kept> {
    return Promise.resolve({ waiting: 0, refused: 0 });
  }
}
