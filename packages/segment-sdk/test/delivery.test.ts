import { describe, expect, test } from '@jest/globals';

import type { SegmentOptions } from '../src/index.js';
import { errorOf, event, simulated, thrownBy } from './setup.js';

const slow = { on: 'tracking', latencyMs: 15, times: Infinity } as const;

const batches = (requests: readonly { readonly body: string }[]): number[] =>
  requests.map(({ body }) => (JSON.parse(body) as { batch: unknown[] }).batch.length);

describe('a call', () => {
  test('resolves with a receipt when Segment has accepted the event', async () => {
    const { segment, simulator } = simulated();
    const receipt = await segment.track({ ...event(1), messageId: 'm-1' });
    expect(receipt).toEqual({ messageId: 'm-1', status: 'delivered' });
    expect(simulator.events[0]).toMatchObject({ messageId: 'm-1', writeKey: 'key', type: 'track' });
  });

  test('carries its options and the library to the wire', async () => {
    const { segment, simulator } = simulated();
    const at = new Date('2026-04-05T12:00:00Z');
    await segment.page({
      name: 'Home',
      userId: 'u',
      anonymousId: 'a',
      timestamp: at,
      context: { ip: '1.2.3.4' },
      integrations: { All: true },
    });
    expect(simulator.events[0]?.body).toEqual({
      type: 'page',
      name: 'Home',
      properties: {},
      userId: 'u',
      anonymousId: 'a',
      messageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timestamp: '2026-04-05T12:00:00.000Z',
      context: { ip: '1.2.3.4', library: { name: '@moonwire/segment-sdk', version: expect.any(String) } },
      integrations: { All: true },
    });
  });

  test('needs nobody to await it', async () => {
    const { segment, simulator } = simulated({ maxRetries: 0 });
    simulator.inject({ status: 503, times: Infinity });
    void segment.track(event(1));
    void segment.track({ userId: 'u' } as never);
    const report = await segment.flush();
    await new Promise((resolve) => setImmediate(resolve));
    expect(report.failed.map(({ error }) => error.code).sort()).toEqual(['invalid_input', 'not_delivered']);
  });

  test('gives a promise like any other', async () => {
    const { segment, simulator } = simulated({ maxRetries: 0 });
    const good = segment.track({ ...event(1), messageId: 'm-1' });
    expect(good).toBeInstanceOf(Promise);
    expect(Object.prototype.toString.call(good)).toBe('[object Promise]');
    const receipt = { messageId: 'm-1', status: 'delivered' };
    expect(
      await Promise.all([good, good.then(({ status }) => status), good.finally(() => 0), good.catch(() => 0)]),
    ).toEqual([receipt, 'delivered', receipt, receipt]);
    expect(await good).toBe(await good);
    simulator.inject({ status: 503 });
    const bad = segment.track(event(2));
    expect(await bad.catch(() => 'caught')).toBe('caught');
    await expect(bad.finally(() => 0)).rejects.toThrow('not delivered');
    expect(await Promise.allSettled([bad, Promise.race([bad])])).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
  });

  test('keeps a receipt, or a failure, for who asks when all is over', async () => {
    const { segment, simulator } = simulated({ maxRetries: 0 });
    const [delivered, lost] = [segment.track(event(1)), segment.track(event(2))];
    await segment.flush();
    expect(await delivered).toMatchObject({ status: 'delivered' });
    simulator.inject({ status: 400, times: Infinity });
    const refused = segment.track(event(3));
    await segment.close();
    await expect(refused).rejects.toMatchObject({ status: 400 });
    await expect(Promise.all([delivered, lost, delivered])).resolves.toHaveLength(3);
  });

  test.each(['m', '"', 'a\\"b\\', 'ü🚀', 'line\nfeed'])('carries the id %j as it was given', async (messageId) => {
    const { segment, simulator } = simulated();
    expect(await segment.track({ ...event(1), messageId })).toEqual({ messageId, status: 'delivered' });
    expect(simulator.events[0]?.messageId).toBe(messageId);
  });

  test('of the same moment has members of its own', async () => {
    const { segment, simulator } = simulated();
    const timestamp = '2026-01-01T00:00:00.000Z';
    void segment.track({ event: 'bare', userId: 'u' });
    void segment.track({ event: 'own time', userId: 'u', timestamp });
    void segment.track({ event: 'own context', userId: 'u', context: { ip: '1.1.1.1' } });
    void segment.track({ event: 'own properties', userId: 'u', properties: { a: 1 } });
    void segment.identify({ userId: 'u' });
    void segment.identify({ userId: 'u', traits: { b: 2 } });
    void segment.alias({ userId: 'u', previousId: 'v' });
    await segment.close();
    const library = { name: '@moonwire/segment-sdk', version: expect.any(String) };
    const common = { messageId: expect.any(String), timestamp: expect.any(String), userId: 'u', context: { library } };
    expect(simulator.events.map(({ body }) => body)).toEqual([
      { ...common, type: 'track', event: 'bare', properties: {} },
      { ...common, type: 'track', event: 'own time', properties: {}, timestamp },
      { ...common, type: 'track', event: 'own context', properties: {}, context: { library, ip: '1.1.1.1' } },
      { ...common, type: 'track', event: 'own properties', properties: { a: 1 } },
      { ...common, type: 'identify', traits: {} },
      { ...common, type: 'identify', traits: { b: 2 } },
      { ...common, type: 'alias', previousId: 'v' },
    ]);
  });

  test('enqueue tells the id at once and throws what is wrong with the call', async () => {
    const { segment } = simulated();
    const { messageId, delivered } = segment.enqueue('track', event(1));
    expect(await delivered).toEqual({ messageId, status: 'delivered' });
    expect(thrownBy(() => segment.enqueue('track', { event: 'E' }))).toMatchObject({ code: 'invalid_input' });
    expect(await segment.flush()).toMatchObject({ delivered: 1, failed: [] });
  });
});

describe('batching', () => {
  test('sends at flushAt events without waiting', async () => {
    const { segment, simulator } = simulated({ flushAt: 3, flushIntervalMs: 60_000 });
    await Promise.all([1, 2, 3].map((n) => segment.track(event(n, `u${n}`))));
    expect(batches(simulator.requests)).toEqual([3]);
  });

  test('sends after flushIntervalMs at the latest', async () => {
    const { segment, simulator } = simulated({ flushAt: 100, flushIntervalMs: 5 });
    await segment.track(event(1));
    expect(batches(simulator.requests)).toEqual([1]);
  });

  test('keeps every request below 480 KB and maxBatchEvents', async () => {
    const { segment, simulator } = simulated({ maxBatchEvents: 2_500 });
    for (let n = 0; n < 40; n += 1)
      void segment.track({ event: 'E', userId: `u${n}`, properties: { text: '€'.repeat(10_000) } });
    for (let n = 0; n < 6_000; n += 1) void segment.track(event(n, `u${n}`));
    expect(await segment.flush()).toMatchObject({ delivered: 6_040, failed: [] });
    for (const { body } of simulator.requests) expect(Buffer.byteLength(body)).toBeLessThan(480 * 1024);
    expect(Math.max(...batches(simulator.requests))).toBeLessThanOrEqual(2_500);
  });

  test('has at most maxInFlight requests at a time', async () => {
    const { segment, simulator } = simulated({ flushAt: 1, maxBatchEvents: 1, maxInFlight: 3 });
    let now = 0;
    let most = 0;
    simulator.inject({
      ...slow,
      on: () => {
        now += 1;
        most = Math.max(most, now);
        return true;
      },
    });
    const done = (): void => {
      now -= 1;
    };
    for (let n = 0; n < 20; n += 1) void segment.track(event(n, `u${n}`)).then(done);
    await segment.flush();
    expect(most).toBe(3);
  });

  test('keeps the order of each user', async () => {
    const { segment, simulator } = simulated({ flushAt: 2, maxBatchEvents: 3 });
    for (let n = 0; n < 30; n += 1) simulator.inject({ latencyMs: (n * 7) % 20 });
    for (let n = 0; n < 200; n += 1) void segment.track(event(n, `u${n % 7}`));
    await segment.flush();
    for (let user = 0; user < 7; user += 1) {
      const order = simulator.events
        .filter(({ userId }) => userId === `u${user}`)
        .map(({ body }) => (body.properties as { n: number }).n);
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order.length).toBeGreaterThan(27);
    }
  });

  test('confirm sends each call on its own', async () => {
    const { segment, simulator } = simulated({ delivery: 'confirm', flushIntervalMs: 60_000 });
    await segment.track(event(1));
    await segment.identify({ userId: 'u', traits: { plan: 'pro' } });
    expect(simulator.requests.map(({ path }) => path)).toEqual(['/v1/batch', '/v1/batch']);
    expect(simulator.events.map(({ type }) => type)).toEqual(['track', 'identify']);
    expect(JSON.parse(simulator.requests[0]?.body ?? '')).toHaveProperty('sentAt');
  });

  test('gzip bodies are compressed and understood', async () => {
    const { segment, simulator } = simulated({ gzip: true });
    await segment.track(event(1));
    expect(simulator.requests[0]?.headers['content-encoding']).toBe('gzip');
    expect(simulator.events).toHaveLength(1);
  });

  test('a disabled client checks calls and sends nothing', async () => {
    const { segment, simulator } = simulated({ disable: true, writeKey: undefined });
    expect(await segment.track(event(1))).toMatchObject({ status: 'disabled' });
    expect(await errorOf(segment.track({} as never))).toMatchObject({ code: 'invalid_input' });
    expect(await segment.batch([{ type: 'track', ...event(2) }])).toMatchObject({ delivered: 0 });
    await segment.close();
    expect(simulator.requests).toHaveLength(0);
  });
});

describe('flush', () => {
  test('covers what is queued and what is in flight', async () => {
    const { segment, simulator } = simulated({ flushAt: 1 });
    simulator.inject(slow);
    void segment.track(event(1));
    await new Promise((resolve) => setImmediate(resolve));
    void segment.track(event(2));
    expect(await segment.flush()).toEqual({ delivered: 2, failed: [], dropped: 0, omitted: 0 });
    expect(simulator.events).toHaveLength(2);
  });

  test('joins a flush that is under way', async () => {
    const { segment, simulator } = simulated();
    simulator.inject(slow);
    void segment.track(event(1));
    const [first, second] = await Promise.all([segment.flush(), segment.flush()]);
    expect(first).toBe(second);
    expect(first).toMatchObject({ delivered: 1 });
  });

  test('with new events also waits for the flush before it, and reports its own', async () => {
    const { segment, simulator } = simulated({ maxInFlight: 1 });
    simulator.inject(slow);
    void segment.track(event(1));
    const first = segment.flush();
    void segment.track(event(2));
    expect(await segment.flush()).toMatchObject({ delivered: 1 });
    expect(await first).toMatchObject({ delivered: 1 });
    expect(simulator.events).toHaveLength(2);
  });

  test('inside onError does not deadlock', async () => {
    const reports: Promise<unknown>[] = [];
    const options: SegmentOptions = {
      maxRetries: 0,
      onError: () => {
        reports.push(segment.flush());
      },
    };
    const { segment, simulator } = simulated(options);
    simulator.inject({ status: 400 });
    void segment.track(event(1));
    expect((await segment.flush()).failed).toHaveLength(1);
    expect(reports).toHaveLength(1);
    await Promise.all(reports);
  });
});

describe('close', () => {
  test('flushes, then refuses; twice is once', async () => {
    const { segment, simulator } = simulated();
    void segment.track(event(1));
    const closing = segment.close();
    expect(await errorOf(segment.track(event(2)))).toMatchObject({
      kind: 'delivery',
      code: 'closed',
      message: 'track: the client is closed',
    });
    expect(segment.close()).toBe(closing);
    expect(await closing).toMatchObject({ delivered: 1 });
    expect(await errorOf(segment.track(event(3)))).toMatchObject({ code: 'closed' });
    expect(simulator.events).toHaveLength(1);
  });

  test('during a flush waits for it', async () => {
    const { segment, simulator } = simulated();
    simulator.inject(slow);
    void segment.track(event(1));
    const flushing = segment.flush();
    expect(await segment.close()).toMatchObject({ delivered: 1 });
    expect(await flushing).toMatchObject({ delivered: 1 });
  });

  test('gives up after timeoutMs and reports what was not delivered', async () => {
    const { segment, simulator } = simulated();
    simulator.inject({ hang: true, times: Infinity });
    const call = segment.track(event(1));
    const report = await segment.close({ timeoutMs: 20 });
    expect(report.failed).toMatchObject([
      { event: { event: 'Event 1' }, error: { kind: 'delivery', code: 'not_delivered' } },
    ]);
    expect(await errorOf(call)).toMatchObject({ code: 'not_delivered' });
  });

  test('gives up on a beforeSend that never answers', async () => {
    const { segment, simulator } = simulated({ beforeSend: () => new Promise(() => undefined) });
    void segment.track(event(1));
    void segment.track(event(2));
    const { failed } = await segment.close({ timeoutMs: 20 });
    expect(failed.map(({ error }) => error.message)).toEqual(
      Array(2).fill('track: not delivered: the client was closed before beforeSend had answered'),
    );
    expect(simulator.requests).toHaveLength(0);
  });

  test('is what `await using` calls', async () => {
    const { segment, simulator } = simulated();
    void segment.track(event(1));
    await segment[Symbol.asyncDispose]();
    expect(simulator.events).toHaveLength(1);
  });
});

describe('the bound of the queue', () => {
  test('refuses a call when full, reports it, and ready() says when there is room', async () => {
    const { segment, simulator } = simulated({ maxQueueBytes: 1_000 });
    simulator.inject(slow);
    const calls = Array.from({ length: 50 }, (_, n) => segment.track(event(n)).catch((error: unknown) => error));
    expect(await calls[49]).toMatchObject({ kind: 'delivery', code: 'queue_full', retryable: true });
    await segment.ready();
    await segment.track(event(50));
    const { delivered, failed } = await segment.flush();
    expect(delivered + failed.length).toBe(51);
    expect(failed.every(({ error }) => error.code === 'queue_full')).toBe(true);
  });

  test('never refuses who awaits ready(), and does not let them wait for flushAt or the timer', async () => {
    const { segment, simulator } = simulated({ maxQueueBytes: 2_000, flushIntervalMs: 600_000 });
    for (let n = 0; n < 200; n += 1) {
      await segment.ready();
      void segment.track(event(n));
    }
    expect(await segment.close()).toMatchObject({ delivered: 200, failed: [] });
    expect(simulator.events).toHaveLength(200);
  });
});

describe('batch', () => {
  function* many(count: number) {
    for (let n = 0; n < count; n += 1) yield { type: 'track' as const, ...event(n, `u${n}`) };
  }

  test('sends an iterable however long, within the bound', async () => {
    const { segment, simulator } = simulated({ maxQueueBytes: 50_000 });
    expect(await segment.batch(many(5_000))).toEqual({ delivered: 5_000, failed: [], dropped: 0, omitted: 0 });
    expect(simulator.events).toHaveLength(5_000);
  });

  test('takes an async iterable and any kind of event', async () => {
    const { segment, simulator } = simulated();
    async function* events() {
      yield { type: 'identify' as const, userId: 'u', traits: { plan: 'pro' } };
      await Promise.resolve();
      yield { type: 'alias' as const, userId: 'u', previousId: 'v' };
    }
    expect(await segment.batch(events())).toMatchObject({ delivered: 2 });
    expect(simulator.events.map(({ type }) => type)).toEqual(['identify', 'alias']);
  });

  test('reports bad events and sends the rest', async () => {
    const { segment, simulator } = simulated();
    const report = await segment.batch([
      { type: 'track', ...event(1) },
      { type: 'trakc', userId: 'u' },
      { userId: 'u' },
      null,
      { type: 'track', event: '' },
    ] as never);
    expect(report.delivered).toBe(1);
    expect(report.failed.map(({ error }) => error.message)).toEqual([
      "batch: unknown operation 'trakc'. Did you mean: track",
      "batch: missing field 'type' (one of identify, track, page, group, screen, alias expected)",
      'batch: an event with a type expected, got null',
      "track: bad field 'event' (non-empty string expected, got an empty string)",
    ]);
    expect(simulator.events).toHaveLength(1);
  });

  test.each([undefined, null, 5, 'text', {}])('needs an iterable, which %j is not', async (events) => {
    const { segment } = simulated();
    const error = await errorOf(segment.batch(events as never));
    expect(error).toMatchObject({ code: 'invalid_input' });
    expect(error.message).toMatch(/^batch: an iterable of events expected, got \w+$/);
  });

  test('passes on what the iterable throws, after sending what it gave', async () => {
    const { segment, simulator } = simulated();
    function* broken() {
      yield { type: 'track' as const, ...event(1) };
      throw new RangeError('no more rows');
    }
    await expect(segment.batch(broken())).rejects.toThrow('no more rows');
    await segment.close();
    expect(simulator.events).toHaveLength(1);
  });
});
