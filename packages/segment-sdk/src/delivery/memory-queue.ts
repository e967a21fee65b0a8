import type { EventQueue, QueuedEvent, TakeLimits } from './event-queue.js';

/** How many events one `take` looks at: it must stay cheap when a long queue holds a single busy user. */
const SCAN_LIMIT = 2_500;

/** A queue in memory. */
export class MemoryQueue<E extends QueuedEvent> implements EventQueue<E> {
  readonly #events: E[] = [];
  #bytes = 0;

  get length(): number {
    return this.#events.length;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(event: E): void {
    this.#events.push(event);
    this.#bytes += event.bytes;
  }

  take({ events: most, bytes: limit, isBusy }: TakeLimits): E[] {
    const taken: E[] = [];
    const skipped: E[] = [];
    // Each event costs a comma too; the first is always taken.
    let room = limit;
    for (const event of this.#events.slice(0, SCAN_LIMIT)) {
      if (taken.length >= most || (event.bytes >= room && taken.length > 0)) break;
      if (isBusy(event.user)) {
        skipped.push(event);
        continue;
      }
      taken.push(event);
      room -= event.bytes + 1;
      this.#bytes -= event.bytes;
    }
    this.#events.splice(0, taken.length + skipped.length, ...skipped);
    return taken;
  }
}
