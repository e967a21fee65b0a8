import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { type RedisServer, startRedis } from './redis-server.js';
import { type Outcome, outcomeOf, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

let redis: RedisServer;
let server: SimulatorServer;
let cwd: string;
beforeAll(async () => {
  [redis, server] = await Promise.all([startRedis(), startSimulatorServer()]);
  cwd = temporaryFolder();
  writeFileSync(
    join(cwd, 'hello.lua'),
    'print("hello " .. args.name)\napp.integrations.segment.track({ event = "E", userId = "u" })\nreturn 7\n',
  );
});
afterAll(async () => {
  await Promise.all([redis.stop(), server.close()]);
});

const env = () => ({
  SEGMENT_LUA_REDIS: redis.url,
  SEGMENT_WRITE_KEY: 'secret-key-of-default',
  SEGMENT_SHOP_WRITE_KEY: 'secret-key-of-shop',
});
const cli = (...args: string[]): Promise<Outcome> => runCli(args, { cwd, env: env() });
const live = () => ['--live', '--url', server.url];

/** What a process says on standard error, up to a text. */
const complained = async (child: ReturnType<typeof startCli>, expected: RegExp): Promise<string> => {
  let seen = '';
  while (!expected.test(seen)) seen += String((await once(child.stderr, 'data'))[0]);
  return expected.exec(seen)?.[1] ?? '';
};

test('scripts are submitted, run by a worker with its own accounts and policies, looked after, and no key is in Redis', async () => {
  const policy = { rules: [], clients: { guest: { rules: [{ effect: 'write', then: 'deny' }] } } };
  writeFileSync(join(cwd, 'policy.json'), JSON.stringify(policy));
  const worker = startCli(['job', 'work', ...live(), '--policy', 'policy.json', '--port', '0'], { cwd, env: env() });
  const ended = outcomeOf(worker);
  const url = await complained(worker, /metrics are at (\S+)/);

  const script = ['hello.lua', '--arg', 'name=you', ...live()];
  const done = await cli('submit', ...script, '--account', 'shop', '--wait');
  expect(done).toMatchObject({ status: 0, stdout: expect.stringMatching(/^hello you\nReturned: 7\n/) });
  expect(done.stdout).toContain(`1 call · ${server.url} received 1 event`);
  expect(server.simulator.events.map(({ writeKey }) => writeKey)).toEqual(['secret-key-of-shop']);

  const submitted = await cli('submit', ...script, '--tenant', 'guest', '--key', 'once');
  const id = submitted.stdout.trim();
  expect(submitted.stderr).toContain(`a worker runs it on ${server.url}`);
  const denied = await cli('job', 'wait', id, ...live());
  expect([denied.status, denied.stderr]).toEqual([1, expect.stringContaining('denied for account')]);
  const again = await cli('submit', ...script, '--tenant', 'guest', '--key', 'once', '--json');
  expect(JSON.parse(again.stdout)).toEqual({ id, isNew: false, tenant: 'guest', target: server.url });

  expect((await cli('job', 'list', ...live(), '--tenant', 'guest')).stdout).toMatch(
    new RegExp(`^JOB +TENANT +STATE .*\n${id} +guest +failed +hello.lua`),
  );
  const shown = await cli('job', 'show', id, ...live(), '--json');
  expect(JSON.parse(shown.stdout)).toMatchObject({ id, state: 'failed', report: { error: { code: 'denied' } } });
  expect((await cli('job', 'cancel', id, ...live())).stdout).toBe(`${id} had ended before: failed.\n`);
  const limits = await cli('job', 'limit', 'guest', ...live(), '--per-day', '1');
  expect(limits.stdout).toContain('1 are submitted in a day, by UTC');
  const over = await cli('submit', ...script, '--tenant', 'guest');
  expect([over.status, over.stderr]).toEqual([1, expect.stringContaining('has submitted 1 scripts today')]);

  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok', succeeded: 1, failed: 1 });
  const figures = await (await fetch(`${url}/metrics`)).text();
  expect(figures).toContain('segment_lua_worker_jobs_total{state="failed"} 1');
  expect(figures).toContain('segment_lua_jobs_waiting{tenant="guest"} 0');

  worker.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0, stdout: expect.stringContaining('2 scripts ended on') });
  expect(redis.readFiles()).toContain('hello.lua');
  expect(redis.readFiles()).not.toContain('secret-key');
}, 60_000);

test('schedules are added, listed with their next times, and removed', async () => {
  const add = ['schedule', 'add', 'weekly', 'hello.lua', '--cron', '30 9 * * 1', '--time-zone', 'Europe/Berlin'];
  expect((await cli(...add)).stdout).toMatch(/^weekly runs hello\.lua next at \d{4}-.*T0[78]:30:00.000Z\.\n$/);
  const [schedule] = JSON.parse((await cli('schedule', 'list', '--json')).stdout) as unknown[];
  expect(schedule).toMatchObject({ name: 'weekly', cron: '30 9 * * 1', timeZone: 'Europe/Berlin', tenant: 'default' });
  // Those of another target are others.
  expect((await cli('schedule', 'list', ...live())).stdout).toBe('There are no schedules.\n');
  expect((await cli('schedule', 'remove', 'weekly')).status).toBe(0);
  const bad = await cli('schedule', 'add', 'bad', 'hello.lua', '--cron', 'often');
  expect([bad.status, bad.stderr]).toEqual([2, expect.stringContaining("bad cron 'often'")]);
});

test('says what is not there, and where Redis is not', async () => {
  const nothing = await cli('job', 'show', 'j0');
  expect([nothing.status, nothing.stderr]).toEqual([
    1,
    expect.stringContaining("there is no job 'j0' for this target"),
  ]);
  const away = await runCli(['submit', 'hello.lua'], {
    cwd,
    env: { SEGMENT_LUA_REDIS: 'redis://:secret-word@127.0.0.1:1' },
  });
  expect([away.status, away.stderr]).toEqual([
    1,
    'segment-lua: queue: Redis at 127.0.0.1:1 is away (connect ECONNREFUSED 127.0.0.1:1)\n',
  ]);
  expect(away.stderr).not.toContain('secret-word');
});
