import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, jest, test } from '@jest/globals';

import { type EventQueue, isSegmentError, type Reservation, type SegmentError } from '../src/index.js';
import { createQueue, memoryQueue, queueCases } from '../src/queue.js';
import { journalQueue } from './fixtures/journal-queue.js';
import { clientOf, errorOf, event, simulated, thrownBy, until } from './setup.js';

describe('a queue in memory', () => {
  test.each(queueCases.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
    await run({ open: (maxBytes) => Promise.resolve(memoryQueue({ maxBytes })), isLasting: false });
  });
});

describe('the queue of the README', () => {
  test('is in the README as it is tested here', () => {
    const code = readFileSync('test/fixtures/journal-queue.ts', 'utf8');
    expect(readFileSync('README.md', 'utf8')).toContain(code);
  });

  test.each(queueCases.map(({ name, run }) => [name, run] as const))('%s', async (_name, run) => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'));
    const openJournal = async (maxBytes?: number) => {
      const queue = journalQueue(join(folder, 'events.jsonl'), maxBytes);
      await queue.open?.('source');
      // Its types are those of the build.
      return queue as unknown as EventQueue;
    };
    await run({ open: openJournal, isLasting: true });
    rmSync(folder, { recursive: true });
  });
});

/** A queue in memory of which some methods do something else. */
const queueWith = (change: (memory: EventQueue) => Partial<EventQueue>) => {
  const memory = memoryQueue();
  return { memory, queue: { ...memory, ...change(memory) } };
};

const never = () => new Promise<never>(() => undefined);

/** What is told to `onError`. */
const listening = () => {
  const errors: [code: string, event: unknown][] = [];
  const onError = (error: SegmentError, lost: unknown) => void errors.push([error.code, lost]);
  return { errors, onError };
};

const idsOf = (simulator: ReturnType<typeof simulated>['simulator']) =>
  simulator.events.map(({ body }) => (body as { messageId: string }).messageId);

describe('a client with a queue', () => {
  test('acknowledges a call once the queue holds its event, and delivers from there', async () => {
    let hold = (): void => undefined;
    const { queue } = queueWith((memory) => ({
      put: async (events) => {
        await new Promise<void>((resolve) => (hold = resolve));
        await memory.put(events);
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    let receipt: unknown;
    void segment.track({ ...event(1), messageId: 'm-1' }).then((given) => (receipt = given));
    const putting = hold;
    await until(() => hold !== putting);
    expect(receipt).toBeUndefined();
    hold();
    await until(() => receipt !== undefined);
    expect(receipt).toEqual({ messageId: 'm-1', status: 'queued' });
    expect(await segment.close()).toEqual({ delivered: 1, failed: [], dropped: 0, omitted: 0, queued: 0 });
    expect(idsOf(simulator)).toEqual(['m-1']);
  });

  test('puts bursts together, in the order of the calls', async () => {
    const puts: number[] = [];
    const { queue } = queueWith((memory) => ({
      put: async (events) => {
        puts.push(events.length);
        await memory.put(events);
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    for (let n = 0; n < 2_500; n += 1) void segment.track(event(n, `user-${n % 7}`));
    const { delivered } = await segment.close();
    expect(delivered).toBe(2_500);
    expect(puts).toEqual([2_500]);
    const ofOne = simulator.events.filter(({ userId }) => userId === 'user-3').map(({ event: name }) => name);
    expect(ofOne).toEqual(Array.from({ length: 357 }, (_, n) => `Event ${n * 7 + 3}`));
  });

  test('calls that wait for a slow put are put together once it has ended', async () => {
    const answers: (() => void)[] = [];
    const puts: number[] = [];
    const { queue } = queueWith((memory) => ({
      put: async (events) => {
        puts.push(events.length);
        await new Promise<void>((resolve) => answers.push(resolve));
        await memory.put(events);
      },
    }));
    const { segment } = simulated({ queue: createQueue(queue) });
    void segment.track(event(0));
    await until(() => answers.length === 1);
    for (let n = 1; n <= 100; n += 1) {
      void segment.track(event(n));
      if (n % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    answers.pop()?.();
    await until(() => answers.length === 1);
    answers.pop()?.();
    expect(await segment.close()).toMatchObject({ delivered: 101, queued: 0 });
    expect(puts).toEqual([1, 100]);
  });

  test('delivers what an earlier client left there, without a call', async () => {
    const memory = memoryQueue();
    const { segment, simulator } = simulated({ queue: createQueue({ ...memory, reserve: undefined }) });
    for (let n = 0; n < 30; n += 1) void segment.track(event(n));
    expect(await segment.close()).toMatchObject({ delivered: 0, queued: 30 });
    const next = clientOf(simulator, { queue: createQueue(memory) });
    await until(() => simulator.events.length === 30);
    expect(await next.close()).toMatchObject({ delivered: 30, queued: 0 });
  });

  test('keeps what cannot be delivered, and says so', async () => {
    const { errors, onError } = listening();
    const queue = memoryQueue();
    const { segment, simulator } = simulated({ queue: createQueue(queue), onError });
    simulator.inject({ status: 503, times: Infinity });
    await segment.track(event(1));
    expect(await segment.close()).toEqual({ delivered: 0, failed: [], dropped: 0, omitted: 0, queued: 1 });
    expect(errors[0]).toEqual(['api_error', undefined]);
    expect((await queue.stats()).events).toBe(1);
  });

  test('goes on when an outage is over, in order', async () => {
    const { segment, simulator } = simulated({ queue: createQueue(memoryQueue()), flushAt: 1 });
    simulator.inject({ drop: 'before', times: 5 });
    for (let n = 0; n < 40; n += 1) void segment.track(event(n, `user-${n % 2}`));
    await until(() => simulator.events.length === 40);
    const even = simulator.events.filter(({ userId }) => userId === 'user-0').map(({ event: name }) => name);
    expect(even).toEqual(Array.from({ length: 20 }, (_, n) => `Event ${n * 2}`));
    expect(await segment.close()).toMatchObject({ delivered: 40, queued: 0 });
  });

  test('leaves Segment alone for as long as it asks, and tells the queue', async () => {
    const holds: number[] = [];
    const { queue } = queueWith(() => ({
      hold: (ms) => {
        holds.push(ms);
        throw new Error('no disk');
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    simulator.inject({ status: 429, headers: { 'retry-after': '1' }, times: 1 });
    const began = performance.now();
    await segment.track(event(1));
    expect(await segment.close()).toMatchObject({ delivered: 1, queued: 0 });
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(holds).toEqual([1_000]);
  });

  test('keeps apart what Segment refuses alone, and delivers the rest of its batch', async () => {
    const { errors, onError } = listening();
    const queue = memoryQueue();
    const { segment, simulator } = simulated({ queue: createQueue(queue), onError });
    simulator.inject({ status: 400, on: ({ body }) => String(body).includes('m-13'), times: Infinity });
    for (let n = 0; n < 50; n += 1) void segment.track({ ...event(n), messageId: `m-${n}` });
    const { delivered, failed, queued } = await segment.close();
    expect([delivered, failed.length, queued]).toEqual([49, 1, 0]);
    expect(queue.dead().map(({ event: dead, error }) => [dead.messageId, error.status])).toEqual([['m-13', 400]]);
    expect(errors).toEqual([['api_error', expect.objectContaining({ messageId: 'm-13' })]]);
    expect(idsOf(simulator)).toEqual(Array.from({ length: 50 }, (_, n) => `m-${n}`).filter((id) => id !== 'm-13'));
  });

  test('keeps everything while the write key is refused', async () => {
    const queue = memoryQueue();
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    simulator.inject({ status: 401, times: Infinity });
    for (let n = 0; n < 5; n += 1) void segment.track(event(n));
    expect(await segment.close()).toMatchObject({ delivered: 0, failed: [], queued: 5 });
    expect(queue.dead()).toEqual([]);
  });

  test('waits while the queue is full, and refuses calls only above maxQueueBytes', async () => {
    const { segment, simulator } = simulated({
      queue: createQueue(memoryQueue({ maxBytes: 2_000 })),
      maxQueueBytes: 20_000,
    });
    simulator.inject({ status: 503, times: 4 });
    const report = await segment.batch(
      Array.from({ length: 300 }, (_, n) => ({ type: 'track' as const, ...event(n) })),
    );
    expect(report.failed).toEqual([]);
    expect(await segment.close()).toMatchObject({ delivered: 300, queued: 0 });
  });

  test('belongs to one client', async () => {
    const queue = createQueue(memoryQueue());
    const { segment, simulator } = simulated({ queue });
    const error = thrownBy(() => clientOf(simulator, { queue }));
    expect(error).toMatchObject({ code: 'invalid_option', field: 'queue' });
    await segment.close();
  });
});

/** As little as a test must wait; on a busy machine what does answer takes a moment. */
const patience = (fault: unknown): number => (fault === never ? 100 : 10_000);

describe('whatever a queue does', () => {
  const faults: Readonly<Record<string, () => Promise<never>>> = {
    'throws at once': () => {
      throw new Error('no disk');
    },
    rejects: () => Promise.reject(new Error('no disk')),
    'throws no error': () => {
      const nothing: unknown = undefined;
      throw nothing;
    },
    'does not answer': never,
  };

  test.each(Object.entries(faults))(
    'a put that %s rejects the call and nothing is said to be queued',
    async (_n, fault) => {
      const { errors, onError } = listening();
      let isBroken = true;
      const { queue } = queueWith((memory) => ({ put: (events) => (isBroken ? fault() : memory.put(events)) }));
      const { segment, simulator } = simulated({ queue: createQueue(queue), onError, timeoutMs: patience(fault) });
      const error = await errorOf(segment.track(event(1)));
      expect(error).toMatchObject({ kind: 'delivery', code: 'queue_failed', operation: 'track', retryable: true });
      isBroken = false;
      const { failed, queued } = await segment.flush();
      expect([failed.length, queued]).toEqual([1, 0]);
      expect(errors).toEqual([['queue_failed', expect.objectContaining({ event: 'Event 1' })]]);
      expect(simulator.events).toEqual([]);
      await segment.close();
    },
  );

  test('a put that answers late is not passed by a later one', async () => {
    const answers: (() => void)[] = [];
    const { queue } = queueWith((memory) => ({
      put: async (events) => {
        await new Promise<void>((resolve) => answers.push(resolve));
        await memory.put(events);
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue), timeoutMs: 40 });
    expect((await errorOf(segment.track(event(1)))).code).toBe('queue_failed');
    expect((await errorOf(segment.track(event(2)))).code).toBe('queue_failed');
    expect(answers).toHaveLength(1);
    answers.pop()?.();
    const third = segment.track(event(3));
    await until(() => answers.length === 1);
    answers.pop()?.();
    expect((await third).status).toBe('queued');
    await segment.close();
    expect(simulator.events.map(({ event: name }) => name)).toEqual(['Event 1', 'Event 3']);
  });

  test.each(Object.entries(faults))('a reserve that %s delays, and loses nothing', async (_name, fault) => {
    let faultsLeft = 2;
    const { queue } = queueWith((memory) => ({
      reserve: (limits) => ((faultsLeft -= 1) >= 0 ? fault() : memory.reserve?.(limits)) as Promise<Reservation>,
    }));
    const { errors, onError } = listening();
    const { segment, simulator } = simulated({ queue: createQueue(queue), onError, timeoutMs: patience(fault) });
    for (let n = 0; n < 20; n += 1) void segment.track(event(n));
    await until(() => simulator.events.length === 20);
    expect(errors.map(([code]) => code)).toEqual(['queue_failed', 'queue_failed']);
    expect(await segment.close()).toMatchObject({ delivered: 20, queued: 0 });
  });

  test('a reserve that answers late gives its events back', async () => {
    let isLate = true;
    const { queue } = queueWith((memory) => ({
      reserve: async (limits) => {
        const given = await memory.reserve?.(limits);
        if (isLate && given) await new Promise((resolve) => setTimeout(resolve, 120));
        isLate &&= !given;
        return given;
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue), timeoutMs: 50 });
    for (let n = 0; n < 20; n += 1) void segment.track({ ...event(n), messageId: `m-${n}` });
    await until(() => simulator.events.length === 20);
    await segment.close();
    expect(idsOf(simulator)).toEqual(Array.from({ length: 20 }, (_, n) => `m-${n}`));
  });

  test.each(['nothing', 7, {}, { events: [] }, { events: [{ body: 1 }], settle: never }])(
    'a reserve that gives %j is not believed',
    async (answer) => {
      const { errors, onError } = listening();
      const { queue } = queueWith(() => ({ reserve: () => Promise.resolve(answer as Reservation) }));
      const { segment, simulator } = simulated({ queue: createQueue(queue), onError });
      await segment.track(event(1));
      expect(await segment.close()).toMatchObject({ delivered: 0, queued: 1 });
      expect(errors[0]?.[0]).toBe('queue_failed');
      expect(simulator.requests).toEqual([]);
    },
  );

  test.each(Object.entries(faults))('a settle that %s is asked again, and nothing is sent twice', async (_n, fault) => {
    let faultsLeft = 2;
    const { queue } = queueWith((memory) => ({
      reserve: async (limits) => {
        const given = await memory.reserve?.(limits);
        return given && { ...given, settle: (end) => ((faultsLeft -= 1) >= 0 ? fault() : given.settle(end)) };
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue), timeoutMs: patience(fault) });
    for (let n = 0; n < 20; n += 1) void segment.track(event(n));
    expect(await segment.close()).toMatchObject({ delivered: 20, queued: 0 });
    expect(simulator.events).toHaveLength(20);
    expect(simulator.requests).toHaveLength(1 + Number(simulator.requests.length === 2));
  });

  test.each(Object.entries(faults))('an open that %s rejects calls and is tried again', async (_name, fault) => {
    let isBroken = true;
    const sources: string[] = [];
    const { queue } = queueWith(() => ({
      open: async (source) => {
        sources.push(source);
        if (isBroken) await fault();
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue), timeoutMs: patience(fault) });
    expect((await errorOf(segment.track(event(1)))).code).toBe('queue_failed');
    isBroken = false;
    if (fault === never) return void segment.close({ timeoutMs: 0 });
    expect((await segment.track(event(2))).status).toBe('queued');
    expect(await segment.close()).toMatchObject({ delivered: 1, queued: 0 });
    expect(simulator.events).toHaveLength(1);
    // The first 16 digits of the SHA-256 of "key".
    expect(new Set(sources)).toEqual(new Set(['2c70e12b7a0646f9']));
  });

  test.each(Object.entries(faults))('stats and close that %s hold up nothing', async (_name, fault) => {
    const { queue } = queueWith(() => ({ stats: fault, close: fault }));
    const { segment, simulator } = simulated({ queue: createQueue(queue), timeoutMs: patience(fault) });
    await segment.track(event(1));
    await until(() => simulator.events.length === 1);
    const report = await segment.close();
    expect(report).toEqual({ delivered: 1, failed: [], dropped: 0, omitted: 0 });
  });

  test('a lease is extended while its events are on the way', async () => {
    const extend = jest.fn(() => Promise.reject(new Error('gone')));
    const { queue } = queueWith((memory) => ({
      reserve: async (limits) => {
        const given = await memory.reserve?.(limits);
        return given && { ...given, leaseMs: 30, extend };
      },
    }));
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    simulator.inject({ latencyMs: 200, times: 1 });
    await segment.track(event(1));
    expect(await segment.close()).toMatchObject({ delivered: 1 });
    expect(extend.mock.calls.length).toBeGreaterThan(2);
  });

  test('a close that runs out of time leaves the events in the queue', async () => {
    const { memory, queue } = queueWith(() => ({}));
    const { segment, simulator } = simulated({ queue: createQueue(queue) });
    simulator.inject({ hang: true, times: Infinity });
    for (let n = 0; n < 5; n += 1) void segment.track(event(n));
    const report = await segment.close({ timeoutMs: 50 });
    expect(report).toMatchObject({ delivered: 0, failed: [], queued: 5 });
    expect((await memory.stats()).reserved).toBe(0);
  });

  test('errors of a queue are errors of this package', async () => {
    const { queue } = queueWith(() => ({ put: () => Promise.reject(new Error('EIO: i/o error\nsecond line')) }));
    const { segment } = simulated({ queue: createQueue(queue) });
    const error = await errorOf(segment.track(event(1)));
    expect(isSegmentError(error, 'delivery')).toBe(true);
    expect(error.message).toBe('track: the queue failed: put(): EIO: i/o error');
    await segment.close();
  });
});
