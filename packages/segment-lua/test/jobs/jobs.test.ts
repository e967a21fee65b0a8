import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { type RedisServer, SERVERS, startRedis } from '../redis-server.js';
import { openWorkplace, track, type Workplace } from './workplace.js';

describe.each(SERVERS)('scripts as jobs in %s', (_name, program) => {
  let redis: RedisServer;
  let place: Workplace;
  beforeAll(async () => {
    redis = await startRedis(program);
  });
  beforeEach(async () => {
    place = await openWorkplace(redis);
  });
  afterEach(() => place.close());
  afterAll(() => redis.stop());

  test('a script is run by a worker, and what came of it is kept', async () => {
    const { jobs, simulator, startWorker } = place;
    const { id, isNew } = await jobs.submit(`print("hello", args.n); ${track('u')}`, { args: { n: 7 }, name: 'a.lua' });
    expect(isNew).toBe(true);
    expect(await jobs.show(id)).toMatchObject({ state: 'waiting', tenant: 'default', name: 'a.lua', calls: 0 });
    startWorker();
    const job = await jobs.wait(id);
    expect(job).toMatchObject({
      state: 'succeeded',
      attempts: 1,
      calls: 1,
      noted: [{ operation: 'track', account: 'default', line: 1, attempt: 1 }],
      report: { ok: true, target: 'simulator', output: 'hello\t7\n', values: ['queued'], deliveries: { delivered: 1 } },
    });
    expect(simulator.events).toHaveLength(1);
  });
});
