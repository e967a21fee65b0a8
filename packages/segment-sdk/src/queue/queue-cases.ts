import { failure } from '../contract/errors.js';
import type { EventQueue, QueuedEvent } from '../delivery/event-queue.js';
import {
  collect,
  idsOf,
  type QueueCase,
  queuedEvent,
  type QueuePlace,
  reserveNothing,
  reserveSome,
  same,
  settleWith,
} from './queue-case.js';
import { checkAtRandom } from './random-case.js';

const refusal = failure('api', 'api_error', 'track', 'refused (400): no');

const three = [queuedEvent(1, 'a'), queuedEvent(2, 'a'), queuedEvent(3, 'b')];

/** Runs a case on one queue and closes it. */
const onQueue =
  (run: (queue: EventQueue) => Promise<void>) =>
  async ({ open }: QueuePlace): Promise<void> => {
    const queue = await open();
    await run(queue);
    await queue.close();
  };

/**
 * What every queue does, without a test framework: `for (const { name, run } of queueCases) test(name, () =>
 * run(place()))`. The whole suite takes a second on a queue in memory.
 */
export const queueCases: readonly QueueCase[] = [
  {
    name: 'gives back what was put, unchanged and in order',
    run: onQueue(async (queue) => {
      const events = [...three, queuedEvent(4, '', '\u0000"\\ 𝄞'), queuedEvent(5, 'long', 'x'.repeat(32_000))];
      await queue.put(events);
      const { events: given } = await reserveSome(queue);
      const plain = given.map(({ messageId, user, body, bytes }) => ({ messageId, user, body, bytes }));
      same('events', plain, events);
    }),
  },
  {
    name: 'gives nothing when it is empty',
    run: onQueue(async (queue) => {
      await reserveNothing(queue);
      const { events, reserved, bytes, oldestMs, dead } = await queue.stats();
      same('stats', [events, reserved, bytes, oldestMs, dead], [0, 0, 0, 0, 0]);
    }),
  },
  {
    name: 'keeps to the limits, and gives one event that is larger than they are',
    run: onQueue(async (queue) => {
      for (const n of [1, 2, 3, 4]) await queue.put([queuedEvent(n, `user-${n}`)]);
      const { bytes } = queuedEvent(1, 'user-1');
      const byCount = await reserveSome(queue, { events: 1, bytes: 1_000_000 });
      const byBytes = await reserveSome(queue, { events: 10, bytes: 2 * bytes + 1 });
      const tooLarge = await reserveSome(queue, { events: 10, bytes: 1 });
      same(
        'one by count, at most two by bytes, one that is too large',
        [byCount.events.length, byBytes.events.length <= 2, tooLarge.events.length],
        [1, true, 1],
      );
    }),
  },
  {
    name: 'gives no event of a user while others of that user are reserved, and lets others pass',
    run: onQueue(async (queue) => {
      await queue.put(three.slice(0, 1));
      const first = await reserveSome(queue);
      await queue.put(three.slice(1));
      const second = await reserveSome(queue);
      same('while a is reserved', idsOf(second.events), ['m-3']);
      await settleWith(first, { done: first.events });
      same('afterwards', idsOf((await reserveSome(queue)).events), ['m-2']);
    }),
  },
  {
    name: 'puts events that come back before the later ones of their users',
    run: onQueue(async (queue) => {
      await queue.put(three);
      const { events, settle } = await reserveSome(queue);
      await queue.put([queuedEvent(4, 'a')]);
      const again = events.filter(({ messageId }) => messageId !== 'm-1');
      await settle({ done: events.filter(({ messageId }) => messageId === 'm-1'), dead: [], again, delayMs: 0 });
      const left = await collect(queue);
      same('a', idsOf(left.filter(({ user }) => user === 'a')), ['m-2', 'm-4']);
      same('b', idsOf(left.filter(({ user }) => user === 'b')), ['m-3']);
    }),
  },
  {
    name: 'takes the repetition of a settlement for nothing new',
    run: onQueue(async (queue) => {
      await queue.put(three);
      const reservation = await reserveSome(queue);
      await settleWith(reservation, { done: reservation.events.slice(1), again: reservation.events.slice(0, 1) });
      await settleWith(reservation, { done: reservation.events.slice(1), again: reservation.events.slice(0, 1) });
      same('left', idsOf(await collect(queue)), ['m-1']);
      same('events', (await queue.stats()).events, 0);
    }),
  },
  {
    name: 'keeps dead events apart, and counts them',
    run: onQueue(async (queue) => {
      await queue.put(three);
      const { events, settle } = await reserveSome(queue);
      const [first, ...rest] = events as [QueuedEvent, ...QueuedEvent[]];
      await settle({ done: rest, dead: [{ event: first, error: refusal }], again: [], delayMs: 0 });
      await reserveNothing(queue);
      const { events: left, dead } = await queue.stats();
      same('left and dead', [left, dead], [0, 1]);
    }),
  },
  {
    name: 'counts what it holds, reserved or not',
    run: onQueue(async (queue) => {
      await queue.put(three);
      const reservation = await reserveSome(queue);
      const { events, reserved, bytes } = await queue.stats();
      const sum = three.reduce((all, event) => all + event.bytes, 0);
      same('stats', [events, reserved, bytes], [3, reservation.events.length, sum]);
    }),
  },
  {
    name: 'refuses what it has no room for with queue_full, holding none of it, and takes it when there is room',
    run: async ({ open }) => {
      const queue = await open(1_000);
      const large = [queuedEvent(1, 'a', 'x'.repeat(400)), queuedEvent(2, 'a', 'x'.repeat(400))];
      await queue.put(large);
      const more = [queuedEvent(3, 'a', 'x'.repeat(400))];
      const code = await queue.put(more).then(
        () => 'held',
        (error: unknown) => (error as { code?: unknown }).code,
      );
      same('put', code, 'queue_full');
      same('given', idsOf(await collect(queue)), ['m-1', 'm-2']);
      await queue.put(more);
      same('given then', idsOf(await collect(queue)), ['m-3']);
      await queue.close();
    },
  },
  {
    name: 'has after a restart what was not done with, reserved or not, in order',
    run: async ({ open, isLasting }) => {
      if (!isLasting) return;
      const before = await open();
      await before.put(three);
      const { events, settle } = await reserveSome(before, { events: 1, bytes: 1_000_000 });
      await settle({ done: events, dead: [], again: [], delayMs: 0 });
      await reserveSome(before, { events: 1, bytes: 1_000_000 });
      await before.put([queuedEvent(4, 'a')]);
      await before.close();
      const after = await open();
      const left = await collect(after);
      same('a', idsOf(left.filter(({ user }) => user === 'a')), ['m-2', 'm-4']);
      same('events', left.length, 3);
      await after.close();
    },
  },
  {
    name: 'loses nothing, doubles nothing and keeps the order of every user, whatever is done in whatever order',
    run: checkAtRandom,
  },
];
