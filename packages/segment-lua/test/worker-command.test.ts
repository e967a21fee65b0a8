import { once } from 'node:events';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSegment } from '@moonwire/segment-sdk';
import { bullmqQueue } from '@moonwire/segment-sdk/bullmq';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { type RedisServer, startRedis } from './redis-server.js';
import { outcomeOf, runCli, startCli } from './run-cli.js';

let redis: RedisServer;
let server: SimulatorServer;
beforeAll(async () => {
  [redis, server] = await Promise.all([startRedis(), startSimulatorServer()]);
});
afterAll(async () => {
  await Promise.all([redis.stop(), server.close()]);
});

const env = { SEGMENT_WRITE_KEY: 'key-of-default', SEGMENT_SHOP_WRITE_KEY: 'key-of-shop' };

const put = async (writeKey: string, count: number): Promise<void> => {
  const segment = createSegment({ writeKey, queue: bullmqQueue({ connection: redis.url }), flushIntervalMs: 1 });
  await Promise.all(Array.from({ length: count }, (_, n) => segment.track({ event: `E ${n}`, userId: `u-${n % 3}` })));
  await segment.close();
};

const startWorker = () =>
  startCli(['worker', '--live', '--url', server.url, '--port', '0'], { env: { ...env, SEGMENT_LUA_REDIS: redis.url } });

/** What a process says on standard error, up to a text. */
const complained = async (child: ReturnType<typeof startCli>, expected: RegExp): Promise<string> => {
  let seen = '';
  while (!expected.test(seen)) seen += String((await once(child.stderr, 'data'))[0]);
  return expected.exec(seen)?.[1] ?? '';
};

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10));
};

test('delivers the events of each account, tells how it is, and ends at SIGTERM', async () => {
  await put('key-of-default', 20);
  await put('key-of-shop', 10);
  const child = startWorker();
  const ended = outcomeOf(child);
  const url = await complained(child, /metrics are at (\S+)/);
  await until(() => server.simulator.events.length === 30);
  const keys = server.simulator.events.map(({ writeKey }) => writeKey);
  expect(keys.filter((key) => key === 'key-of-shop')).toHaveLength(10);
  const { status, body } = await fetch(`${url}/health`).then(async (answer) => ({
    status: answer.status,
    body: (await answer.json()) as object,
  }));
  expect([status, body]).toMatchObject([200, { status: 'ok', accounts: { default: { dead: 0 }, shop: { dead: 0 } } }]);
  const figures = await (await fetch(`${url}/metrics`)).text();
  expect(figures).toContain('segment_lua_worker_delivered_total{account="default"} 20');
  expect(figures).toMatch(/segment_lua_queue_events\{account="shop"\} \d/);
  expect(JSON.stringify(body) + figures).not.toContain('key-of');
  expect((await fetch(`${url}/other`)).status).toBe(404);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0, stdout: expect.stringContaining('30 events delivered to') });
});

test('says what is missing', async () => {
  const nowhere = await runCli(['worker']);
  expect([nowhere.status, nowhere.stderr]).toEqual([2, expect.stringContaining('give --live, or --url')]);
  const nobody = await runCli(['worker', '--live']);
  expect([nobody.status, nobody.stderr]).toEqual([2, expect.stringContaining('no account with a write key')]);
});

test('is unavailable while Redis is away, and does not show its password', async () => {
  const child = startCli(['worker', '--live', '--url', server.url, '--port', '0', '--grace', '1'], {
    env: { ...env, SEGMENT_LUA_REDIS: 'redis://:secret-word@127.0.0.1:1' },
  });
  const ended = outcomeOf(child);
  const url = await complained(child, /metrics are at (\S+)/);
  const answer = await fetch(`${url}/health`);
  expect([answer.status, await answer.json()]).toMatchObject([503, { status: 'unavailable' }]);
  child.kill('SIGTERM');
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toContain('Redis at 127.0.0.1:1 is away');
  expect(stderr).not.toContain('secret-word');
});
