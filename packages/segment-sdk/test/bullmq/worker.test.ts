import { createHash } from 'node:crypto';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { bullmqQueue, createEventWorker, createQueueAdmin, type EventWorkerOptions } from '../../src/bullmq.js';
import { createSegment, type SegmentError } from '../../src/index.js';
import { createSimulator, type Simulator } from '../../src/simulator.js';
import { errorOf, event, thrownBy, until } from '../setup.js';
import { RedisServer, SERVERS } from './redis-server.js';

let prefixes = 0;

/** A source of its own in a Redis that tests share. */
const placeOf = (server: RedisServer) => ({ connection: server.url, prefix: `place-${(prefixes += 1)}` });

type Place = ReturnType<typeof placeOf>;

const producerOf = (place: Place, options: object = {}) =>
  createSegment({ writeKey: 'key', queue: bullmqQueue(place), flushIntervalMs: 5, ...options });

const workerOf = (place: Place, simulator: Simulator, options: Partial<EventWorkerOptions> = {}) =>
  createEventWorker({ ...place, writeKeys: ['key'], transport: simulator.transport, ...options });

const SOURCE = createHash('sha256').update('key').digest('hex').slice(0, 16);

const namesOf = (simulator: Simulator, user: string) =>
  simulator.events.filter(({ userId }) => userId === user).map(({ event: name }) => name);

const wholeLine = (users: number, of: number, count: number) =>
  Array.from({ length: Math.ceil((count - of) / users) }, (_, n) => `Event ${n * users + of}`);

describe.each(SERVERS)('producers and workers with %s', (_name, program) => {
  let server: RedisServer;
  const ends: (() => unknown)[] = [];
  beforeAll(async () => {
    server = await RedisServer.start(program);
  });
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  afterAll(async () => {
    await server.stop();
  });

  test('what producers put, workers deliver, in the order of each user', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    const workers = [workerOf(place, simulator), workerOf(place, simulator)];
    ends.push(...workers.map((worker) => () => worker.close()));
    const segment = producerOf(place);
    const receipts = await Promise.all(Array.from({ length: 3_000 }, (_, n) => segment.track(event(n, `u-${n % 7}`))));
    expect(new Set(receipts.map(({ status }) => status))).toEqual(new Set(['queued']));
    await segment.close();
    await until(() => simulator.events.length === 3_000);
    for (let user = 0; user < 7; user += 1) expect(namesOf(simulator, `u-${user}`)).toEqual(wholeLine(7, user, 3_000));
    expect(simulator.requests.length).toBeLessThan(30);
    const totals = await Promise.all(workers.map((worker) => worker.close()));
    expect(totals.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(3_000);
  });

  test('events of some rounds of failures arrive once and in order', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    simulator.inject({ status: 503, times: 3 });
    const segment = producerOf(place);
    for (let n = 0; n < 500; n += 1) void segment.track(event(n, `u-${n % 3}`));
    expect(await segment.close()).toMatchObject({ delivered: 0, queued: 500 });
    const worker = workerOf(place, simulator);
    ends.push(() => worker.close());
    await until(() => simulator.events.length === 500);
    for (let user = 0; user < 3; user += 1) expect(namesOf(simulator, `u-${user}`)).toEqual(wholeLine(3, user, 500));
  });

  test('a wait that Segment asks of one worker is heeded by all', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    const asked: number[] = [];
    const onRequest = () => void asked.push(performance.now());
    const workers = [1, 2, 3].map(() => workerOf(place, simulator, { onRequest }));
    ends.push(...workers.map((worker) => () => worker.close()));
    simulator.inject({ status: 429, headers: { 'retry-after': '2' }, times: 1 });
    const segment = producerOf(place);
    await segment.track(event(1, 'a'));
    await until(() => asked.length === 1);
    await Promise.all(Array.from({ length: 20 }, (_, n) => segment.track(event(n, `u-${n}`))));
    await until(() => simulator.events.length === 21);
    expect((asked[1] as number) - (asked[0] as number)).toBeGreaterThan(1_950);
    await segment.close();
  });

  test('one rate limit counts the events of all workers', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    const segment = producerOf(place);
    for (let n = 0; n < 500; n += 1) void segment.track(event(n, `u-${n}`));
    await segment.close();
    const began = performance.now();
    const workers = [1, 2].map(() => workerOf(place, simulator, { maxEventsPerSecond: 200 }));
    ends.push(...workers.map((worker) => () => worker.close()));
    await until(() => simulator.events.length === 500);
    // 200 at once, then 200 a second.
    expect(performance.now() - began).toBeGreaterThan(1_450);
  });

  test('what Segment refuses is kept apart, and can be put back', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    simulator.inject({ status: 400, on: ({ body }) => String(body).includes('m-13'), times: Infinity });
    const errors: string[] = [];
    const worker = workerOf(place, simulator, { onError: (error: SegmentError) => void errors.push(error.code) });
    ends.push(() => worker.close());
    const segment = producerOf(place);
    await Promise.all(Array.from({ length: 40 }, (_, n) => segment.track({ ...event(n), messageId: `m-${n}` })));
    await segment.close();
    const admin = createQueueAdmin(place);
    ends.push(() => {
      admin.close();
    });
    await until(() => simulator.events.length === 39 && errors.length === 1);
    const left = await admin.drain({ source: SOURCE });
    expect(left).toMatchObject({ source: SOURCE, events: 0, reserved: 0, bytes: 0, dead: 1 });
    const [letter] = await admin.dead({ source: SOURCE });
    expect(letter).toMatchObject({ event: { messageId: 'm-13' }, error: { code: 'api_error', status: 400 } });
    expect(await worker.totals()).toEqual({ delivered: 39, dead: 1 });
    simulator.reset();
    expect(await admin.replay({ source: SOURCE })).toBe(1);
    await until(() => simulator.events.length === 1);
    expect((await admin.stats())[0]).toMatchObject({ events: 0, dead: 0 });
  });

  test('what waits can be looked at', async () => {
    const place = placeOf(server);
    const segment = producerOf(place);
    await Promise.all([1, 2, 3, 4, 5].map((n) => segment.track({ ...event(n, `u-${n}`), messageId: `m-${n}` })));
    const admin = createQueueAdmin(place);
    ends.push(() => {
      admin.close();
    });
    const next = await admin.peek({ source: SOURCE, limit: 3 });
    expect(next.map(({ messageId }) => messageId)).toEqual(['m-1', 'm-2', 'm-3']);
    expect(await admin.stats()).toEqual([
      expect.objectContaining({ source: SOURCE, events: 5, reserved: 0, dead: 0, bytes: expect.any(Number) }),
    ]);
    expect((await errorOf(admin.peek({ source: 'nobody' }))).code).toBe('not_found');
    await segment.close();
  });

  test('a worker that closes ends what is on the way and leaves the rest', async () => {
    const place = placeOf(server);
    const simulator = createSimulator();
    let release: () => void = () => undefined;
    const answers = new Promise<void>((resolve) => (release = resolve));
    const segment = producerOf(place);
    await Promise.all(Array.from({ length: 100 }, (_, n) => segment.track(event(n, 'one'))));
    const worker = workerOf(place, simulator, {
      maxBatchEvents: 10,
      transport: async (request) => {
        await answers;
        return simulator.transport(request);
      },
    });
    const admin = createQueueAdmin(place);
    ends.push(() => {
      admin.close();
    });
    for (let reserved = 0; reserved === 0;) reserved = (await admin.stats())[0]?.reserved ?? 0;
    const closing = worker.close();
    release();
    const { delivered } = await closing;
    expect([1, 10]).toContain(delivered);
    expect((await admin.stats())[0]).toMatchObject({ events: 100 - delivered, reserved: 0 });
    const next = workerOf(place, simulator);
    ends.push(() => next.close());
    await until(() => simulator.events.length === 100);
    expect(namesOf(simulator, 'one')).toEqual(wholeLine(1, 0, 100));
    await segment.close();
  });

  test('a queue that is full refuses more', async () => {
    const place = placeOf(server);
    const queue = bullmqQueue({ ...place, maxBytes: 2_000 });
    const segment = producerOf(place, { queue, maxRetryMs: 0 });
    await segment.track(event(1, 'x'.repeat(1_700)));
    expect(await errorOf(segment.track(event(2, 'x'.repeat(1_700))))).toMatchObject({ code: 'queue_full' });
    expect((await segment.close()).queued).toBe(1);
  });

  test('the write key is not in Redis', async () => {
    const place = placeOf(server);
    const segment = producerOf(place, { writeKey: 'a-secret-write-key' });
    await segment.track({ ...event(1), messageId: 'm-of-this-test' });
    await segment.close();
    const simulator = createSimulator();
    const worker = workerOf(place, simulator, { writeKeys: ['a-secret-write-key'] });
    await until(() => simulator.events.length === 1);
    await worker.close();
    // Redis writes when the disk lets it; what it is given last it writes last.
    const last = placeOf(server);
    const other = producerOf(last, { writeKey: 'a-secret-write-key' });
    await other.track(event(2));
    await other.close();
    await until(() => server.readFiles().includes(`${last.prefix}:`));
    const written = server.readFiles();
    expect(written).toContain(`${place.prefix}:`);
    expect(written).not.toContain('a-secret');
  });
});

test('bad options are refused', () => {
  const given = [{ writeKeys: [] }, { writeKeys: ['k'], rate: 1 }, { writeKeys: ['k'], partitions: 0 }];
  const fields = given.map((options) => thrownBy(() => createEventWorker(options)).field);
  expect(fields).toEqual(['writeKeys', 'rate', 'partitions']);
  expect(thrownBy(() => bullmqQueue({ maxEvents: 1 } as object)).field).toBe('maxEvents');
});
