import type { QueuedEvent } from '../delivery/event-queue.js';

/** From so many bytes of events on, a group takes no more: it is one frame, which damage costs as a whole. */
const GROUP_BYTES = 1024 * 1024;

/** Events of several puts that are written at once, and brought onto the disk at once. */
interface Group {
  readonly events: QueuedEvent[];
  bytes: number;
  /** Resolves when they are held. */
  readonly held: Promise<void>;
}

/** What else is put before the event loop turns is gathered by then. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Commits events in groups: one group is under way, and what is put meanwhile waits and makes the next one. So many
 * puts share one sync of the disk, each put has one that began after it was written, and a group that fails takes
 * nothing with it that was put later.
 */
export class GroupCommit {
  readonly #commit: (events: readonly QueuedEvent[]) => Promise<void>;
  #next: Group | undefined;
  #last: Promise<void> = Promise.resolve();
  #waitingBytes = 0;

  /** @param commit Holds the events of a group, all or none. */
  constructor(commit: (events: readonly QueuedEvent[]) => Promise<void>) {
    this.#commit = commit;
  }

  /** Bytes of the events whose group has not begun. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** Resolves when the events are held. @throws what their group failed with */
  put(events: readonly QueuedEvent[]): Promise<void> {
    const group = (this.#next ??= this.#open());
    for (const event of events) {
      group.events.push(event);
      group.bytes += event.bytes;
      this.#waitingBytes += event.bytes;
    }
    if (group.bytes >= GROUP_BYTES) this.#next = undefined;
    return group.held;
  }

  /** Resolves when nothing is under way and nothing waits. */
  async settled(): Promise<void> {
    for (let last; last !== this.#last;) await (last = this.#last);
  }

  #open(): Group {
    const held: Promise<void> = this.#last.then(turn).then(() => this.#begin(group));
    const group: Group = { events: [], bytes: 0, held };
    this.#last = held.catch(() => undefined);
    return group;
  }

  #begin(group: Group): Promise<void> {
    if (this.#next === group) this.#next = undefined;
    this.#waitingBytes -= group.bytes;
    return this.#commit(group.events);
  }
}
