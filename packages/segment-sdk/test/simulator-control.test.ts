import { afterEach, beforeEach, expect, test } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { readFault, type ServedRequest, type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

let server: SimulatorServer;
const served: ServedRequest[] = [];

beforeEach(async () => {
  served.length = 0;
  server = await startSimulatorServer({
    faults: [{ status: 503, on: 'publicApi' }],
    onRequest: (request) => served.push(request),
  });
});
afterEach(() => server.close());

const control = async (method: string, path: string, body?: unknown, headers = {}) => {
  const answer = await fetch(`${server.url}/_simulator${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, data: (await answer.json()) as Record<string, unknown> };
};

const send = async (count: number, path = '/v1/track'): Promise<number[]> => {
  const statuses: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const body = JSON.stringify({ writeKey: 'secret-key', event: 'E', userId: `u${at}` });
    const answer = await fetch(server.url + path, { method: 'POST', body }).catch(() => ({ status: 0 }));
    statuses.push(answer.status);
  }
  return statuses;
};

test('a server lists what it received, as JSON without keys, tells of each request, and forgets when it is told to', async () => {
  await send(3);
  expect((await control('GET', '')).data).toEqual({ events: 3, requests: 3, duplicates: 0 });
  const { data } = await control('GET', '/events?userId=u1');
  expect(data).toMatchObject({ total: 1, events: [{ type: 'track', event: 'E', userId: 'u1' }] });
  expect((await control('GET', '/events?limit=2')).data).toMatchObject({
    total: 3,
    events: [{ userId: 'u1' }, { userId: 'u2' }],
  });
  expect((await control('GET', '/requests?limit=1')).data).toMatchObject({
    requests: [{ path: '/v1/track', status: 200 }],
  });
  expect(served).toMatchObject([
    { method: 'POST', path: '/v1/track', status: 200, body: expect.stringContaining('u0') },
    {},
    {},
  ]);
  expect((await control('POST', '/reset')).data).toMatchObject({ events: 0 });
});

test('faults are taken at the start and while it runs, by count and by share, listed and taken back', async () => {
  expect(await send(1)).toEqual([200]);
  expect(await send(2, '/sources')).toEqual([503, expect.any(Number)]);
  await control('POST', '/faults', [
    { status: 429, retryAfter: 2, times: 2 },
    { status: 500, share: 0.5, on: 'tracking' },
  ]);
  expect(await send(6)).toEqual([429, 429, 200, 500, 200, 500]);
  expect((await control('GET', '/faults')).data).toMatchObject({
    faults: [
      { status: 429, met: 2 },
      { share: 0.5, met: 2 },
    ],
  });
  expect((await control('DELETE', '/faults')).data).toEqual({ faults: [] });
  expect(await send(2)).toEqual([200, 200]);
  await control('POST', '/faults', { drop: 'after', latencyMs: 1 });
  const client = createSegment({ writeKey: 'k', trackingUrl: server.url });
  await expect(client.track({ event: 'E', userId: 'kept' }))
    .resolves.toMatchObject({ status: 'delivered' })
    .catch(() => undefined);
  await client.close();
  expect(server.simulator.duplicates).toBe(1);
});

test.each([
  [{ statsu: 503 }, /status/],
  [{ status: 99 }, /200 to 599/],
  [{ share: 2, status: 500 }, /between 0 and 1/],
  [{ times: 3 }, /needs one of/],
  [{ retryAfter: 3 }, /needs a 'status'/],
  [[], /an object/],
])('a fault that cannot be is refused: %j', async (fault, message) => {
  expect(() => readFault(fault)).toThrow(message);
  const { status, data } = await control('POST', '/faults', Array.isArray(fault) ? 'nonsense' : fault);
  expect({ status, data }).toMatchObject({ status: 400, data: { error: expect.any(String), code: 'invalid_fault' } });
});

test('pages of a browser are refused, and what is not there says what is', async () => {
  expect((await control('POST', '/faults', { status: 500 }, { origin: 'https://evil.example' })).status).toBe(403);
  const { status, data } = await control('GET', '/nothing');
  expect({ status, paths: data['paths'] }).toEqual({
    status: 404,
    paths: expect.arrayContaining(['GET /_simulator/events']),
  });
});
