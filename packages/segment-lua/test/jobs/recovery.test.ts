import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { createJobQueue, type Job, type JobOptions, type JobQueue } from '../../src/jobs.js';
import { type RedisServer, SERVERS, startRedis } from '../redis-server.js';
import { outcomeOf, startCli } from '../run-cli.js';
import { openWorkplace, track } from './workplace.js';

const call = (user: string): string => track(user).replace('return', 'local _ =');

/** What runs until its time is over, or its process is killed. */
const HANG = 'while true do end';

describe.each(SERVERS)('workers that die, on %s', (_name, program) => {
  let redis: RedisServer;
  let server: SimulatorServer;
  let jobs: JobQueue;
  beforeAll(async () => {
    [redis, server] = await Promise.all([startRedis(program), startSimulatorServer()]);
    jobs = createJobQueue({ target: server.url, connection: redis.url });
  });
  afterAll(async () => {
    await jobs.close();
    await Promise.all([redis.stop(), server.close()]);
  });

  const startWorker = (...more: string[]) =>
    startCli([
      'job',
      'work',
      '--url',
      server.url,
      '--redis',
      redis.url,
      '--lease',
      '0.5',
      '--confirm',
      '--timeout',
      '1',
      ...more,
    ]);

  const until = async (id: string, isReached: (job: Job) => boolean): Promise<Job> => {
    for (let left = 2_000; left > 0; left -= 1) {
      const job = await jobs.show(id);
      if (isReached(job)) return job;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`job ${id} has not come so far`);
  };

  /** Has a script run by a worker that is killed when the script has come so far; then another worker is started. */
  const runThroughKill = async (code: string, isReached: (job: Job) => boolean, options: JobOptions): Promise<Job> => {
    const first = startWorker('--timeout', '1');
    const { id } = await jobs.submit(code, options);
    await until(id, isReached);
    first.kill('SIGKILL');
    await once(first, 'exit');
    const second = startWorker('--timeout', '1');
    const job = await jobs.wait(id);
    second.kill('SIGTERM');
    expect(await outcomeOf(second)).toMatchObject({ status: 0 });
    return job;
  };

  test('a script that had made no call is run again; one that had is not, and tells what it had done', async () => {
    const before = await runThroughKill(HANG, ({ state }) => state === 'running', { tenant: 'before' });
    expect(before).toMatchObject({ state: 'failed', attempts: 2, calls: 0 });

    const after = await runThroughKill(`${call('once')}; ${HANG}`, ({ calls }) => calls > 0, { tenant: 'after' });
    expect(after).toMatchObject({
      state: 'interrupted',
      attempts: 1,
      noted: [{ path: 'app.integrations.segment.track', line: 1, attempt: 1 }],
      report: { ok: false, error: { code: 'interrupted', message: expect.stringContaining('a call') } },
    });
    expect(server.simulator.events.filter(({ userId }) => userId === 'once').length).toBeLessThanOrEqual(1);
  });

  test('a script that may be run again is, whatever it had done', async () => {
    const job = await runThroughKill(`${call('again')}; ${HANG}`, ({ calls }) => calls > 0, {
      rerun: 'always',
    });
    expect(job).toMatchObject({ state: 'failed', attempts: 2, calls: 2, noted: [{ attempt: 1 }, { attempt: 2 }] });
  });

  test('SIGTERM lets a script end that runs, and leaves what waits to others', async () => {
    const worker = startWorker('--runs', '1');
    const ended = outcomeOf(worker);
    const slow = await jobs.submit(`${call('first')}; for n = 1, 5e6 do end; ${call('last')}`);
    const waiting = await jobs.submit('return 1');
    await until(slow.id, ({ calls }) => calls === 1);
    worker.kill('SIGTERM');
    expect(await ended).toMatchObject({ status: 0, stdout: expect.stringContaining('1 script ended on') });
    expect(await jobs.show(slow.id)).toMatchObject({ state: 'succeeded', calls: 2 });
    expect(await jobs.show(waiting.id)).toMatchObject({ state: 'waiting', attempts: 0 });
    await jobs.cancel(waiting.id);
  });
});

test('what a worker that was stopped had begun waits again, unless it had made calls', async () => {
  const redis = await startRedis();
  const { jobs, startWorker } = openWorkplace(redis);
  let reached = 0;
  let both: () => void = () => undefined;
  const areBoth = new Promise<void>((resolve) => (both = resolve));
  const hang = (): Promise<void> => {
    if ((reached += 1) === 2) both();
    return new Promise(() => undefined);
  };
  const worker = startWorker({ concurrency: 2 }, { 'crm.hang': hang });
  const before = await jobs.submit('crm.hang()');
  const after = await jobs.submit(`${call('u')}; crm.hang()`);
  await areBoth;
  expect(await worker.close({ timeoutMs: 0 })).toMatchObject({ waiting: 1, interrupted: 1 });
  expect(await jobs.show(before.id)).toMatchObject({ state: 'waiting' });
  expect(await jobs.show(after.id)).toMatchObject({
    state: 'interrupted',
    report: { error: { code: 'aborted' }, deliveries: { delivered: 1 } },
  });
  startWorker({}, { 'crm.hang': () => undefined });
  expect(await jobs.wait(before.id)).toMatchObject({ state: 'succeeded', attempts: 2 });
  await redis.stop();
});

test('a script that runs while Redis is away goes on when it is back, and is run once', async () => {
  const redis = await startRedis();
  const { jobs, simulator, startWorker, begun } = openWorkplace(redis);
  let reached: () => void = () => undefined;
  let goOn: () => void = () => undefined;
  const isReached = new Promise<void>((resolve) => (reached = resolve));
  const mayGoOn = new Promise<void>((resolve) => (goOn = resolve));
  const errors: string[] = [];
  const hold = async (): Promise<void> => {
    reached();
    await mayGoOn;
  };
  const onError = ({ message }: Error): void => void errors.push(message);
  startWorker({ onError }, { 'crm.hold': hold });
  const { id } = await jobs.submit(`${call('first')}; crm.hold(); ${call('last')}`);
  await isReached;
  await redis.stop();
  await expect(jobs.submit('return 1')).rejects.toMatchObject({ code: 'queue_failed' });
  goOn();
  // Longer than the lease.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await redis.restart();
  // This process learns of it a moment later.
  const isBack = () => jobs.stats().then(Boolean, () => false);
  for (let left = 500; left > 0 && !(await isBack()); left -= 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const job = await jobs.wait(id, { timeoutMs: 20_000 });
  expect(job).toMatchObject({ state: 'succeeded', attempts: 1, calls: 2 });
  expect(begun).toHaveLength(1);
  expect(simulator.events.map(({ userId }) => userId)).toEqual(['first', 'last']);
  expect(errors.some((message) => message.includes('is away'))).toBe(true);
  await redis.stop();
});

test('a Redis that would drop jobs when it is full is given none', async () => {
  const redis = await startRedis(undefined, ['--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']);
  await expect(openWorkplace(redis).jobs.submit('return 1')).rejects.toMatchObject({
    code: 'queue_failed',
    message: expect.stringContaining('set noeviction'),
  });
  await redis.stop();
});
