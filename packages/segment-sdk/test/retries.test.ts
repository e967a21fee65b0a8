import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, test } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { startSimulatorServer } from '../src/simulator-server.js';
import { errorOf, event, server, simulated } from './setup.js';

const ids = (body: string): string[] =>
  (JSON.parse(body) as { batch: { messageId: string }[] }).batch.map(({ messageId }) => messageId);

describe('what is retried', () => {
  test.each([408, 410, 429, 460, 500, 502, 503, 504, 529])(
    'a %i is, with the same message ids, a new sentAt and X-Retry-Count',
    async (status) => {
      const { segment, simulator } = simulated();
      simulator.inject({ status });
      simulator.inject({ status });
      await segment.track(event(1));
      const [first, second, third] = simulator.requests;
      expect(simulator.requests).toHaveLength(3);
      expect(ids(first?.body ?? '')).toEqual(ids(third?.body ?? ''));
      expect([first, second, third].map((request) => request?.headers['x-retry-count'])).toEqual([undefined, '1', '2']);
      expect(simulator.events).toHaveLength(1);
    },
  );

  test.each([301, 302, 307, 401, 403, 404, 422, 501, 505, 511])('a %i is not', async (status) => {
    const { segment, simulator } = simulated();
    simulator.inject({ status, headers: { location: 'https://elsewhere.example.com/' } });
    const error = await errorOf(segment.track(event(1)));
    expect(error).toMatchObject({ status, retryable: false, operation: 'track' });
    expect(simulator.requests).toHaveLength(1);
  });

  test('dropped connections are, and what was accepted before the drop counts once', async () => {
    const { segment, simulator } = simulated();
    simulator.inject({ drop: 'before' });
    simulator.inject({ drop: 'after' });
    await segment.track(event(1));
    expect(simulator.requests).toHaveLength(3);
    expect(simulator.events).toHaveLength(1);
    expect(simulator.duplicates).toBe(1);
  });

  test('hope ends at maxRetries', async () => {
    const { segment, simulator } = simulated({ maxRetries: 2 });
    simulator.inject({ status: 503, times: Infinity, headers: { 'x-request-id': 'r-1' } });
    expect(await errorOf(segment.track(event(1)))).toMatchObject({
      kind: 'delivery',
      code: 'not_delivered',
      status: 503,
      retryable: true,
      requestId: 'r-1',
      message: 'track: not delivered: refused (503): no reason given',
    });
    expect(simulator.requests).toHaveLength(3);
  });

  test('hope ends at maxRetryMs', async () => {
    const { segment, simulator } = simulated({ maxRetryMs: 500 });
    simulator.inject({ status: 429, headers: { 'retry-after': '1' }, times: Infinity });
    expect(await errorOf(segment.track(event(1)))).toMatchObject({ code: 'not_delivered', status: 429 });
    expect(simulator.requests).toHaveLength(1);
  });
});

test('a batch without hope does not take the others with it', async () => {
  const { segment, simulator } = simulated({ flushAt: 1, maxBatchEvents: 1, maxRetries: 0 });
  simulator.inject({ status: 503, on: ({ body }) => String(body).includes('"Event 1"'), times: Infinity });
  for (let n = 0; n < 10; n += 1) void segment.track(event(n));
  const { delivered, failed } = await segment.flush();
  expect([delivered, failed.map(({ event: lost }) => (lost as { event: string }).event)]).toEqual([9, ['Event 1']]);
});

describe('a server that asks for patience', () => {
  const waited = async (status: number, headers: Readonly<Record<string, string>>, body = ''): Promise<number> => {
    const { segment, simulator } = simulated({ flushAt: 1 });
    simulator.inject({ status, headers, body });
    const started = performance.now();
    await segment.track(event(1));
    expect(simulator.requests).toHaveLength(2);
    return performance.now() - started;
  };

  test.each<[string, number, Record<string, string>]>([
    ['Retry-After in seconds', 429, { 'retry-after': '0.2' }],
    ['Retry-After on a 503', 503, { 'retry-after': '0.2' }],
    ['Retry-After on a 529', 529, { 'retry-after': '0.2' }],
    [
      'Retry-After as a date, by the clock of the server',
      429,
      { 'retry-after': 'Wed, 21 Oct 2037 07:28:01 GMT', date: 'Wed, 21 Oct 2037 07:28:00 GMT' },
    ],
    ['X-RateLimit-Reset in seconds', 429, { 'x-ratelimit-reset': '0.2' }],
    [
      'X-RateLimit-Reset as a date',
      429,
      { 'x-ratelimit-reset': 'Wed, 21 Oct 2037 07:28:01 GMT', date: 'Wed, 21 Oct 2037 07:28:00 GMT' },
    ],
  ])('%s is obeyed', async (_, status, headers) => {
    expect(await waited(status, headers)).toBeGreaterThanOrEqual(199);
  });

  test.each<[string, (soon: number) => Record<string, string>]>([
    ['Retry-After as a date', (soon) => ({ 'retry-after': new Date(soon * 1_000).toUTCString() })],
    ['X-RateLimit-Reset as a Unix time', (soon) => ({ 'x-ratelimit-reset': String(soon) })],
  ])('%s is obeyed, by the own clock where the server tells none', async (_, headersOf) => {
    // Both have whole seconds: between one and two from now, and a pause of its own would be a tenth of one.
    const soon = Math.floor(Date.now() / 1_000) + 2;
    await waited(429, headersOf(soon));
    expect(Date.now()).toBeGreaterThanOrEqual(soon * 1_000 - 50);
  });

  test.each(['', 'soon', '-5', 'NaN'])('a Retry-After of %j counts as none', async (value) => {
    await waited(503, { 'retry-after': value });
  });

  test('msBeforeNext of the Public API is obeyed', async () => {
    const body = '{"errors":[{"type":"too-many-requests","data":{"msBeforeNext":200}}]}';
    expect(await waited(429, {}, body)).toBeGreaterThanOrEqual(199);
  });

  test('holds back all batches, not only the refused one', async () => {
    const { segment, simulator } = simulated({ flushAt: 1, maxBatchEvents: 1 });
    simulator.inject({ status: 429, headers: { 'retry-after': '0.3' } });
    const started = performance.now();
    const first = segment.track(event(1, 'a'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    await segment.track(event(2, 'b'));
    expect(performance.now() - started).toBeGreaterThanOrEqual(299);
    await first;
  });

  test('does not use up the retries', async () => {
    const { segment, simulator } = simulated({ maxRetries: 1 });
    simulator.inject({ status: 429, headers: { 'retry-after': '1' }, times: 3 });
    await segment.track(event(1));
    expect(simulator.requests).toHaveLength(4);
  });

  test('does not decide for longer than five minutes', async () => {
    const { segment, simulator } = simulated({ maxRetryMs: 299_000 });
    simulator.inject({ status: 429, headers: { 'retry-after': '99999999' } });
    // The hold is capped at 300 s, which is beyond this ceiling, so the event fails at once instead of in three years.
    expect(await errorOf(segment.track(event(1)))).toMatchObject({ code: 'not_delivered' });
  });
});

describe('a batch that is refused', () => {
  test('as too large is halved down to the event that is', async () => {
    const { segment, simulator } = simulated();
    simulator.inject({ status: 413, on: ({ body }) => String(body).includes('"Event 5"'), times: Infinity });
    for (let n = 0; n < 16; n += 1) void segment.track(event(n));
    const { delivered, failed } = await segment.flush();
    expect(delivered).toBe(15);
    expect(failed).toMatchObject([
      { event: { event: 'Event 5' }, error: { code: 'api_error', status: 413, operation: 'track' } },
    ]);
    expect(simulator.events.map(({ event: name }) => name)).toEqual(
      [0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15].map((n) => `Event ${n}`),
    );
  });

  test('as malformed costs a bounded number of requests', async () => {
    const { segment, simulator } = simulated({ maxBatchEvents: 2_500 });
    simulator.inject({ status: 400, times: Infinity });
    for (let n = 0; n < 1_000; n += 1) void segment.track(event(n));
    expect((await segment.flush()).failed).toHaveLength(1_000);
    expect(simulator.requests.length).toBeLessThan(150);
  });
});

describe('a real server', () => {
  let stop: (() => Promise<void>) | undefined;
  afterEach(async () => {
    await stop?.();
  });

  const clientOf = (url: string) =>
    createSegment({
      writeKey: 'key',
      apiToken: 'sgp_simulator',
      trackingUrl: url,
      publicApiUrl: url,
      flushAt: 1,
      maxRetries: 1,
      timeoutMs: 100,
    });

  test('that accepts and never answers times out', async () => {
    const { url, close } = await server(() => undefined);
    stop = close;
    const error = await errorOf(clientOf(url).track(event(1)));
    expect(error).toMatchObject({ kind: 'delivery', code: 'not_delivered' });
    expect(error.message).toMatch(
      /^track: not delivered: no answer from 127\.0\.0\.1:\d+ within 100 ms \(timeoutMs\)$/,
    );
    expect(await errorOf(clientOf(url).getCurrentUser())).toMatchObject({
      kind: 'network',
      code: 'timeout',
      retryable: true,
    });
  });

  test('that answers HTML is no Segment', async () => {
    const { url, close } = await server((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'),
    );
    stop = close;
    expect((await errorOf(clientOf(url).track(event(1)))).message).toBe(
      'track: not delivered: refused (200): an HTML page came back; is the URL right?',
    );
    expect((await errorOf(clientOf(url).getCurrentUser())).message).toContain('an HTML page came back');
  });

  test.each([
    ['with its headers', []],
    ['before its body', ['']],
    ['in the middle of its body', ['{"data":']],
    ['after a body that is JSON as it stands', ['{"success":true}']],
    ['after two pieces', ['{"da', 'ta":']],
  ])('whose answer breaks off %s gave none', async (_, pieces) => {
    const breakOff = async (response: ServerResponse): Promise<void> => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.flushHeaders();
      for (const piece of pieces) await new Promise((written) => response.write(piece, written));
      response.destroy();
    };
    const { url, close } = await server((__, response) => void breakOff(response));
    stop = close;
    expect(await errorOf(clientOf(url).track(event(1)))).toMatchObject({ code: 'not_delivered' });
    expect(await errorOf(clientOf(url).getCurrentUser())).toMatchObject({ kind: 'network', code: 'network_error' });
  });

  test('that redirects is not followed', async () => {
    const methods: string[] = [];
    const { url, close } = await server((request, response) => {
      methods.push(request.method ?? '');
      response.writeHead(301, { location: '/elsewhere' }).end();
    });
    stop = close;
    expect(await errorOf(clientOf(url).track(event(1)))).toMatchObject({
      status: 301,
      message: 'track: refused (301): no reason given; redirects are not followed, check the URL',
    });
    expect(methods).toEqual(['POST']);
  });

  test('that is the simulator, over gzip, in both directions', async () => {
    const { url, simulator, close } = await startSimulatorServer();
    stop = close;
    const segment = createSegment({
      writeKey: 'key',
      apiToken: 'sgp_simulator',
      trackingUrl: url,
      publicApiUrl: url,
      gzip: true,
      flushAt: 1,
    });
    await segment.track(event(1));
    expect(simulator.requests[0]?.headers['content-encoding']).toBe('gzip');
    expect(await segment.getWorkspace({ slug: 'my-workspace' })).toMatchObject({ name: 'My Workspace' });
  });

  test('whose name does not resolve', async () => {
    const error = await errorOf(clientOf('http://no-such-host.invalid').getCurrentUser());
    expect(error).toMatchObject({ kind: 'network', code: 'network_error', retryable: true });
    expect(error.message).toMatch(/^get_current_user: could not reach no-such-host\.invalid: .*(ENOTFOUND|EAI_AGAIN)/);
  });

  test('that does not speak TLS', async () => {
    const { url, close } = await server((_, response) => response.end());
    stop = close;
    const error = await errorOf(clientOf(url.replace('http:', 'https:')).getCurrentUser());
    expect(error).toMatchObject({ kind: 'network', code: 'network_error' });
    expect(error.message).toContain('could not reach 127.0.0.1');
  });

  test('whose certificate nobody vouches for', async () => {
    const pem = (name: string) => readFileSync(`test/fixtures/self-signed.${name}.pem`);
    const secure = createServer({ key: pem('key'), cert: pem('cert') }, (_, response) => response.end());
    await new Promise<void>((resolve) => secure.listen(0, '127.0.0.1', resolve));
    stop = () =>
      new Promise((resolve) =>
        secure.close(() => {
          resolve();
        }),
      );
    const url = `https://127.0.0.1:${(secure.address() as AddressInfo).port}`;
    const error = await errorOf(clientOf(url).track(event(1)));
    expect(error).toMatchObject({ kind: 'delivery', code: 'not_delivered', retryable: true });
    expect(error.message).toContain('self-signed certificate');
  });

  test('that is not there', async () => {
    const { url, close } = await server(() => undefined);
    await close();
    expect((await errorOf(clientOf(url).getCurrentUser())).message).toContain('ECONNREFUSED');
  });
});

test('a clock that goes backwards delays nothing', async () => {
  const { segment, simulator } = simulated({ flushAt: 1 });
  const now = Date.now;
  simulator.inject({ status: 429, headers: { 'retry-after': '0.05' } });
  try {
    const call = segment.track(event(1));
    Date.now = () => now() - 86_400_000;
    await call;
  } finally {
    Date.now = now;
  }
  expect(simulator.events).toHaveLength(1);
});
