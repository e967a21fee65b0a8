import { SegmentError } from '../contract/errors.js';
import type {
  DeadEvent,
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from '../delivery/event-queue.js';
import { ReservingLine } from './reserving-line.js';

/** How a queue in memory is set up. */
export interface MemoryQueueOptions {
  /** Bound of everything it holds, in bytes of the events' JSON. Default 64 MiB. */
  readonly maxBytes?: number | undefined;
}

/** A queue in memory, and what only a test or a tool asks of it. */
export interface MemoryQueue extends EventQueue {
  /** The events that Segment refused, with the reasons. */
  readonly dead: () => readonly DeadEvent[];
}

const DEFAULT_BYTES = 64 * 1024 * 1024;

/** An event, and when it was put here on the monotonic clock. */
type Held = QueuedEvent & { readonly since: number };

/** What all queues of this package say when they have no room. */
const queueFull = (maxBytes: number): SegmentError =>
  new SegmentError(`the queue is full (${maxBytes} bytes, maxBytes)`, {
    kind: 'delivery',
    code: 'queue_full',
    operation: 'queue',
    retryable: true,
  });

/**
 * The smallest queue there is: it is lost with its process, as what waits in a client without a queue is. A pattern
 * for one's own, and for tests.
 */
export const memoryQueue = ({ maxBytes = DEFAULT_BYTES }: MemoryQueueOptions = {}): MemoryQueue => {
  const memory = new Memory(maxBytes);
  return {
    put: async (events) => {
      await Promise.resolve();
      memory.put(events);
    },
    reserve: (limits) => Promise.resolve(memory.reserve(limits)),
    stats: () => Promise.resolve(memory.stats()),
    close: () => Promise.resolve(),
    dead: () => [...memory.dead],
  };
};

class Memory {
  readonly dead: DeadEvent[] = [];
  readonly #maxBytes: number;
  readonly #line = new ReservingLine<Held>();
  /** All of them, the oldest first. */
  readonly #held = new Set<Held>();

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  put(events: readonly QueuedEvent[]): void {
    const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
    if (this.#line.length > 0 && this.#line.bytes + bytes > this.#maxBytes) throw queueFull(this.#maxBytes);
    for (const event of events) {
      const item = { ...event, since: performance.now() };
      this.#line.add(item);
      this.#held.add(item);
    }
  }

  reserve(limits: ReserveLimits): Reservation | undefined {
    const events = this.#line.reserve(limits);
    let isOpen = true;
    const settle = ({ again, dead }: ReservationEnd): Promise<void> => {
      if (isOpen) this.#end(events, again, dead);
      isOpen = false;
      return Promise.resolve();
    };
    return events.length > 0 ? { events, settle } : undefined;
  }

  stats(): QueueStats {
    const [oldest] = this.#held;
    const { length: events, reserved, bytes } = this.#line;
    const oldestMs = oldest ? performance.now() - oldest.since : 0;
    return { events, reserved, bytes, oldestMs, dead: this.dead.length };
  }

  #end(taken: readonly Held[], again: readonly QueuedEvent[], dead: readonly DeadEvent[]): void {
    const back = new Set(again);
    for (const event of taken) if (!back.has(event)) this.#held.delete(event);
    this.dead.push(...dead);
    this.#line.release(
      taken,
      taken.filter((event) => back.has(event)),
    );
  }
}
