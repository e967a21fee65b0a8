import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { afterEach, describe, expect, test } from '@jest/globals';

import { bullmqQueue, createEventWorker, type EventWorkerOptions, openBullmq } from '../../src/bullmq.js';
import { createSegment, type QueuedEvent, type SegmentError } from '../../src/index.js';
import { createSimulator, type Simulator } from '../../src/simulator.js';
import { errorOf, event, until } from '../setup.js';
import { RedisServer, SERVERS } from './redis-server.js';

const run = promisify(execFile);
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const startRedis = async (...given: Parameters<typeof RedisServer.start>): Promise<RedisServer> => {
  const server = await RedisServer.start(...given);
  ends.push(() => server.stop());
  return server;
};

const producerOf = ({ url }: RedisServer, options: object = {}) =>
  createSegment({ writeKey: 'key', queue: bullmqQueue({ connection: url }), flushIntervalMs: 5, ...options });

const workerOf = ({ url }: RedisServer, simulator: Simulator, options: Partial<EventWorkerOptions> = {}) => {
  const worker = createEventWorker({
    connection: url,
    writeKeys: ['key'],
    transport: simulator.transport,
    leaseMs: 1_000,
    ...options,
  });
  ends.push(() => worker.close({ timeoutMs: 1_000 }));
  return worker;
};

/** Asks until it is not refused. */
const eventually = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
  for (;;) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
};

const sizable = (n: number): QueuedEvent => {
  // Text that does not become smaller.
  const text = Array.from({ length: 200 }, () => Math.random().toString(36)).join('');
  const body = JSON.stringify({ type: 'track', event: 'E', messageId: `m-${n}`, userId: `u-${n % 5}`, text });
  return { messageId: `m-${n}`, user: `u-${n % 5}`, body, bytes: Buffer.byteLength(body) };
};

test.each(SERVERS)(
  'processes of %s queues that are killed lose nothing that was acknowledged',
  async (_name, program) => {
    const { stdout } = await run(process.execPath, ['test/programs/kill-bullmq.mjs', '1', '1500', program]);
    expect(JSON.parse(stdout)).toMatchObject({ missing: 0, twice: 0, disordered: 0, left: { events: 0, dead: 0 } });
  },
  120_000,
);

describe('while Redis is away', () => {
  test('calls are refused at once, and are accepted when it is back', async () => {
    const server = await startRedis();
    const segment = producerOf(server);
    await segment.track(event(1));
    await server.kill();
    const began = performance.now();
    const error = await errorOf(segment.track(event(2)));
    expect(error).toMatchObject({ code: 'queue_failed', retryable: true });
    // A connection is waited for five seconds.
    expect(performance.now() - began).toBeLessThan(4_000);
    await server.start();
    expect((await eventually(() => segment.track(event(3)))).status).toBe('queued');
    expect((await segment.close()).queued).toBe(2);
  });

  test('a producer that begins then says where it looked, without the password', async () => {
    const server = await startRedis();
    await server.kill();
    const connection = `redis://:secret-word@127.0.0.1:${server.port}`;
    const segment = createSegment({ writeKey: 'key', queue: bullmqQueue({ connection }) });
    const error = await errorOf(segment.track(event(1)));
    expect(error.message).toContain(`Redis at 127.0.0.1:${server.port} is away`);
    expect(JSON.stringify(error) + String(error.stack)).not.toContain('secret-word');
    await segment.close();
  });

  test('a worker waits, tells of it once, and goes on', async () => {
    const server = await startRedis();
    const simulator = createSimulator();
    const errors: string[] = [];
    const segment = producerOf(server);
    await Promise.all(Array.from({ length: 50 }, (_, n) => segment.track(event(n, `u-${n % 3}`))));
    await segment.close();
    await server.kill();
    const worker = workerOf(server, simulator, { onError: (error: SegmentError) => void errors.push(error.code) });
    await until(() => errors.length > 0);
    await server.start();
    await until(() => simulator.events.length === 50);
    expect(errors).toEqual(['queue_failed']);
    expect(await worker.close()).toEqual({ delivered: 50, dead: 0 });
  });

  test.each(['dead', 'frozen'])(
    'producers and workers close when Redis is %s',
    async (how) => {
      const server = await startRedis();
      const simulator = createSimulator();
      let asked = 0;
      const worker = workerOf(server, simulator, {
        timeoutMs: 500,
        transport: () => {
          asked += 1;
          return new Promise(() => undefined);
        },
      });
      const segment = producerOf(server, { timeoutMs: 500 });
      await segment.track(event(1));
      await until(() => asked === 1);
      if (how === 'dead') await server.kill();
      else server.freeze(true);
      const began = performance.now();
      await Promise.all([worker.close({ timeoutMs: 500 }), segment.close({ timeoutMs: 500 })]);
      expect(performance.now() - began).toBeLessThan(8_000);
      server.freeze(false);
    },
    30_000,
  );
});

describe('Redis and its memory', () => {
  test('near maxmemory nothing is put, what is there is delivered, and then there is room', async () => {
    const server = await startRedis(undefined, ['--maxmemory', '8mb', '--maxmemory-policy', 'noeviction']);
    const queue = openBullmq({ connection: server.url });
    await queue.open?.('2c70e12b7a0646f9');
    let held = 0;
    let code: unknown;
    while (code === undefined)
      try {
        const batch = Array.from({ length: 20 }, (_, n) => sizable(held + n));
        await queue.put(batch);
        held += batch.length;
      } catch (error) {
        code = (error as SegmentError).code;
      }
    expect([code, held > 100]).toEqual(['queue_full', true]);
    // Nothing of a put that was refused is there.
    expect((await queue.stats()).events).toBe(held);
    const simulator = createSimulator();
    workerOf(server, simulator);
    await until(() => simulator.events.length === held);
    await eventually(() => queue.put([sizable(held)]));
    await until(() => simulator.events.length === held + 1);
    await queue.close();
  });

  test('a Redis that drops keys when it is full is refused', async () => {
    const server = await startRedis(undefined, ['--maxmemory', '20mb', '--maxmemory-policy', 'allkeys-lru']);
    const segment = producerOf(server);
    const error = await errorOf(segment.track(event(1)));
    expect(error.message).toContain('maxmemory-policy is allkeys-lru');
    expect(error.retryable).toBe(false);
    await segment.close();
  });
});

test('events that a newer version has put stay for its workers', async () => {
  const server = await startRedis();
  const segment = producerOf(server);
  await segment.track(event(1, 'a'));
  await segment.close();
  const redis = await server.connect();
  const [id = ''] = await redis.lrange('segment:2c70e12b7a0646f9-0:wait', 0, 0);
  const key = `segment:2c70e12b7a0646f9-0:${id}`;
  const data = (await redis.hget(key, 'data')) as string;
  await redis.hset(key, 'data', data.replace('"v":1', '"v":2'));
  const simulator = createSimulator();
  const codes: string[] = [];
  const old = workerOf(server, simulator, { onError: (error: SegmentError) => void codes.push(error.code) });
  await until(() => codes.length > 0);
  expect(codes[0]).toBe('queue_format');
  await old.close();
  expect(simulator.events).toHaveLength(0);
  await redis.hset(key, 'data', data);
  workerOf(server, simulator);
  await until(() => simulator.events.length === 1);
});

test('workers that are replaced one after another lose and disorder nothing', async () => {
  const server = await startRedis();
  const simulator = createSimulator();
  let workers = [workerOf(server, simulator), workerOf(server, simulator)];
  const segment = producerOf(server);
  const count = 4_000;
  for (let n = 0; n < count; n += 500) {
    await Promise.all(Array.from({ length: 500 }, (_, i) => segment.track(event(n + i, `u-${(n + i) % 9}`))));
    const [oldest, other] = workers;
    workers = [other as (typeof workers)[number], workerOf(server, simulator)];
    await oldest?.close();
  }
  await until(() => simulator.events.length === count);
  for (let user = 0; user < 9; user += 1) {
    const names = simulator.events.filter(({ userId }) => userId === `u-${user}`).map(({ event: name }) => name);
    expect(names).toEqual(Array.from({ length: names.length }, (_, n) => `Event ${n * 9 + user}`));
  }
  await segment.close();
});
