import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type EventQueue, MemoryQueue, type PendingEvent, type QueuedEvent } from '../src/index.js';
import { event, simulated } from './setup.js';

const queued = (n: number, user: string, bytes: number): QueuedEvent => ({
  messageId: `m${n}`,
  user,
  body: 'x'.repeat(bytes),
  bytes,
});

test('a queue gives back every event once, each user in order, within the limits, whoever is busy', () => {
  const action = fc.oneof(
    fc.record({ user: fc.constantFrom('a', 'b', 'c'), bytes: fc.integer({ min: 1, max: 50 }) }),
    fc.record({
      events: fc.integer({ min: 1, max: 5 }),
      limit: fc.integer({ min: 60, max: 120 }),
      busy: fc.subarray(['a', 'b', 'c']),
    }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
      const queue = new MemoryQueue<QueuedEvent>();
      const added: QueuedEvent[] = [];
      const taken: QueuedEvent[] = [];
      const take = (events: number, bytes: number, busy: readonly string[]): void => {
        const batch = queue.take({ events, bytes, isBusy: (user) => busy.includes(user) });
        expect(batch.length).toBeLessThanOrEqual(events);
        expect(batch.reduce((sum, item) => sum + item.bytes + 1, 0)).toBeLessThanOrEqual(bytes);
        expect(batch.some(({ user }) => busy.includes(user))).toBe(false);
        taken.push(...batch);
      };
      for (const given of actions) {
        if ('busy' in given) take(given.events, given.limit, given.busy);
        else {
          added.push(queued(added.length, given.user, given.bytes));
          queue.add(added[added.length - 1] as QueuedEvent);
        }
        expect(queue.length).toBe(added.length - taken.length);
        expect(queue.bytes).toBe(
          added.reduce((sum, { bytes }) => sum + bytes, 0) - taken.reduce((sum, { bytes }) => sum + bytes, 0),
        );
      }
      while (queue.length > 0) take(3, 100, []);
      for (const user of ['a', 'b', 'c'])
        expect(taken.filter((item) => item.user === user)).toEqual(added.filter((item) => item.user === user));
    }),
  );
});

test('a queue of one’s own is told which events are done with', async () => {
  const memory = new MemoryQueue<PendingEvent>();
  const settled: string[] = [];
  const queue: EventQueue<PendingEvent> = {
    get length() {
      return memory.length;
    },
    get bytes() {
      return memory.bytes;
    },
    add: (item) => {
      memory.add(item);
    },
    take: (limits) => memory.take(limits),
    settled: (events) => void settled.push(...events.map(({ messageId }) => messageId)),
  };
  const { segment } = simulated({ queue });
  await segment.track({ ...event(1), messageId: 'm-1' });
  await segment.close();
  expect(settled).toEqual(['m-1']);
});
