import { failure, type SegmentError } from '../contract/errors.js';
import type { EventQueue, QueuedEvent } from '../delivery/event-queue.js';
import type { Stop } from '../http/stop.js';
import { pause } from '../http/timer.js';
import { isFull, type QueueCall } from './queue-call.js';

const LONGEST_WAIT_MS = 1_000;

/** Puts events into a queue, one call at a time, so that their order is kept. */
export class QueueIntake {
  readonly #queue: EventQueue;
  readonly #call: QueueCall;
  readonly #stop: Stop;
  readonly #maxWaitMs: number;
  /** The answer to a call that nobody waits for any more: until it is there, a later one could overtake it. */
  #owed: Promise<void> | undefined;

  /** @param maxWaitMs How long events wait for room, in milliseconds. */
  constructor(queue: EventQueue, call: QueueCall, stop: Stop, maxWaitMs: number) {
    this.#queue = queue;
    this.#call = call;
    this.#stop = stop;
    this.#maxWaitMs = maxWaitMs;
  }

  /** Resolves when the queue holds the events; waits while it is full. @throws {SegmentError} `queue_failed` */
  async put(events: readonly QueuedEvent[]): Promise<'queued'> {
    const copies = events.map(({ messageId, user, body, bytes }) => ({ messageId, user, body, bytes }));
    const owed = this.#owed;
    if (owed) await this.#call('put', () => owed);
    const began = performance.now();
    for (let waitMs = 10; !(await this.#isHeld(copies)); waitMs = Math.min(LONGEST_WAIT_MS, waitMs * 2)) {
      if (this.#stop.isStopped || performance.now() - began >= this.#maxWaitMs) throw stillFull();
      await pause(waitMs, this.#stop);
    }
    return 'queued';
  }

  /** Whether the queue took them; it did not if it is full. */
  async #isHeld(events: readonly QueuedEvent[]): Promise<boolean> {
    const ask = (): Promise<void> => {
      const answer = this.#queue.put(events);
      const isOver = (): void => {
        this.#owed = undefined;
      };
      this.#owed = answer.then(isOver, isOver);
      return answer;
    };
    try {
      await this.#call('put', ask);
      return true;
    } catch (error) {
      if (isFull(error)) return false;
      throw error;
    }
  }
}

const stillFull = (): SegmentError =>
  failure('delivery', 'queue_full', 'queue', 'the queue had no room for as long as an event waits (maxRetryMs)', true);
