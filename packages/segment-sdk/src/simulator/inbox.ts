import type { ReceivedEvent, ReceivedRequest } from './types.js';

interface Watcher {
  readonly predicate: (event: ReceivedEvent) => boolean;
  readonly resolve: (event: ReceivedEvent) => void;
}

/** What the simulator received. */
export class Inbox {
  readonly events: ReceivedEvent[] = [];
  readonly requests: ReceivedRequest[] = [];
  duplicates = 0;
  readonly #seen = new Set<string>();
  #watchers: Watcher[] = [];

  /** Keeps an event, unless its `messageId` has been seen with this key before. */
  accept(event: ReceivedEvent): void {
    const id = `${event.writeKey} ${event.messageId}`;
    if (this.#seen.has(id)) {
      this.duplicates += 1;
      return;
    }
    this.#seen.add(id);
    this.events.push(event);
    const met = this.#watchers.filter(({ predicate }) => predicate(event));
    this.#watchers = this.#watchers.filter((watcher) => !met.includes(watcher));
    for (const { resolve } of met) resolve(event);
  }

  waitFor(predicate: Watcher['predicate'], timeoutMs: number): Promise<ReceivedEvent> {
    const found = this.events.find(predicate);
    if (found) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error(`simulator.waitFor: no such event within ${timeoutMs} ms; ${this.events.length} others arrived`));
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
    this.#seen.clear();
  }
}
