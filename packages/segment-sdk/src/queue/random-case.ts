import { failure } from '../contract/errors.js';
import type { EventQueue, QueuedEvent, Reservation } from '../delivery/event-queue.js';
import { collect, idsOf, queuedEvent, type QueuePlace, same, settleWith } from './queue-case.js';

const USERS = ['a', 'b', 'c', 'd'];
const STEPS = 400;

/** Draws integers below a bound, the same ones for the same seed (mulberry32). */
const createDraw = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
};

const refusal = failure('api', 'api_error', 'track', 'refused (400): no');

/** A queue, and what must become of what it was given. */
class Model {
  readonly #place: QueuePlace;
  readonly #draw: (below: number) => number;
  #queue: EventQueue;
  readonly #open: Reservation[] = [];
  /** What waits or is reserved, by user, in order. */
  readonly #left = new Map<string, string[]>(USERS.map((user) => [user, []]));
  #put = 0;
  #dead = 0;

  constructor(place: QueuePlace, queue: EventQueue, draw: (below: number) => number) {
    this.#place = place;
    this.#queue = queue;
    this.#draw = draw;
  }

  async step(): Promise<void> {
    const chance = this.#draw(20);
    if (chance < 7) await this.#putSome();
    else if (chance < 13) await this.#reserve();
    else if (chance < 19) await this.#settle();
    else if (this.#place.isLasting) await this.#restart();
  }

  /** Takes everything out and compares. */
  async finish(): Promise<void> {
    while (this.#open.length > 0) await this.#settle();
    same('events', (await this.#queue.stats()).events, [...this.#left.values()].flat().length);
    same('dead', (await this.#queue.stats()).dead, this.#dead);
    const rest = await collect(this.#queue);
    for (const user of USERS)
      same(`events of ${user}`, idsOf(rest.filter((event) => event.user === user)), this.#left.get(user));
    await this.#queue.close();
  }

  async #putSome(): Promise<void> {
    const events = Array.from({ length: 1 + this.#draw(5) }, () =>
      queuedEvent((this.#put += 1), USERS[this.#draw(USERS.length)] as string, 'x'.repeat(this.#draw(60))),
    );
    await this.#queue.put(events);
    for (const { user, messageId } of events) this.#left.get(user)?.push(messageId);
  }

  async #reserve(): Promise<void> {
    const limits = { events: 1 + this.#draw(8), bytes: 100 + this.#draw(600) };
    const reservation = await this.#queue.reserve?.(limits);
    if (!reservation) return;
    const { events } = reservation;
    const bytes = events.reduce((sum, event) => sum + event.bytes + 1, 0);
    same('within the limits', events.length <= limits.events && (events.length === 1 || bytes <= limits.bytes), true);
    const busy = this.#open.flatMap((other) => other.events.map(({ user }) => user));
    for (const user of USERS) {
      const ids = idsOf(events.filter((event) => event.user === user));
      same(`first events of ${user}`, ids, this.#left.get(user)?.slice(0, ids.length));
      if (ids.length > 0) same(`${user} has others reserved`, busy.includes(user), false);
    }
    this.#open.push(reservation);
  }

  async #settle(): Promise<void> {
    const [reservation] = this.#open.splice(this.#draw(Math.max(1, this.#open.length)), 1);
    if (!reservation) return;
    const again = new Set<string>();
    const ends = { done: [] as QueuedEvent[], dead: [] as QueuedEvent[], again: [] as QueuedEvent[] };
    for (const event of reservation.events) {
      // What comes back takes the later events of its user with it, as the client does it.
      const end = again.has(event.user) ? 'again' : (['done', 'done', 'dead', 'again'] as const)[this.#draw(4)];
      if (end === 'again') again.add(event.user);
      else this.#left.get(event.user)?.shift();
      ends[end ?? 'done'].push(event);
    }
    this.#dead += ends.dead.length;
    await settleWith(reservation, { ...ends, dead: ends.dead.map((event) => ({ event, error: refusal })) });
  }

  async #restart(): Promise<void> {
    this.#open.length = 0;
    await this.#queue.close();
    this.#queue = await this.#place.open();
  }
}

/** Does many things in an order that looks like chance and is the same each time. */
export const checkAtRandom = async (place: QueuePlace): Promise<void> => {
  const model = new Model(place, await place.open(), createDraw(20));
  for (let step = 0; step < STEPS; step += 1) await model.step();
  await model.finish();
};
