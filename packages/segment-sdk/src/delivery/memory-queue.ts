import type { EventQueue, QueuedEvent, TakeLimits } from './event-queue.js';

/** How many events one `take` looks at: it must stay cheap when a long queue holds a single busy user. */
const SCAN_LIMIT = 2_500;

/** Places of taken events are given back when there are this many. */
const COMPACT_AT = 4_096;

/** A queue in memory. */
export class MemoryQueue<E extends QueuedEvent> implements EventQueue<E> {
  #events: E[] = [];
  #head = 0;
  #bytes = 0;

  get length(): number {
    return this.#events.length - this.#head;
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
    for (const event of this.#events.slice(this.#head, this.#head + SCAN_LIMIT)) {
      if (taken.length >= most || (event.bytes >= room && taken.length > 0)) break;
      if (isBusy(event.user)) {
        skipped.push(event);
        continue;
      }
      taken.push(event);
      room -= event.bytes + 1;
      this.#bytes -= event.bytes;
    }
    this.#head += taken.length;
    for (const [i, event] of skipped.entries()) this.#events[this.#head + i] = event;
    this.#compact();
    return taken;
  }

  #compact(): void {
    if (this.#head < COMPACT_AT && this.#head < this.#events.length) return;
    this.#events = this.#events.slice(this.#head);
    this.#head = 0;
  }
}
