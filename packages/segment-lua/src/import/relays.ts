import { isSegmentError, type Receipt, type SegmentOptions } from '@moonwire/segment-sdk';
import { createRelay, type Relay, type WrittenEvent } from '@moonwire/segment-sdk/relay';

import { type Outcome, sumReports } from '../host/sum-reports.js';
import type { OpenRow } from './ledger.js';

/** An event that has been queued. A promise alone would be waited for until it has arrived. */
export interface Queued {
  readonly delivered: Promise<Receipt>;
}

/** What is left of events that a queue has taken. */
export type Kept = Omit<Outcome, 'delivered'>;

/** Where the row stands that an event was made of. */
export type RowPlace = Pick<OpenRow, 'number' | 'line' | 'file' | 'isOneOfMany'>;

/** Takes events that are written. */
export interface Sender {
  /** Queues an event at once where there is room; else as soon as there is. */
  send(account: string, event: WrittenEvent, row: RowPlace): Queued | Promise<Queued>;
  /** Delivers what is queued, and ends. @returns What queues outside of this process say of what they have taken. */
  close(): Promise<Kept>;
}

/** Sends written events for any number of accounts. */
export class Relays implements Sender {
  readonly #opening = new Map<string, Promise<Relay>>();
  readonly #opened = new Map<string, Relay>();

  /** @param readOptions What the relay of an account is made with. */
  constructor(private readonly readOptions: (account: string) => Promise<SegmentOptions>) {}

  send(account: string, event: WrittenEvent): Queued | Promise<Queued> {
    const relay = this.#opened.get(account);
    const delivered = relay && sendNow(relay, event);
    return delivered ? { delivered } : this.#sendLater(account, event);
  }

  async close(): Promise<Kept> {
    const relays = await Promise.allSettled(this.#opening.values());
    const reports = await Promise.all(
      relays.flatMap((relay) => (relay.status === 'fulfilled' ? [relay.value.close()] : [])),
    );
    return sumReports(reports);
  }

  async #sendLater(account: string, event: WrittenEvent): Promise<Queued> {
    const relay = await this.#open(account);
    for (;;) {
      const delivered = sendNow(relay, event);
      if (delivered) return { delivered };
      await relay.ready();
    }
  }

  #open(account: string): Promise<Relay> {
    const known = this.#opening.get(account);
    if (known) return known;
    const opening = this.readOptions(account).then((options) => {
      const relay = createRelay(options);
      this.#opened.set(account, relay);
      return relay;
    });
    this.#opening.set(account, opening);
    return opening;
  }
}

const sendNow = (relay: Relay, event: WrittenEvent): Promise<Receipt> | undefined => {
  try {
    return relay.send(event);
  } catch (error) {
    if (isSegmentError(error) && error.code === 'queue_full') return undefined;
    throw error;
  }
};
