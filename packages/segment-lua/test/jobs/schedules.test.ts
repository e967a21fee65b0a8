import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { nextTimes } from '../../src/jobs.js';
import { type RedisServer, startRedis } from '../redis-server.js';
import { openWorkplace } from './workplace.js';

let redis: RedisServer;
beforeAll(async () => {
  redis = await startRedis();
});
afterAll(() => redis.stop());

const next = (cron: string, zone: string, from: string, count: number): string[] =>
  nextTimes(cron, zone, Date.parse(from), count).map((time) => new Date(time).toISOString());

test('a time that a change of clocks leaves out is met an hour later, one that comes twice counts once', () => {
  // In Berlin clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October 2026.
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-03-27T12:00:00Z', 3)).toEqual([
    '2026-03-28T01:30:00.000Z',
    '2026-03-29T01:30:00.000Z',
    '2026-03-30T00:30:00.000Z',
  ]);
  expect(next('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ]);
  expect(next('0 9 * * 1', 'America/New_York', '2026-10-31T00:00:00Z', 2)).toEqual([
    '2026-11-02T14:00:00.000Z',
    '2026-11-09T14:00:00.000Z',
  ]);
  expect(next('30 * * * *', 'Europe/Berlin', '2026-10-24T23:59:00Z', 3)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.000Z',
    '2026-10-25T02:30:00.000Z',
  ]);
});

test('a schedule submits its script at each of its times, by whichever worker, once', async () => {
  const { jobs, startWorker } = openWorkplace(redis);
  const done: string[] = [];
  let both: () => void = () => undefined;
  const areBoth = new Promise<void>((resolve) => (both = resolve));
  const onLeft = ({ id }: { readonly id: string }): void => {
    done.push(id);
    if (done.length === 2) both();
  };
  await jobs.schedule('tick', 'return args.n', { cron: '* * * * * *', args: { n: 7 }, tenant: 't' });
  startWorker({ onLeft });
  startWorker({ onLeft });
  await areBoth;
  const [first] = await jobs.list({ tenant: 't', state: 'succeeded' });
  expect(await jobs.show(first?.id ?? '')).toMatchObject({ schedule: 'tick', report: { values: [7] } });
  expect(new Set(done).size).toBe(done.length);
  expect(await jobs.schedules()).toMatchObject([{ name: 'tick', cron: '* * * * * *', timeZone: 'UTC', tenant: 't' }]);
  await jobs.unschedule('tick');
  expect(await jobs.schedules()).toEqual([]);
  await expect(jobs.unschedule('tick')).rejects.toMatchObject({ code: 'schedule_not_found' });
});

test('a schedule tells what its tenant had no room for', async () => {
  const { jobs, startWorker } = openWorkplace(redis);
  await jobs.limit('t', { waiting: 0 });
  await jobs.schedule('tick', 'return 1', { cron: '* * * * * *', tenant: 't' });
  startWorker();
  let missed: string | undefined;
  for (let left = 1_000; left > 0 && missed === undefined; left -= 1) {
    missed = (await jobs.schedules())[0]?.missed?.reason;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(missed).toContain("0 scripts of tenant 't' wait already");
});

test.each([
  ['* * * *x', 'UTC', "bad cron '* * * *x'"],
  ['0 0 * * *', 'Europe/Nowhere', "in time zone 'Europe/Nowhere'"],
  ['0 0 31 2 *', 'UTC', 'bad cron'],
])('refuses %s in %s', async (cron, timeZone, message) => {
  const { jobs } = openWorkplace(redis);
  await expect(jobs.schedule('s', 'return 1', { cron, timeZone })).rejects.toMatchObject({
    code: 'invalid_option',
    message: expect.stringContaining(message),
  });
});
