import type { NodeBuffer, WritableBody } from '../http/transport.js';
import type { QueuedEvent } from './event-queue.js';

/** The body of a batch, put together around the events' own JSON. Its `sentAt` is now: each attempt has a body. */
export class BatchBody implements WritableBody {
  readonly #start: string;
  readonly #events: readonly QueuedEvent[];

  /** @param writeKey Is part of the body where no header carries it. */
  constructor(events: readonly QueuedEvent[], writeKey?: string) {
    this.#start = JSON.stringify({ writeKey, sentAt: new Date(), batch: [] }).slice(0, -2);
    this.#events = events;
  }

  get mostBytes(): number {
    // A character of the start is at most three bytes; each event is followed by a comma, or by the end.
    return this.#events.reduce((sum, { bytes }) => sum + bytes + 1, this.#start.length * 3 + 1);
  }

  writeTo(buffer: NodeBuffer): number {
    let at = buffer.write(this.#start, 0);
    for (const { body } of this.#events) {
      at += buffer.write(body, at);
      at += buffer.write(',', at);
    }
    return at - 1 + buffer.write(']}', at - 1);
  }

  toString(): string {
    return `${this.#start}${this.#events.map(({ body }) => body).join(',')}]}`;
  }
}
