import { describe, expect, test } from '@jest/globals';
import axios from 'axios';

import type { RequestReport, ResponseReport, SegmentError } from '../src/index.js';
import { createSimulator } from '../src/simulator.js';
import { clientOf, errorOf, event, simulated } from './setup.js';

describe('beforeSend', () => {
  test('may change an event', async () => {
    const { segment, simulator } = simulated({
      beforeSend: (given) => ({ ...given, context: { ...given.context, ip: '0.0.0.0' } }),
    });
    await segment.track(event(1));
    expect(simulator.events[0]?.body).toMatchObject({ event: 'Event 1', context: { ip: '0.0.0.0' } });
  });

  test('may drop one', async () => {
    const { segment, simulator } = simulated({ beforeSend: (given) => (given.event === 'Event 1' ? null : given) });
    expect(await segment.track(event(1))).toMatchObject({ status: 'dropped' });
    void segment.track(event(2));
    expect(await segment.flush()).toEqual({ delivered: 1, failed: [], dropped: 1, omitted: 0 });
    expect(simulator.events.map((received) => received.event)).toEqual(['Event 2']);
  });

  test('may think about it and drop one, in any plugin', async () => {
    const asked: string[] = [];
    const { segment, simulator } = simulated({
      beforeSend: (given) => Promise.resolve(given.event === 'Event 1' ? null : given),
      plugins: [
        {
          beforeSend: (given) => {
            asked.push(String(given.event));
            return given;
          },
        },
      ],
    });
    expect(await segment.track(event(1))).toMatchObject({ status: 'dropped' });
    expect(
      await segment.batch([
        { type: 'track', ...event(1) },
        { type: 'track', ...event(2) },
      ]),
    ).toEqual({ delivered: 1, failed: [], dropped: 1, omitted: 0 });
    expect(asked).toEqual(['Event 2']);
    expect(simulator.events).toHaveLength(1);
  });

  test('may take its time, and order is kept', async () => {
    const { segment, simulator } = simulated({
      beforeSend: async (given) => {
        await new Promise((resolve) => setTimeout(resolve, given.event === 'Event 0' ? 10 : 0));
        return given;
      },
    });
    for (let n = 0; n < 5; n += 1) void segment.track(event(n));
    expect(await segment.flush()).toMatchObject({ delivered: 5 });
    expect(simulator.events.map((received) => received.event)).toEqual([0, 1, 2, 3, 4].map((n) => `Event ${n}`));
  });

  test('that throws keeps the event from being sent', async () => {
    const { segment, simulator } = simulated({
      beforeSend: () => {
        throw new RangeError('no consent');
      },
    });
    expect(await errorOf(segment.track(event(1)))).toMatchObject({
      kind: 'delivery',
      code: 'before_send_failed',
      message: 'track: beforeSend failed, so the event was not sent: no consent',
    });
    expect((await segment.flush()).failed).toHaveLength(1);
    expect(simulator.requests).toHaveLength(0);
  });

  test.each([undefined, 'text', true])('that returns %j forgot something, and nothing is sent', async (given) => {
    const { segment, simulator } = simulated({ beforeSend: () => given as never });
    const error = await errorOf(segment.track(event(1)));
    expect(error).toMatchObject({ code: 'before_send_failed' });
    expect(error.message).toBe(
      `track: beforeSend failed, so the event was not sent: it returned ${typeof given} (the event expected, or null to drop it)`,
    );
    expect(simulator.requests).toHaveLength(0);
  });

  test('cannot change the id or type, nor make an event too large or unfit', async () => {
    const { segment, simulator } = simulated({
      beforeSend: (given) => {
        if (given.event === 'Event 2') return { ...given, text: 'x'.repeat(40_000) };
        return given.event === 'Event 3' ? { ...given, big: 1n } : { ...given, type: 'page', messageId: 'other' };
      },
    });
    const { messageId } = await segment.track(event(1));
    expect(simulator.events[0]).toMatchObject({ type: 'track', messageId });
    expect(await errorOf(segment.track(event(2)))).toMatchObject({ code: 'event_too_large' });
    expect(await errorOf(segment.track(event(3)))).toMatchObject({ code: 'before_send_failed' });
  });
});

describe('plugins', () => {
  test('are objects with hooks and run after the client’s own, in order', async () => {
    const add = (letter: string) => ({
      beforeSend: (given: { readonly path?: string }) => ({ ...given, path: (given.path ?? '') + letter }),
    });
    const { segment, simulator } = simulated({
      ...(add('a') as object),
      plugins: [add('b') as object, { name: 'none' }, add('c') as object],
    });
    await segment.track(event(1));
    expect(simulator.events[0]?.body.path).toBe('abc');
  });
});

describe('onError', () => {
  test('learns of every event that was not delivered, once', async () => {
    const seen: [SegmentError, unknown][] = [];
    const { segment, simulator } = simulated({ maxRetries: 0, onError: (...args) => void seen.push(args) });
    simulator.inject({ status: 503 });
    void segment.track({ event: '' } as never);
    void segment.track(event(1));
    await segment.flush();
    expect(seen.map(([error]) => error.code)).toEqual(['invalid_input', 'not_delivered']);
    expect(seen[0]?.[1]).toEqual({ event: '' });
    expect(seen[1]?.[1]).toMatchObject({ type: 'track', event: 'Event 1' });
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('mine');
      },
    ],
    ['rejects', () => Promise.reject(new Error('mine'))],
  ])('that %s disturbs nothing', async (_, onError) => {
    const { segment, simulator } = simulated({ maxRetries: 0, onError });
    simulator.inject({ status: 503 });
    void segment.track(event(1));
    expect((await segment.flush()).failed).toHaveLength(1);
    await segment.track(event(2));
  });
});

test('onRequest and onResponse see every attempt, without credentials', async () => {
  const requests: RequestReport[] = [];
  const responses: ResponseReport[] = [];
  const { segment, simulator } = simulated({
    writeKey: 'secret-key',
    onRequest: (request) => void requests.push(request),
    onResponse: (response) => void responses.push(response),
  });
  simulator.inject({ status: 503 });
  await segment.track(event(1));
  expect(requests.map(({ attempt }) => attempt)).toEqual([0, 1]);
  expect(requests[1]).toMatchObject({
    operation: 'batch',
    method: 'POST',
    url: 'https://api.segment.io/v1/batch',
    headers: { authorization: '[redacted]', 'x-retry-count': '1' },
  });
  expect(responses.map(({ status }) => status)).toEqual([503, 200]);
  expect(responses[1]?.ms).toBeGreaterThanOrEqual(0);
});

test('an axios instance of the user’s own keeps its interceptors, and one that reads the answer does no harm', async () => {
  const simulator = createSimulator();
  const instance = axios.create({
    adapter: simulator.adapter,
    timeout: 1,
    baseURL: 'https://elsewhere.example.com',
    validateStatus: () => false,
  });
  instance.interceptors.request.use((config) => {
    config.headers.set('X-Trace', 'trace-1');
    return config;
  });
  instance.interceptors.response.use((response) => ({
    ...response,
    data: JSON.parse(String(response.data)) as unknown,
  }));
  const segment = clientOf(simulator, { axios: instance });
  await segment.track(event(1));
  expect(await segment.getWorkspace({ slug: 'my-workspace' })).toMatchObject({ name: 'My Workspace' });
  expect(simulator.requests.map(({ headers }) => headers['x-trace'])).toEqual(['trace-1', 'trace-1']);
});

test('requests of both APIs name the library', async () => {
  const { segment, simulator } = simulated();
  await segment.track(event(1));
  await segment.getCurrentUser();
  for (const { headers } of simulator.requests) expect(headers['user-agent']).toMatch(/^moonwire-segment-sdk\/\d/);
  expect(simulator.requests.length).toBeGreaterThan(1);
});
