import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { errorOf, event, server, simulated } from './setup.js';

describe('a server that is asked again', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
  });

  /** The moments at which requests came while a server refused three of them, in milliseconds after the first. */
  const momentsOf = async (status: number, headers: Record<string, string>, body: string): Promise<number[]> => {
    const moments: number[] = [];
    const { url, close } = await server((_, response) => {
      moments.push(performance.now());
      if (moments.length <= 3) response.writeHead(status, headers).end(body);
      else response.end('{"data":{"workspace":{"id":"w","slug":"w","name":"W"}}}');
    });
    stop = close;
    const segment = createSegment({
      writeKey: 'k',
      apiToken: 'token',
      trackingUrl: url,
      publicApiUrl: url,
      flushAt: 1,
    });
    if (status === 429 && body !== '{}') await segment.getWorkspace({ slug: 'w' });
    else await segment.track(event(1));
    await segment.close();
    return moments.map((moment) => moment - (moments[0] as number));
  };

  test.each<[string, number, Record<string, string>, string]>([
    ['Retry-After: 0', 429, { 'retry-after': '0' }, '{}'],
    ['Retry-After: 0 on a 503', 503, { 'retry-after': '0' }, '{}'],
    ['a Retry-After of a thousandth of a second', 429, { 'retry-after': '0.001' }, '{}'],
    ['a negative Retry-After', 429, { 'retry-after': '-1' }, '{}'],
    ['an empty Retry-After', 503, { 'retry-after': '' }, '{}'],
    ['a Retry-After in words', 429, { 'retry-after': 'soon' }, '{}'],
    ['a Retry-After in the past', 503, { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, '{}'],
    ['an X-RateLimit-Reset in the past', 429, { 'x-ratelimit-reset': '1445412480' }, '{}'],
    ['msBeforeNext: 0', 429, {}, '{"errors":[{"type":"too-many-requests","data":{"msBeforeNext":0}}]}'],
  ])('is left alone for a second at least after %s', async (_, status, headers, body) => {
    const moments = await momentsOf(status, headers, body);
    expect(moments).toHaveLength(4);
    for (const [n, moment] of moments.entries()) expect(moment).toBeGreaterThanOrEqual(n * 999);
  });
});

test('a wait that cannot be heeded counts as a failure', async () => {
  const { segment, simulator } = simulated({ maxRetries: 1 });
  simulator.inject({ status: 429, headers: { 'retry-after': '0' }, times: Infinity });
  expect(await errorOf(segment.track(event(1)))).toMatchObject({ code: 'not_delivered', status: 429 });
  expect(simulator.requests).toHaveLength(2);
});

test('failures are not counted unless somebody asks for it', async () => {
  // The jitter that waits the least.
  const random = jest.spyOn(Math, 'random').mockReturnValue(0);
  const { segment, simulator } = simulated({ flushAt: 1 });
  simulator.inject({ status: 503, times: 100 });
  simulator.inject({ drop: 'before', times: 100 });
  expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
  random.mockRestore();
  expect(simulator.requests).toHaveLength(201);
});

test('three retries outlast an outage of two seconds', async () => {
  const { segment, simulator } = simulated({ maxRetries: 3, flushAt: 15 });
  const end = performance.now() + 2_000;
  simulator.inject({ status: 503, on: () => performance.now() < end, times: Infinity });
  for (let n = 0; n < 150; n += 1) void segment.track(event(n, `user-${n}`));
  const { delivered, failed } = await segment.flush();
  expect([delivered, failed]).toEqual([150, []]);
});

test('the last attempt is made when patience ends, not before', async () => {
  const { segment, simulator } = simulated({ flushAt: 1, maxRetryMs: 1_500 });
  const started = performance.now();
  simulator.inject({ status: 503, on: () => performance.now() < started + 1_450, times: Infinity });
  expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
});

test('calls of the Public API give up, because somebody waits for them', async () => {
  const { segment, simulator } = simulated({ maxRetryMs: 60_000, maxRetries: 0 });
  simulator.inject({ status: 503, times: Infinity });
  expect(await errorOf(segment.getWorkspace({ slug: 'my-workspace' }))).toMatchObject({ status: 503 });
  expect(simulator.requests).toHaveLength(1);
});

describe('a time beyond what a timer holds (2^31 ms)', () => {
  test.each([2 ** 31, 2 ** 40])('is no time at all nowhere: %d', async (ms) => {
    const { segment, simulator } = simulated({ timeoutMs: ms, flushIntervalMs: ms, maxRetryMs: ms, flushAt: 2 });
    simulator.inject({ latencyMs: 50 });
    void segment.track(event(1));
    expect(simulator.requests).toHaveLength(0);
    expect(await segment.track(event(2))).toMatchObject({ status: 'delivered' });
    expect(await segment.close({ timeoutMs: ms })).toMatchObject({ failed: [] });
  });
});

test('calls after close are refused, of either API', async () => {
  const { segment, simulator } = simulated();
  await segment.close();
  const calls = [
    segment.track(event(1)),
    segment.getWorkspace({ slug: 'my-workspace' }),
    segment.listSources.each({ slug: 'my-workspace' }).next(),
    segment.request('GET', '/users'),
    segment.call('get_current_user', {}),
  ];
  for (const call of calls) expect(await errorOf(call)).toMatchObject({ code: 'closed' });
  expect(simulator.requests).toHaveLength(0);
});
