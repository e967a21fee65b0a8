import type { ReceivedEvent, ReceivedRequest } from './types.js';
import { createScale } from './weigh.js';

interface Watcher {
  readonly predicate: (event: ReceivedEvent) => boolean;
  readonly resolve: (event: ReceivedEvent) => void;
}

/** What an event and its id take beside what can be seen of them: places in lists and sets. */
const PLACE_BYTES = 128;

/** A request with the events that came with it: they are forgotten together. */
interface Arrival {
  readonly bytes: number;
  readonly events: number;
}

/** What the simulator received, the latest of it. */
export class Inbox {
  readonly events: ReceivedEvent[] = [];
  readonly requests: ReceivedRequest[] = [];
  duplicates = 0;
  readonly #keepBytes: number;
  readonly #seen = new Set<string>();
  readonly #weigh = createScale();
  #arrivals: Arrival[] = [];
  /** What has come with the request that is being answered. */
  #current: Arrival = { bytes: 0, events: 0 };
  #bytes = 0;
  #watchers: Watcher[] = [];

  /** @param keepBytes When all takes more heap, the oldest requests are forgotten, with the events they brought. */
  constructor(keepBytes: number) {
    this.#keepBytes = keepBytes;
  }

  /** Keeps an event, unless its `messageId` has been seen before, from whatever source: Segment tells none apart. */
  accept(event: ReceivedEvent): void {
    if (this.#seen.has(event.messageId)) {
      this.duplicates += 1;
      return;
    }
    this.#seen.add(event.messageId);
    this.events.push(event);
    const bytes = this.#weigh(event) + PLACE_BYTES;
    this.#current = { bytes: this.#current.bytes + bytes, events: this.#current.events + 1 };
    const met = this.#watchers.filter(({ predicate }) => predicate(event));
    this.#watchers = this.#watchers.filter((watcher) => !met.includes(watcher));
    for (const { resolve } of met) resolve(event);
  }

  /** Keeps a request whose events have been accepted. */
  record(request: ReceivedRequest): void {
    this.requests.push(request);
    const bytes = this.#current.bytes + this.#weigh(request) + PLACE_BYTES;
    this.#arrivals.push({ bytes, events: this.#current.events });
    this.#current = { bytes: 0, events: 0 };
    this.#bytes += bytes;
    while (this.#bytes > this.#keepBytes && this.requests.length > 1) this.#forgetOldest();
  }

  waitFor(predicate: Watcher['predicate'], timeoutMs: number): Promise<ReceivedEvent> {
    const found = this.events.find(predicate);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(
          new Error(`simulator.waitFor: no such event within ${timeoutMs} ms; ${this.events.length} others arrived`),
        );
      }, timeoutMs);
      this.#watchers.push({
        predicate,
        resolve: (event) => {
          clearTimeout(timer);
          resolve(event);
        },
      });
    });
  }

  clear(): void {
    this.events.length = 0;
    this.requests.length = 0;
    this.duplicates = 0;
    this.#arrivals = [];
    this.#bytes = 0;
    this.#seen.clear();
  }

  #forgetOldest(): void {
    const { bytes, events } = this.#arrivals.shift() as Arrival;
    this.requests.shift();
    this.#bytes -= bytes;
    for (const event of this.events.splice(0, events)) this.#seen.delete(event.messageId);
  }
}
