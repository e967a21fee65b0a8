import type { QueuedEvent, ReserveLimits } from './event-queue.js';

/** What a line knows of an event. */
export type Waiting = Pick<QueuedEvent, 'user' | 'bytes'>;

/** How much is taken at most, and whose events must wait. */
export interface TakeLimits extends ReserveLimits {
  /** Tells whether events of this user are being sent already. */
  readonly isBusy: (user: string) => boolean;
}

/** What waits of a user with events on the way. */
interface Lane<E> {
  readonly events: E[];
  bytes: number;
  /** Whether they are counted as idle: their user is free again. */
  isIdle: boolean;
}

/** Events that are taken together, up to a bound. */
class Batch<E extends Waiting> {
  readonly taken: E[] = [];
  isFull = false;
  readonly #most: number;
  /** Each event costs a comma too; the first is always taken. */
  #room: number;

  constructor(most: number, bytes: number) {
    this.#most = most;
    this.#room = bytes;
  }

  takes(event: E): boolean {
    this.isFull = this.taken.length >= this.#most || (event.bytes >= this.#room && this.taken.length > 0);
    if (this.isFull) return false;
    this.taken.push(event);
    this.#room -= event.bytes + 1;
    return true;
  }
}

/**
 * Events that wait in memory: one line for all, in the order of the calls. Events whose user has others on the way step
 * aside into a lane of that user, so that they are passed once and not at every `take`, and nobody waits behind them.
 * Lanes go first once their user is free, and take turns.
 */
export class WaitingLine<E extends Waiting> {
  readonly #line: E[] = [];
  readonly #lanes = new Map<string, Lane<E>>();
  #length = 0;
  #bytes = 0;
  #idleLength = 0;
  #idleBytes = 0;

  /** Number of events that wait. */
  get length(): number {
    return this.#length;
  }

  /** Their bytes. */
  get bytes(): number {
    return this.#bytes;
  }

  /**
   * How many of them could go now, because their users have nothing on the way; those that `take` has not
   * looked at yet are counted too.
   */
  get idleLength(): number {
    return this.#idleLength;
  }

  /** The bytes of those. */
  get idleBytes(): number {
    return this.#idleBytes;
  }

  /** Adds an event at the end. */
  add(event: E): void {
    this.#line.push(event);
    this.#length += 1;
    this.#bytes += event.bytes;
    this.#countIdle(1, event.bytes);
  }

  /** Removes and returns the first events that fit, in order; events of a busy user stay where they are. */
  take({ events, bytes, isBusy }: TakeLimits): E[] {
    const batch = new Batch<E>(events, bytes);
    for (const user of [...this.#lanes.keys()]) if (!batch.isFull && !isBusy(user)) this.#leaveLane(user, batch);
    if (!batch.isFull) this.#leaveLine(isBusy, batch);
    for (const event of batch.taken) this.#bytes -= event.bytes;
    this.#length -= batch.taken.length;
    return batch.taken;
  }

  /** Learns that the users of events taken earlier have nothing on the way any more. */
  settled(events: readonly E[]): void {
    if (this.#lanes.size === 0) return;
    for (const { user } of events) {
      const lane = this.#lanes.get(user);
      if (lane === undefined || lane.isIdle) continue;
      lane.isIdle = true;
      this.#countIdle(lane.events.length, lane.bytes);
    }
  }

  #stepAside(event: E): Lane<E> {
    let lane = this.#lanes.get(event.user);
    if (lane === undefined) this.#lanes.set(event.user, (lane = { events: [], bytes: 0, isIdle: false }));
    lane.events.push(event);
    lane.bytes += event.bytes;
    return lane;
  }

  /** Takes what fits from the head of the line, past those who step aside. */
  #leaveLine(isBusy: TakeLimits['isBusy'], batch: Batch<E>): void {
    let passed = 0;
    for (const event of this.#line) {
      const mustWait = isBusy(event.user);
      if (!mustWait && !batch.takes(event)) break;
      passed += 1;
      if (!mustWait || !this.#stepAside(event).isIdle) this.#countIdle(-1, -event.bytes);
    }
    this.#line.splice(0, passed);
  }

  /** Takes what fits from the head of a lane. What is left waits behind the other lanes. */
  #leaveLane(user: string, batch: Batch<E>): void {
    const lane = this.#lanes.get(user) as Lane<E>;
    const kept = lane.events.findIndex((event) => !batch.takes(event));
    const left = lane.events.splice(0, kept < 0 ? lane.events.length : kept);
    if (left.length === 0) return;
    if (lane.isIdle) this.#countIdle(-left.length - lane.events.length, -lane.bytes);
    lane.isIdle = false;
    for (const { bytes } of left) lane.bytes -= bytes;
    this.#lanes.delete(user);
    if (lane.events.length > 0) this.#lanes.set(user, lane);
  }

  #countIdle(events: number, bytes: number): void {
    this.#idleLength += events;
    this.#idleBytes += bytes;
  }
}
