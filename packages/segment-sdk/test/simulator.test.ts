import { afterEach, describe, expect, test } from '@jest/globals';

import { createSimulator, SIMULATOR_API_TOKEN, type SimulatorResponse } from '../src/simulator.js';
import { startSimulatorServer } from '../src/simulator-server.js';
import { simulated } from './setup.js';

const basic = `Basic ${btoa('key:')}`;
const track = (extra: object = {}) => ({
  type: 'track',
  event: 'E',
  userId: 'u',
  messageId: crypto.randomUUID(),
  ...extra,
});

const posting = (simulator = createSimulator()) => {
  const post = async (path: string, body: unknown, headers: Record<string, string> = { authorization: basic }) =>
    (await simulator.handle({
      method: 'POST',
      path,
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })) as SimulatorResponse;
  const get = async (path: string, token = SIMULATOR_API_TOKEN) =>
    (await simulator.handle({
      method: 'GET',
      path,
      headers: { authorization: `Bearer ${token}` },
    })) as SimulatorResponse;
  return { simulator, post, get };
};

const data = ({ body }: SimulatorResponse): Record<string, unknown> =>
  (JSON.parse(body) as { data: Record<string, unknown> }).data;

describe('the simulated Tracking API', () => {
  test.each(['identify', 'track', 'page', 'screen', 'group', 'alias'])('takes /v1/%s', async (type) => {
    const { simulator, post } = posting();
    expect(await post(`/v1/${type}`, { userId: 'u', event: 'E' })).toMatchObject({
      status: 200,
      body: '{"success":true}',
    });
    expect(simulator.events).toMatchObject([{ type, userId: 'u', writeKey: 'key' }]);
  });

  test.each([
    ['user and colon', { authorization: basic }, {}, 'key'],
    ['writeKey in the body', {}, { writeKey: 'key' }, 'key'],
    ['bearer and writeKey in the body', { authorization: 'Bearer t' }, { writeKey: 'key' }, 'key'],
  ])('knows the source by %s', async (_, headers, extra, writeKey) => {
    const { simulator, post } = posting();
    await post('/v1/batch', { batch: [track()], ...extra }, headers);
    expect(simulator.events).toMatchObject([{ writeKey }]);
  });

  test.each([
    ['no key', {}],
    ['a key without its colon', { authorization: `Basic ${btoa('key')}` }],
  ])('answers 200 to %s and keeps nothing', async (_, headers) => {
    const { simulator, post } = posting();
    expect(await post('/v1/batch', { batch: [track()] }, headers)).toMatchObject({ status: 200 });
    expect(simulator.events).toHaveLength(0);
  });

  test('answers 200 to an event of nobody and keeps it not', async () => {
    const { simulator, post } = posting();
    expect(await post('/v1/track', { event: 'E' })).toMatchObject({ status: 200 });
    expect(simulator.events).toHaveLength(0);
  });

  test('counts a messageId once, whatever the keys it comes with', async () => {
    const { simulator, post } = posting();
    const event = track({ messageId: 'm' });
    await post('/v1/batch', { batch: [event, event] });
    await post('/v1/track', event, { authorization: `Basic ${btoa('other:')}` });
    expect(simulator.events.map(({ writeKey }) => writeKey)).toEqual(['key']);
    expect(simulator.duplicates).toBe(2);
  });

  test('refuses 32 KB in bytes, not characters', async () => {
    const { post } = posting();
    expect(await post('/v1/batch', { batch: [track({ text: 'x'.repeat(32_000) })] })).toMatchObject({ status: 200 });
    expect(await post('/v1/batch', { batch: [track({ text: '€'.repeat(11_000) })] })).toMatchObject({ status: 400 });
  });

  test('refuses a batch over 500 KB', async () => {
    const { post } = posting();
    const batch = Array.from({ length: 20 }, () => track({ text: 'x'.repeat(30_000) }));
    expect(await post('/v1/batch', { batch })).toMatchObject({ status: 400 });
  });

  test('answers 200 to more than 2,500 events and keeps none', async () => {
    const { simulator, post } = posting();
    const batch = Array.from({ length: 2_501 }, (_, i) => ({
      type: 'track',
      event: 'E',
      userId: 'u',
      messageId: `${i}`,
    }));
    expect(await post('/v1/batch', { batch })).toMatchObject({ status: 200 });
    expect(simulator.events).toHaveLength(0);
    await post('/v1/batch', { batch: batch.slice(1) });
    expect(simulator.events).toHaveLength(2_500);
  });

  test.each(['{', '[]', '{"batch":{}}', '{"batch":[1]}'])('refuses %s', async (body) => {
    expect(await posting().post('/v1/batch', body)).toMatchObject({ status: 400 });
  });

  test('answers browsers', async () => {
    const { simulator } = posting();
    const preflight = await simulator.handle({ method: 'OPTIONS', path: '/v1/batch', headers: {} });
    expect(preflight).toMatchObject({ status: 204, headers: { 'access-control-allow-origin': '*' } });
  });

  test.each(['/v1/', '/v1/batches', '/v1/track/x', '/v1/pixel/batch', '/v2/track', '/v1/constructor'])(
    'has nothing at %s',
    async (path) => {
      expect(await posting().post(path, {})).toMatchObject({
        status: path === '/v2/track' ? 401 : 404,
        body: expect.stringMatching(/"code":"not_found"|"type":"unauthorized"/),
      });
    },
  );
});

describe('the simulated Public API', () => {
  test('accepts its token alone', async () => {
    const { get } = posting();
    expect(await get('/', 'other')).toMatchObject({
      status: 401,
      body: expect.stringContaining('"type":"unauthorized"'),
    });
    expect(data(await get('/'))).toEqual({
      workspace: { id: expect.any(String), slug: 'my-workspace', name: 'My Workspace' },
    });
    expect(await posting(createSimulator({ apiToken: 'mine' })).get('/', 'mine')).toMatchObject({ status: 200 });
  });

  test('pages its lists', async () => {
    const { get } = posting();
    const first = data(await get('/sources?pagination.count=2')) as {
      sources: unknown[];
      pagination: { next: string };
    };
    expect(first.sources).toHaveLength(2);
    expect(first.pagination).toMatchObject({ current: expect.any(String), next: expect.any(String), totalEntries: 3 });
    const second = data(
      await get(`/sources?pagination.count=2&pagination.cursor=${encodeURIComponent(first.pagination.next)}`),
    ) as { sources: unknown[]; pagination: object };
    expect(second.sources).toHaveLength(1);
    expect(second.pagination).not.toHaveProperty('next');
    expect(second.pagination).toHaveProperty('previous');
  });

  test.each(['/sources?pagination.count=0', '/sources?pagination.count=1001', '/users?pagination.cursor=%25'])(
    'refuses %s',
    async (path) => {
      expect(await posting().get(path)).toMatchObject({
        status: 422,
        body: expect.stringContaining('"field":"pagination'),
      });
    },
  );

  test('finds single sources and users', async () => {
    const { get } = posting();
    expect(data(await get('/sources/abc123'))).toMatchObject({ source: { id: 'abc123' }, trackingPlanId: null });
    expect(await get('/sources/nope')).toMatchObject({ status: 404 });
    expect(await get('/nothing')).toMatchObject({ status: 404 });
  });

  test('counts requests and refuses the 1,001st within a minute', async () => {
    const { get, simulator } = posting();
    let last = await get('/');
    expect(last.headers).toMatchObject({
      'x-ratelimit-consumed': '1',
      'x-ratelimit-remaining': '999',
      'x-ratelimit-reset': expect.stringContaining('GMT'),
    });
    expect(last.headers).not.toHaveProperty('access-control-allow-origin');
    for (let i = 0; i < 1_000; i += 1) last = await get('/');
    expect(last).toMatchObject({ status: 429, headers: { 'retry-after': '60' } });
    simulator.reset();
    expect((await get('/')).status).toBe(200);
    expect(JSON.parse(last.body)).toMatchObject({
      errors: [
        {
          type: 'too-many-requests',
          data: { remainingPoints: 0, msBeforeNext: expect.any(Number), consumedPoints: 1_001 },
        },
      ],
    });
  });
});

describe('for tests of your own', () => {
  test('waitFor resolves with past and coming events and says what it missed', async () => {
    const { segment, simulator } = simulated();
    const coming = simulator.waitFor(({ event }) => event === 'Signed Up');
    void segment.track({ event: 'Signed Up', userId: 'u' });
    expect(await coming).toMatchObject({ userId: 'u' });
    expect(await simulator.waitFor(({ event }) => event === 'Signed Up')).toBe(await coming);
    await expect(simulator.waitFor(() => false, 5)).rejects.toThrow(
      'simulator.waitFor: no such event within 5 ms; 1 others arrived',
    );
  });

  test('faults are used up in order by the requests they concern', async () => {
    const { simulator, post, get } = posting();
    simulator.inject({ on: 'publicApi', status: 500 });
    simulator.inject({ on: ({ path }) => path === '/v1/page', status: 418 });
    simulator.inject({ on: 'tracking', status: 503, times: 2 });
    const statuses = [
      await post('/v1/track', track()),
      await post('/v1/page', track()),
      await get('/'),
      await get('/'),
      await post('/v1/track', track()),
      await post('/v1/track', track()),
    ];
    expect(statuses.map(({ status }) => status)).toEqual([503, 418, 500, 200, 503, 200]);
  });

  test('remembers as many bytes of requests as it is told, and the events that came with them', async () => {
    const { segment, simulator } = simulated({ flushAt: 1, maxBatchEvents: 1 }, { keepBytes: 20_000 });
    const calls = Array.from({ length: 50 }, (_, n) =>
      segment.track({ event: `Event ${n}`, userId: 'u', messageId: `m-${n}` }),
    );
    await Promise.all(calls);
    const kept = simulator.requests.length;
    expect(kept).toBeGreaterThan(5);
    expect(kept).toBeLessThan(20);
    expect(simulator.events.map(({ event }) => event)).toEqual(
      Array.from({ length: kept }, (_, n) => `Event ${50 - kept + n}`),
    );
    await segment.track({ event: 'Again', userId: 'u', messageId: 'm-0' });
    await segment.track({ event: 'Again', userId: 'u', messageId: 'm-49' });
    expect(simulator.duplicates).toBe(1);
  });

  test('remembers the last request however large it is', async () => {
    const { segment, simulator } = simulated({}, { keepBytes: 1 });
    await segment.batch(
      Array.from({ length: 20 }, (_, n) => ({ type: 'track' as const, event: `Event ${n}`, userId: 'u' })),
    );
    expect([simulator.requests.length, simulator.events.length]).toEqual([1, 20]);
  });

  test('reset forgets events, requests and faults', async () => {
    const { simulator, post } = posting();
    await post('/v1/track', track({ messageId: 'm' }));
    simulator.inject({ status: 500 });
    simulator.reset();
    expect([simulator.events, simulator.requests, simulator.duplicates]).toEqual([[], [], 0]);
    expect(await post('/v1/track', track({ messageId: 'm' }))).toMatchObject({ status: 200 });
    expect(simulator.events).toHaveLength(1);
  });
});

describe('the server', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
  });

  test('serves both APIs on loopback and any client', async () => {
    const { url, port, simulator, close } = await startSimulatorServer();
    stop = close;
    expect(url).toBe(`http://127.0.0.1:${port}`);
    const response = await fetch(`${url}/v1/track`, {
      method: 'POST',
      headers: { authorization: basic },
      body: JSON.stringify(track()),
    });
    expect(await response.json()).toEqual({ success: true });
    expect(simulator.events).toHaveLength(1);
    expect((await fetch(url, { headers: { authorization: `Bearer ${SIMULATOR_API_TOKEN}` } })).status).toBe(200);
  });

  test('drops connections when the script says so', async () => {
    const { url, simulator, close } = await startSimulatorServer();
    stop = close;
    simulator.inject({ drop: 'after' });
    await expect(
      fetch(`${url}/v1/track`, { method: 'POST', headers: { authorization: basic }, body: JSON.stringify(track()) }),
    ).rejects.toThrow();
    expect(simulator.events).toHaveLength(1);
  });

  test('says when its port is taken', async () => {
    const { port, close } = await startSimulatorServer();
    stop = close;
    await expect(startSimulatorServer({ port })).rejects.toThrow('EADDRINUSE');
  });
});
