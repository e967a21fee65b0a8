import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

import { afterEach, expect, test } from '@jest/globals';
import type { Redis } from 'ioredis';

import { createEventWorker, openBullmq } from '../../src/bullmq.js';
import type { QueuedEvent } from '../../src/index.js';
import { createSimulator } from '../../src/simulator.js';
import { until } from '../setup.js';
import { RedisServer } from './redis-server.js';

const SOURCE = '2c70e12b7a0646f9';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const startRedis = async (): Promise<RedisServer> => {
  const server = await RedisServer.start();
  ends.push(() => server.stop());
  return server;
};

const eventsOf = (count: number): QueuedEvent[] =>
  Array.from({ length: count }, (_, n) => {
    const body = JSON.stringify({ type: 'track', event: 'E', messageId: `m-${n}`, userId: 'u' });
    return { messageId: `m-${n}`, user: 'u', body, bytes: Buffer.byteLength(body) };
  });

const COMMAND = /\*\d+\r\n\$\d+\r\n/g;

/** The way to Redis; once `left` is set, it is gone for good after so many more commands. */
class Way {
  left = Infinity;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  constructor(port: number) {
    this.#server = createServer((client) => {
      const redis = connect(port, '127.0.0.1');
      for (const socket of [client, redis]) this.#sockets.add(socket.on('error', () => undefined));
      redis.on('data', (data) => client.write(data));
      client.on('data', (data) => {
        const text = data.toString('latin1');
        const starts = [...text.matchAll(COMMAND)].map(({ index }) => index);
        const end = starts[this.left] ?? text.length;
        this.left -= starts.length;
        redis.write(Buffer.from(text.slice(0, end), 'latin1'));
        if (this.left < 0) this.close();
      });
    });
  }

  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `redis://127.0.0.1:${(this.#server.address() as { port: number }).port}`;
  }

  close(): void {
    this.#server.close();
    // What has been written arrives.
    for (const socket of this.#sockets) socket.destroySoon();
  }
}

/** What is counted of jobs that are not there. */
const lostCounts = async (redis: Redis): Promise<string[]> => {
  const held = await redis.hkeys(`segment:${SOURCE}:held`);
  const jobs = held.map((id) => `segment:${SOURCE}-${String(id.split('-').at(-2))}:${id}`);
  const isThere = await Promise.all(jobs.map((job) => redis.exists(job)));
  return held.filter((_, n) => isThere[n] === 0);
};

/** Delivers what four chunks hold, over a way that ends after so many commands; tells whether all were enough. */
const endAfter = async (server: RedisServer, commands: number): Promise<boolean> => {
  const way = new Way(server.port);
  const queue = openBullmq({ connection: await way.open() });
  await queue.open?.(SOURCE);
  for (let n = 0; n < 4; n += 1) await queue.put(eventsOf(10));
  // One chunk is taken, and those behind it with it.
  const reserved = await queue.reserve?.({ events: 1_000, bytes: 1_000_000 });
  expect(reserved?.events).toHaveLength(40);
  way.left = commands;
  const settled = reserved?.settle({ done: reserved.events, dead: [], again: [], delayMs: 0 });
  const isEnough = await settled?.then(
    () => true,
    () => false,
  );
  await queue.close();
  way.close();
  return isEnough === true;
};

test('a worker that dies after whichever of its commands leaves nothing counted that is not there', async () => {
  const server = await startRedis();
  const redis = await server.connect();
  let commands = 0;
  while (!(await endAfter(server, commands))) {
    expect([commands, await lostCounts(redis)]).toEqual([commands, []]);
    await redis.flushall();
    commands += 1;
  }
  expect(await lostCounts(redis)).toEqual([]);
  expect(commands).toBeGreaterThan(5);
}, 60_000);

test('a queue that has run empty counts nothing, whatever has been counted before', async () => {
  const server = await startRedis();
  const redis = await server.connect();
  const queue = openBullmq({ connection: server.url });
  await queue.open?.(SOURCE);
  await queue.put(eventsOf(10));
  // As a worker of an earlier version has left it.
  await redis.hset(`segment:${SOURCE}:held`, 'gone-0-0', '288 39000 1');
  await redis.hincrby(`segment:${SOURCE}:totals`, 'events', 288);
  await redis.hincrby(`segment:${SOURCE}:totals`, 'bytes', 39_000);
  expect((await queue.stats()).events).toBe(298);
  const simulator = createSimulator();
  const worker = createEventWorker({
    connection: server.url,
    writeKeys: ['key'],
    transport: simulator.transport,
    leaseMs: 1_000,
  });
  ends.push(() => worker.close());
  await until(() => simulator.events.length === 10);
  let stats;
  do stats = await queue.stats();
  while (stats.events > 0);
  expect(stats.bytes).toBe(0);
  await queue.close();
});
