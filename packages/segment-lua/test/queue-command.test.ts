import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { startRedis } from './redis-server.js';
import { type CliOptions, type Outcome, outcomeOf, printed, runCli, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

let server: SimulatorServer;
let cwd: string;
beforeEach(async () => {
  server = await startSimulatorServer();
  cwd = temporaryFolder();
});
afterEach(() => server.close());

const cli = (args: readonly string[], options: CliOptions = {}): Promise<Outcome> => runCli(args, { cwd, ...options });
const toServer = (): string[] => ['--url', server.url];
const track = (...users: string[]): string =>
  users.map((user) => `app.integrations.segment.track({ event = "E", userId = "${user}" })`).join('\n');
const runOn = (queue: string, script: string): Promise<Outcome> =>
  cli(['run', '--queue', queue, ...toServer()], { input: script });
const users = (): unknown[] => server.simulator.events.map(({ userId }) => userId);

/** From now on nothing is accepted. */
const refuseAll = (status: number): void => {
  server.simulator.inject({ status, times: Infinity });
};

describe('segment-lua run --queue', () => {
  test('delivers at once what can be delivered, and leaves nothing', async () => {
    const { status, stdout } = await runOn('q', track('a', 'b'));
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('received 2 events') });
    expect(users()).toEqual(['a', 'b']);
    expect((await cli(['queue', 'stats', 'q'])).stdout).toBe('Nothing waits in q.\n');
  });

  test('keeps events through an outage, says so, and the next run takes them along, in order', async () => {
    refuseAll(503);
    const { status, stderr } = await runOn('q', track('a', 'b'));
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: `2 events wait in q. The next run on it sends what is there, and so does segment-lua queue drain q --url ${server.url}.\n`,
    });
    server.simulator.reset();
    expect((await runOn('q', track('c'))).status).toBe(0);
    expect(users()).toEqual(['a', 'b', 'c']);
  });

  test('fails for what Segment refuses for good', async () => {
    refuseAll(400);
    const { status, stderr } = await runOn('q', track('a'));
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining('[not_delivered]') });
  });

  test('keeps what a killed process had queued', async () => {
    refuseAll(503);
    const script = `${track('a', 'b', 'c')}\nprint("queued")\nwhile true do end`;
    writeFileSync(join(cwd, 'endless.lua'), script);
    const child = startCli(['run', 'endless.lua', '--queue', 'q', ...toServer()], { cwd });
    await printed(child, 'queued');
    child.kill('SIGKILL');
    await once(child, 'exit');
    server.simulator.reset();
    const { status, stdout } = await cli(['queue', 'drain', 'q', ...toServer()]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `3 events delivered to ${server.url}.\n` });
    expect(users()).toEqual(['a', 'b', 'c']);
  });

  test('keeps nothing of a dry run', async () => {
    expect((await cli(['run', '--queue', 'q', '--dry-run', ...toServer()], { input: track('a') })).status).toBe(0);
    expect((await cli(['queue', 'stats', 'q'])).status).toBe(2);
  });

  test('is refused where events go nowhere', async () => {
    const { status, stderr } = await cli(['run', '--queue', 'q'], { input: track('a') });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('give --live, or --url') });
  });

  test('with --queue-sync group has events on the disk before it goes on', async () => {
    const counter = fileURLToPath(new URL('fixtures/count-syncs.mjs', import.meta.url));
    const syncsOf = async (...more: string[]): Promise<string> => {
      const order = ['run', '--queue', 'q', ...more, ...toServer()];
      const { stderr } = await cli(order, { input: track('a', 'b'), env: { NODE_OPTIONS: `--import ${counter}` } });
      return stderr;
    };
    expect([await syncsOf(), await syncsOf('--queue-sync', 'os')]).toEqual(['syncs: 0\n', 'syncs: 0\n']);
    expect(await syncsOf('--queue-sync', 'group')).toBe('syncs: 2\n');
    expect(users()).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  });

  test.each([
    [[], '--queue-sync is for a folder of --queue'],
    [['--queue', 'redis://127.0.0.1:1'], '--queue-sync is for a folder of --queue'],
    [['--queue', 'q', '--queue-sync', 'disk'], 'Allowed choices are os, group'],
  ])('refuses --queue-sync that could not hold (%j)', async (more, reason) => {
    const order = ['run', '--queue-sync', 'group', ...more, ...toServer()];
    const { status, stderr } = await cli(order, { input: track('a') });
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
    expect(users()).toEqual([]);
  });

  test('never sends to one target what was meant for another', async () => {
    refuseAll(503);
    await runOn('q', track('a'));
    const other = await startSimulatorServer();
    await cli(['run', '--queue', 'q', '--url', other.url], { input: track('b') });
    expect(other.simulator.events.map(({ userId }) => userId)).toEqual(['b']);
    await other.close();
  });
});

test('segment-lua import --queue is done when the queue has every row, and says what waits', async () => {
  writeFileSync(join(cwd, 'rows.csv'), 'id\na\nb\n');
  writeFileSync(join(cwd, 'map.lua'), `return function(row) ${track('x').replace('"x"', 'row.id')} end`);
  const order = ['import', 'rows.csv', '--map', 'map.lua', '--queue', 'q', ...toServer()];
  refuseAll(503);
  const { status, stdout } = await cli(order);
  expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining('2 events wait in q') });
  server.simulator.reset();
  expect((await cli(['queue', 'drain', 'q', ...toServer()])).status).toBe(0);
  expect(users()).toEqual(['a', 'b']);
  const { delivered, kept } = JSON.parse((await cli([...order, '--json'])).stdout) as Record<string, unknown>;
  expect({ delivered, kept }).toEqual({ delivered: 2, kept: 0 });
  expect(new Set(server.simulator.events.map(({ messageId }) => messageId)).size).toBe(2);
});

test('--queue keeps events in Redis, where the queue command finds them and a worker sends them', async () => {
  const redis = await startRedis();
  const env = { SEGMENT_LUA_REDIS: redis.url };
  const order = ['run', '--queue', 'redis:', ...toServer()];
  const { status, stderr } = await cli(order, { env, input: track('a', 'b') });
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: `2 events wait in redis:. segment-lua worker --url ${server.url} --redis redis: sends them.\n`,
  });
  const stats = JSON.parse((await cli(['queue', 'stats', redis.url, '--json'])).stdout) as unknown;
  expect(stats).toMatchObject([{ account: 'default', events: 2, dead: 0 }]);
  const peeked = (await cli(['queue', 'peek', 'redis:', '--limit', '1'], { env })).stdout;
  expect(JSON.parse(peeked)).toMatchObject({ userId: 'a' });
  expect(await cli(['queue', 'drain', redis.url, ...toServer()])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('segment-lua worker --url'),
  });
  const worker = startCli(['worker', '--redis', 'redis:', ...toServer()], { cwd, env });
  const ended = outcomeOf(worker);
  await server.simulator.waitFor(({ userId }) => userId === 'b');
  worker.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0 });
  expect(users()).toEqual(['a', 'b']);
  await redis.stop();
});

describe('segment-lua queue', () => {
  test('tells what waits by target and account, as a table and as data', async () => {
    refuseAll(503);
    await runOn('q', `${track('a', 'b')} app.integrations.segment.staging.track({ event = "E", userId = "c" })`);
    const { stdout } = await cli(['queue', 'stats', 'q']);
    const rows = stdout.trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(/ {2,}/).slice(1, 3)).sort()).toEqual([
      ['default', '2'],
      ['staging', '1'],
    ]);
    const data = JSON.parse((await cli(['queue', 'stats', 'q', '--json', '--account', 'staging'])).stdout) as unknown;
    expect(data).toMatchObject([
      { account: 'staging', events: 1, dead: 0, target: expect.stringContaining('127.0.0.1') },
    ]);
  });

  test('shows the events that go next', async () => {
    refuseAll(503);
    await runOn('q', track('a', 'b', 'c'));
    const { stdout } = await cli(['queue', 'peek', 'q', '--limit', '2']);
    const events = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(events).toMatchObject([{ userId: 'a' }, { userId: 'b' }]);
  });

  test('shows what was refused and why, puts it back, and sends it', async () => {
    refuseAll(400);
    await runOn('q', track('a', 'b'));
    const dead = (await cli(['queue', 'dead', 'q'])).stdout.trim().split('\n');
    expect(dead.map((line) => JSON.parse(line) as unknown)).toMatchObject([
      { error: { status: 400 }, event: { userId: 'a' } },
      { error: { status: 400 }, event: { userId: 'b' } },
    ]);
    server.simulator.reset();
    expect(JSON.parse((await cli(['queue', 'replay', 'q', '--json'])).stdout)).toEqual({ replayed: 2, left: 0 });
    const { stdout } = await cli(['queue', 'drain', 'q', '--json', ...toServer()]);
    expect(JSON.parse(stdout)).toEqual({ target: server.url, delivered: 2, waiting: 0, refused: 0 });
    expect(users()).toEqual(['a', 'b']);
    expect((await cli(['queue', 'replay', 'q'])).stdout).toBe('No event in q was refused.\n');
  });

  test('says that events still wait by its exit code', async () => {
    refuseAll(503);
    await runOn('q', track('a'));
    const { status, stdout, stderr } = await cli(['queue', 'drain', 'q', ...toServer()]);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: `0 events delivered to ${server.url}.\n1 event still waits in q.\n`,
    });
    expect(stderr).toContain('the events stay in the queue');
  });

  test('sends what others leave behind as long as it watches', async () => {
    refuseAll(503);
    await runOn('q', track('a'));
    server.simulator.reset();
    const watching = startCli(['queue', 'drain', 'q', '--watch', ...toServer()], { cwd });
    const ended = outcomeOf(watching);
    await server.simulator.waitFor(({ userId }) => userId === 'a');
    watching.kill('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, stdout: `1 event delivered to ${server.url}.\n` });
  });

  test.each([
    [['queue', 'stats', 'none'], "there is no folder 'none'"],
    [['queue', 'drain', 'none'], 'give --live, or --url'],
  ])('refuses %j', async (args, reason) => {
    const { status, stderr } = await cli(args);
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(reason) });
  });
});
