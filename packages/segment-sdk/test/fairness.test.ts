import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { WaitingLine } from '../src/delivery/waiting-line.js';
import type { QueuedEvent } from '../src/index.js';
import { event, simulated, until } from './setup.js';

const sized = (n: number, user: string, bytes: number): QueuedEvent => ({
  messageId: `m${n}`,
  user,
  body: 'x'.repeat(bytes),
  bytes,
});

const queued = (n: number, user: string): QueuedEvent => sized(n, user, 2);

/** A client whose requests with events of `system` get no answer. */
const withStuckSystem = (waiting: number) => {
  const { segment, simulator } = simulated({ timeoutMs: 600_000, maxInFlight: 4 });
  simulator.inject({ on: ({ body }) => String(body).includes('"userId":"system"'), hang: true, times: Infinity });
  for (let n = 0; n < 100 + waiting; n += 1) void segment.track(event(n, 'system'));
  return { segment, simulator };
};

describe('a user whose request gets no answer', () => {
  test.each([100, 2_500, 6_000])('holds up nobody else with %d more events waiting', async (waiting) => {
    const { segment, simulator } = withStuckSystem(waiting);
    await until(() => simulator.requests.length > 0);
    const receipts = await Promise.all([1, 2, 3].map((n) => segment.track(event(n, `other-${n}`))));
    expect(receipts.map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
    expect(simulator.requests.filter(({ body }) => body.includes('"userId":"system"'))).toHaveLength(1);
    const { failed } = await segment.close({ timeoutMs: 1 });
    expect(failed).toHaveLength(100 + waiting);
  });

  test('does not make others travel alone', async () => {
    const { segment, simulator } = withStuckSystem(400);
    await until(() => simulator.requests.length > 0);
    await Promise.all(Array.from({ length: 50 }, (_, n) => segment.track(event(n, `other-${n}`))));
    expect(simulator.requests).toHaveLength(2);
    await segment.close({ timeoutMs: 1 });
  });
});

test('what waited for its user’s request goes as soon as that has ended, in order', async () => {
  const { segment, simulator } = simulated({ flushAt: 1, flushIntervalMs: 3_600_000 });
  const first = segment.track(event(0));
  const rest = Array.from({ length: 30 }, (_, n) => segment.track(event(n + 1)));
  await Promise.all([first, ...rest]);
  expect(simulator.events.map(({ event: name }) => name)).toEqual(Array.from({ length: 31 }, (_, n) => `Event ${n}`));
});

test('a flush carries what waits for its user’s request as well', async () => {
  const { segment, simulator } = simulated({ flushAt: 2, flushIntervalMs: 3_600_000 });
  for (let n = 0; n < 3; n += 1) void segment.track(event(n));
  const { delivered } = await segment.flush();
  expect(delivered).toBe(3);
  expect(simulator.requests).toHaveLength(2);
});

describe('the line in memory', () => {
  test('gives back every event once, each user in order, within the limits, whoever is busy', () => {
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
        const queue = new WaitingLine<QueuedEvent>();
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
            added.push(sized(added.length, given.user, given.bytes));
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

  test('gives a batch in the order of the calls', () => {
    const queue = new WaitingLine<QueuedEvent>();
    for (let n = 0; n < 12; n += 1) queue.add(queued(n, `user-${n % 3}`));
    const batch = queue.take({ events: 12, bytes: 1_000, isBusy: () => false });
    expect(batch.map(({ messageId }) => messageId)).toEqual(Array.from({ length: 12 }, (_, n) => `m${n}`));
  });

  test('lets a user with one event pass one with thousands', () => {
    const queue = new WaitingLine<QueuedEvent>();
    for (let n = 0; n < 5_000; n += 1) queue.add(queued(n, 'busy'));
    queue.add(queued(5_000, 'quiet'));
    const take = (busy: string) => queue.take({ events: 100, bytes: 10_000, isBusy: (user) => user === busy });
    queue.settled(take(''));
    expect(take('busy').map(({ user }) => user)).toEqual(['quiet']);
  });

  test('knows how many events could go now, whatever is taken and settled', () => {
    const users = ['a', 'b', 'c', 'd'];
    const action = fc.oneof(
      fc.record({ add: fc.constantFrom(...users) }),
      fc.record({ take: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ settle: fc.nat(3) }),
    );
    fc.assert(
      fc.property(fc.array(action, { maxLength: 80 }), (actions) => {
        const queue = new WaitingLine<QueuedEvent>();
        const waiting: QueuedEvent[] = [];
        const onTheWay: QueuedEvent[][] = [];
        const isBusy = (user: string) => onTheWay.flat().some((item) => item.user === user);
        const idle = () => waiting.filter(({ user }) => !isBusy(user));
        let isLookedThrough = true;
        for (const [n, given] of actions.entries()) {
          if ('add' in given) {
            isLookedThrough = false;
            waiting.push(queued(n, given.add));
            queue.add(waiting.at(-1) as QueuedEvent);
          } else if ('take' in given) {
            const isTaken = idle().length > 0;
            const batch = queue.take({ events: given.take, bytes: 1_000, isBusy });
            expect(batch.length > 0).toBe(isTaken);
            for (const item of batch) waiting.splice(waiting.indexOf(item), 1);
            isLookedThrough = batch.length < given.take;
            if (isTaken) onTheWay.push(batch);
          } else {
            const [batch] = onTheWay.splice(given.settle, 1);
            if (batch) queue.settled(batch);
          }
          expect([queue.length, queue.idleBytes]).toEqual([waiting.length, queue.idleLength * 2]);
          if (isLookedThrough) expect(queue.idleLength).toBe(idle().length);
          else expect(queue.idleLength).toBeGreaterThanOrEqual(idle().length);
        }
      }),
    );
  });
});
