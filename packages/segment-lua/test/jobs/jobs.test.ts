import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Simulator } from '@moonwire/segment-sdk/simulator';

import { createSegmentLua, simulatedAccounts } from '../../src/index.js';
import { isJobError } from '../../src/jobs.js';
import { type RedisServer, SERVERS, startRedis } from '../redis-server.js';
import { openWorkplace, track, type Workplace } from './workplace.js';

describe.each(SERVERS)('scripts as jobs in %s', (_name, program) => {
  let redis: RedisServer;
  let place: Workplace;
  beforeAll(async () => {
    redis = await startRedis(program);
  });
  beforeEach(() => {
    place = openWorkplace(redis);
  });
  afterAll(() => redis.stop());

  test('a script is run by a worker, and what came of it is kept', async () => {
    const { jobs, simulator, startWorker } = place;
    const { id, isNew } = await jobs.submit(`print("hello", args.n); ${track('u')}`, { args: { n: 7 }, name: 'a.lua' });
    expect(isNew).toBe(true);
    expect(await jobs.show(id)).toMatchObject({ state: 'waiting', tenant: 'default', name: 'a.lua', calls: 0 });
    startWorker();
    expect(await jobs.wait(id)).toMatchObject({
      state: 'succeeded',
      attempts: 1,
      calls: 1,
      noted: [{ operation: 'track', account: 'default', line: 1, attempt: 1 }],
      report: { ok: true, target: 'simulator', output: 'hello\t7\n', values: ['queued'], deliveries: { delivered: 1 } },
    });
    expect(simulator.events).toHaveLength(1);
  });

  test('a script that fails is failed, with its error and its calls', async () => {
    place.startWorker();
    const { id } = await place.jobs.submit(`${track('u').replace('return', 'local _ =')}; error("no")`);
    expect(await place.jobs.wait(id)).toMatchObject({
      state: 'failed',
      report: { ok: false, error: { message: 'script.lua:1: no' }, calls: [{ operation: 'track' }] },
    });
  });

  test('a call is noted before it is made', async () => {
    const { jobs, simulator, startWorker } = place;
    const seen: number[] = [];
    const { id } = await jobs.submit('app.integrations.segment.get_workspace({ slug = "my-workspace" })');
    const transport: Simulator['transport'] = async (request) => {
      seen.push((await jobs.show(id)).noted.length);
      return simulator.transport(request);
    };
    const host = createSegmentLua({ accounts: simulatedAccounts(), simulator: { transport } });
    startWorker({ run: host.run });
    expect(await jobs.wait(id)).toMatchObject({ state: 'succeeded', noted: [{ operation: 'get_workspace' }] });
    expect(seen).toEqual([1]);
  });

  test('tenants take turns, and of one tenant what is more urgent goes first', async () => {
    const { jobs, begun, startWorker } = place;
    const order: string[] = [];
    const say = (tenant: string, priority: number, text: string) =>
      jobs.submit(`crm.say("${text}")`, { tenant, priority });
    await say('a', 0, 'a1');
    await say('a', 0, 'a2');
    await say('a', 5, 'a urgent');
    await say('b', -1, 'b idle');
    const last = await say('b', 0, 'b1');
    const slow = await say('a', -100, 'a last');
    startWorker({}, { 'crm.say': (text: string) => void order.push(text) });
    await Promise.all([jobs.wait(last.id), jobs.wait(slow.id)]);
    expect(begun).toEqual(['a', 'b', 'a', 'b', 'a', 'a']);
    expect(order).toEqual(['a urgent', 'b1', 'a1', 'b idle', 'a2', 'a last']);
  });

  test('no more scripts of a tenant run at a time than may, over all workers', async () => {
    const { jobs, startWorker } = place;
    await jobs.limit('a', { concurrency: 2 });
    let running = 0;
    let most = 0;
    const hold = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
    };
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await jobs.submit('crm.hold()', { tenant: 'a' })).id),
    );
    for (let n = 0; n < 3; n += 1) startWorker({ concurrency: 4 }, { 'crm.hold': hold });
    await Promise.all(ids.map((id) => jobs.wait(id)));
    expect(most).toBe(2);
    expect(await jobs.stats()).toMatchObject([{ tenant: 'a', waiting: 0, running: 0, limits: { concurrency: 2 } }]);
  });

  test('a tenant waits with no more scripts, and submits no more in a day, than it may', async () => {
    const { jobs } = place;
    await jobs.limit('*', { waiting: 3 });
    await jobs.limit('b', { waiting: 100, perDay: 4 });
    const submitAll = async (tenant: string): Promise<string[]> => {
      const all = Array.from({ length: 10 }, () => jobs.submit('return 1', { tenant }));
      return (await Promise.allSettled(all)).map((one) =>
        one.status === 'fulfilled' ? 'submitted' : isJobError(one.reason) ? one.reason.code : String(one.reason),
      );
    };
    const a = await submitAll('a');
    expect(a.filter((one) => one === 'submitted')).toHaveLength(3);
    expect(a.filter((one) => one === 'quota_waiting')).toHaveLength(7);
    const b = await submitAll('b');
    expect(b.filter((one) => one === 'submitted')).toHaveLength(4);
    expect(b.filter((one) => one === 'quota_day')).toHaveLength(6);
    const [first] = await jobs.list({ tenant: 'a' });
    await jobs.cancel(first?.id ?? '');
    expect(await jobs.submit('return 1', { tenant: 'a' })).toMatchObject({ isNew: true });
  });

  test('what is submitted again under its key is the job that there is', async () => {
    const { jobs, begun, startWorker } = place;
    const submit = (code: string, key = 'order-7') => jobs.submit(code, { key, tenant: 'a' });
    const all = await Promise.all([submit('return 1'), submit('return 1'), submit('return 1')]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    const id = all[0].id;
    startWorker();
    await jobs.wait(id);
    expect(await submit('return 1')).toEqual({ id, isNew: false });
    await expect(submit('return 2')).rejects.toMatchObject({ code: 'key_conflict' });
    const other = await submit('return 2', 'order-8');
    await jobs.wait(other.id);
    expect(begun).toHaveLength(2);
  });

  test('a job that waits is cancelled without being run, one that runs is stopped', async () => {
    const { jobs, begun, simulator, startWorker } = place;
    const waiting = await jobs.submit(track('never'));
    expect(await jobs.cancel(waiting.id)).toBe('waiting');
    expect(await jobs.wait(waiting.id)).toMatchObject({ state: 'cancelled', attempts: 0 });
    expect((await jobs.stats()).map((one) => one.waiting)).toEqual([0]);
    let reached: () => void = () => undefined;
    const isReached = new Promise<void>((resolve) => (reached = resolve));
    const hang = (): Promise<void> => (reached(), new Promise(() => undefined));
    startWorker({}, { 'crm.hang': hang });
    const running = await jobs.submit(`${track('once').replace('return', 'local _ =')}; crm.hang(); ${track('never')}`);
    await isReached;
    expect(await jobs.cancel(running.id)).toBe('running');
    expect(await jobs.wait(running.id)).toMatchObject({
      state: 'cancelled',
      calls: 1,
      report: { ok: false, error: { code: 'aborted' }, deliveries: { delivered: 1 } },
    });
    expect(begun).toHaveLength(1);
    expect(simulator.events.map(({ userId }) => userId)).toEqual(['once']);
    expect(await jobs.cancel(running.id)).toBe('cancelled');
    await expect(jobs.cancel('nothing')).rejects.toMatchObject({ code: 'job_not_found' });
  });

  test('of what has ended so much is kept as may be, for so long', async () => {
    const { jobs, startWorker } = place;
    await jobs.limit('a', { kept: 2 });
    await jobs.limit('b', { keptSeconds: 1 });
    startWorker();
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { id } = await jobs.submit('return 1', { tenant: 'a' });
      await jobs.wait(id);
      ids.push(id);
    }
    expect((await jobs.list({ tenant: 'a' })).map(({ id }) => id)).toEqual(ids.slice(2).reverse());
    await expect(jobs.show(ids[0] ?? '')).rejects.toMatchObject({ code: 'job_not_found' });
    const brief = await jobs.submit(track('u'), { tenant: 'b' });
    await jobs.wait(brief.id);
    const isKept = () => jobs.show(brief.id).then(Boolean, () => false);
    while (await isKept()) await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await jobs.list({ tenant: 'b' })).toEqual([]);
  });

  test('jobs are listed by tenant and state, the last ones first', async () => {
    const { jobs, startWorker } = place;
    const [a] = [await jobs.submit('return 1', { tenant: 'a' })];
    const b = await jobs.submit('error("x")', { tenant: 'b' });
    const worker = startWorker();
    await Promise.all([jobs.wait(a.id), jobs.wait(b.id)]);
    await worker.close();
    const c = await jobs.submit('return 1', { tenant: 'b' });
    expect((await jobs.list()).map(({ id }) => id)).toEqual([c.id, b.id, a.id]);
    expect((await jobs.list({ tenant: 'b', state: 'failed' })).map(({ id }) => id)).toEqual([b.id]);
    expect((await jobs.list({ limit: 1 })).map(({ id }) => id)).toEqual([c.id]);
  });

  test('nobody waits longer than they said', async () => {
    const { id } = await place.jobs.submit('return 1');
    await expect(place.jobs.wait(id, { timeoutMs: 10 })).rejects.toMatchObject({ code: 'wait_timeout' });
    await expect(place.jobs.wait(id, { signal: AbortSignal.abort(new Error('no')) })).rejects.toThrow('no');
  });
});
