import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { type RedisServer, startRedis } from '../redis-server.js';
import { openWorkplace } from './workplace.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const WAITING = 10_000;
/** More at once take memory, and time to clear it. */
const AT_ONCE = 500;

test('of 10,000 waiting scripts of one tenant, at most one delays another tenant', async () => {
  const { jobs, begun, startWorker } = openWorkplace(redis);
  for (let submitted = 0; submitted < WAITING; submitted += AT_ONCE)
    await Promise.all(Array.from({ length: AT_ONCE }, () => jobs.submit('return 1', { tenant: 'many' })));
  await expect(jobs.submit('return 1', { tenant: 'many' })).rejects.toMatchObject({ code: 'quota_waiting' });
  const delays: number[] = [];
  startWorker();
  for (const tenant of ['one', 'two', 'one', 'two', 'three']) {
    const { id } = await jobs.submit('return 1', { tenant });
    const before = begun.length;
    await jobs.wait(id);
    delays.push(begun.indexOf(tenant, before) - before);
  }
  // The script that ran meanwhile had been begun, or its turn had.
  for (const delay of delays) expect(delay).toBeLessThanOrEqual(1);
  expect(begun.filter((tenant) => tenant === 'many').length).toBeLessThan(WAITING / 2);
  // On a busy machine it takes long to submit so many.
}, 120_000);

test('tenants that come together share what there is in equal parts', async () => {
  const { jobs, begun, startWorker } = openWorkplace(redis);
  const submit = (tenant: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => jobs.submit('return 1', { tenant })));
  await submit('a', 30);
  await submit('b', 10);
  const last = (await submit('c', 10)).at(-1);
  startWorker();
  await jobs.wait(last?.id ?? '');
  const share = (tenant: string) => begun.slice(0, 30).filter((one) => one === tenant).length;
  expect([share('a'), share('b'), share('c')]).toEqual([10, 10, 10]);
});
