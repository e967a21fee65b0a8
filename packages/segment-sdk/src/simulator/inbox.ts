import type { ReceivedEvent, ReceivedRequest } from './types.js';

interface Watcher {
  readonly predicate: (event: ReceivedEvent) => boolean;
  readonly resolve: (event: ReceivedEvent) => void;
}

/** What a request counts for beside its body. */
const ENVELOPE_BYTES = 1_024;

const bytesOf = ({ body }: ReceivedRequest): number => body.length + ENVELOPE_BYTES;

/** What the simulator received, the latest of it. */
export class Inbox {
  readonly events: ReceivedEvent[] = [];
  readonly requests: ReceivedRequest[] = [];
  duplicates = 0;
  readonly #keepBytes: number;
  readonly #seen = new Set<string>();
  /** How many events came with each request; the last number is that of the request being answered. */
  #counts = [0];
  #bytes = 0;
  #watchers: Watcher[] = [];

  /** @param keepBytes When its requests are larger, the oldest are forgotten, and the events that came with them. */
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
    this.#counts.push((this.#counts.pop() ?? 0) + 1);
    const met = this.#watchers.filter(({ predicate }) => predicate(event));
    this.#watchers = this.#watchers.filter((watcher) => !met.includes(watcher));
    for (const { resolve } of met) resolve(event);
  }

  /** Keeps a request whose events have been accepted. */
  record(request: ReceivedRequest): void {
    this.requests.push(request);
    this.#counts.push(0);
    this.#bytes += bytesOf(request);
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
    this.#counts = [0];
    this.#bytes = 0;
    this.#seen.clear();
  }

  #forgetOldest(): void {
    for (const request of this.requests.splice(0, 1)) this.#bytes -= bytesOf(request);
    for (const event of this.events.splice(0, this.#counts.shift())) this.#seen.delete(event.messageId);
  }
}
