import type { ReserveLimits } from '../delivery/event-queue.js';
import { type Waiting, WaitingLine } from '../delivery/waiting-line.js';

const NO_LIMIT = { events: Infinity, bytes: Infinity, isBusy: () => false };

/**
 * The order that a queue keeps: events are reserved from the front, none of a user while others of that user are, and
 * those that come back stand before all later ones of their users.
 */
export class ReservingLine<E extends Waiting> {
  readonly #line = new WaitingLine<E>();
  /** Events that came back. */
  #front = new WaitingLine<E>();
  readonly #busy = new Set<string>();
  /** Number of events of each user in front. */
  readonly #inFront = new Map<string, number>();
  #reserved = 0;
  #reservedBytes = 0;

  /** Number of events, reserved ones included. */
  get length(): number {
    return this.#front.length + this.#line.length + this.#reserved;
  }

  /** Number of events that are reserved. */
  get reserved(): number {
    return this.#reserved;
  }

  /** Bytes of all events, reserved ones included. */
  get bytes(): number {
    return this.#front.bytes + this.#line.bytes + this.#reservedBytes;
  }

  /** Adds an event at the end. */
  add(event: E): void {
    this.#line.add(event);
  }

  /** Takes the first events that fit, and that may go. */
  reserve({ events, bytes }: ReserveLimits): E[] {
    const isBusy = (user: string): boolean => this.#busy.has(user);
    const taken = this.#front.take({ events, bytes, isBusy });
    for (const { user } of taken) this.#inFront.set(user, (this.#inFront.get(user) ?? 0) - 1);
    const left = taken.reduce((room, event) => room - event.bytes - 1, bytes);
    if (taken.length < events && (left > 0 || taken.length === 0))
      taken.push(...this.#takeBehind(taken.length > 0, events - taken.length, left, isBusy));
    for (const event of taken) {
      this.#busy.add(event.user);
      this.#count(1, event.bytes);
    }
    return taken;
  }

  /** Ends the reservation of events that were taken together. @param again Those of them that come back. */
  release(taken: readonly E[], again: readonly E[]): void {
    for (const event of taken) {
      this.#busy.delete(event.user);
      this.#count(-1, -event.bytes);
    }
    this.#line.settled(taken);
    if (again.length === 0) return;
    const front = new WaitingLine<E>();
    for (const event of [...again, ...this.#front.take(NO_LIMIT)]) front.add(event);
    for (const { user } of again) this.#inFront.set(user, (this.#inFront.get(user) ?? 0) + 1);
    this.#front = front;
  }

  /** Takes from the line; users with events in front come later. */
  #takeBehind(isRest: boolean, events: number, bytes: number, isBusy: (user: string) => boolean): E[] {
    const mustWait = (user: string): boolean => isBusy(user) || (this.#inFront.get(user) ?? 0) > 0;
    const taken = this.#line.take({ events, bytes, isBusy: mustWait });
    const [first] = taken;
    // The first one is always given, however large; here it may stand behind others.
    if (!isRest || first === undefined || first.bytes < bytes) return taken;
    this.#giveBack(taken);
    return [];
  }

  #giveBack(taken: readonly E[]): void {
    for (const event of taken) {
      this.#front.add(event);
      this.#inFront.set(event.user, (this.#inFront.get(event.user) ?? 0) + 1);
    }
  }

  #count(events: number, bytes: number): void {
    this.#reserved += events;
    this.#reservedBytes += bytes;
  }
}
