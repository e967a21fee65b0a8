import { createServer, type IncomingMessage, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Analytics as TheirAnalytics } from '@segment/analytics-node';

import { Analytics as OurAnalytics, type AnalyticsSettings, Context, type Plugin } from '../src/analytics-node.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

/** Where a program sends. */
interface Target {
  readonly writeKey: string;
  readonly host: string;
}

/** Programs are written for the other library; its class is what they are compiled with. */
type Class = typeof TheirAnalytics;

const OURS = OurAnalytics as unknown as Class;
const CLASSES = [
  ['@segment/analytics-node', TheirAnalytics],
  ['ours', OURS],
] as const;

let server: SimulatorServer;

beforeEach(async () => {
  server = await startSimulatorServer();
});

afterEach(async () => {
  await server.close();
});

/** What arrived, without what differs from run to run and from library to library. */
const readArrived = ({ simulator }: SimulatorServer): unknown[] =>
  simulator.events.map(({ body }) => {
    const { messageId, timestamp, context, userId, ...rest } = body as Record<string, unknown>;
    delete rest._metadata;
    const { library, ...circumstances } = context as Record<string, unknown>;
    expect([typeof messageId, typeof timestamp, typeof library]).toEqual(['string', 'string', 'object']);
    return { ...rest, ...(userId != null && { userId }), context: circumstances };
  });

/** A request handler of a shop, with a callback and a listener of errors. */
const shop = async (Analytics: Class, target: Target): Promise<unknown[]> => {
  const told: unknown[] = [];
  const analytics = new Analytics({ ...target, flushAt: 1 });
  analytics.on('error', ({ code }) => told.push(code));
  for (const order of [1, 2, 3])
    await new Promise<void>((resolve) => {
      analytics.track(
        { userId: `user-${order}`, event: 'Order Completed', properties: { order, at: new Date(0), rate: NaN } },
        (error, context) => {
          told.push([error, context?.event.type, context?.event.event]);
          resolve();
        },
      );
    });
  await analytics.closeAndFlush();
  return told;
};

/** A website that renders on the server: pages by category, without a name, for visitors nobody knows yet. */
const website = async (Analytics: Class, target: Target): Promise<unknown[]> => {
  const told: unknown[] = [];
  const { page, screen, identify, alias, on, closeAndFlush } = bindAll(new Analytics(target));
  for (const name of ['page', 'screen', 'identify', 'alias'] as const) on(name, ({ event }) => told.push(event.type));
  page({ anonymousId: 'visitor', category: 'Docs' });
  page({ anonymousId: 'visitor', category: 'Docs', name: 'Install', properties: { path: '/install' } });
  page({ userId: null as never, anonymousId: 'visitor', name: 'Pricing' });
  screen({ anonymousId: 'visitor', category: 'Cart' });
  identify({ userId: 'user', traits: { plan: 'pro' }, context: { ip: '8.8.8.8', locale: 'de-CH' } });
  alias({ userId: 'user', previousId: 'visitor' });
  await closeAndFlush({ timeout: 5_000 });
  return told.sort();
};

/** The methods by themselves, as programs take them. */
const bindAll = (analytics: TheirAnalytics) => {
  const take = <Name extends keyof TheirAnalytics>(name: Name) => Reflect.get(analytics, name) as TheirAnalytics[Name];
  return {
    page: take('page'),
    screen: take('screen'),
    identify: take('identify'),
    alias: take('alias'),
    closeAndFlush: take('closeAndFlush'),
    on: analytics.on.bind(analytics),
  };
};

const OLDER_NAME = { maxEventsInBatch: 50 };

/** A job that sends what lies in a table, with its own times and ids, and flushes now and then. */
const nightly = async (Analytics: Class, target: Target): Promise<unknown[]> => {
  const analytics = new Analytics({ ...target, ...OLDER_NAME, flushInterval: 60_000 });
  let drained = 0;
  analytics.on('drained', () => (drained += 1));
  for (let row = 0; row < 120; row += 1) {
    analytics.group({ userId: `user-${row}`, groupId: 'org', traits: { seats: row }, messageId: `row-${row}` });
    if (row % 60 === 59) await analytics.flush();
  }
  await analytics.closeAndFlush();
  return [drained];
};

/** Plugins: one changes, one cancels, one looks on, one comes late. */
const plugged = async (Analytics: Class, target: Target): Promise<unknown[]> => {
  const told: unknown[] = [];
  const analytics = new Analytics(target);
  const basics = { version: '1', isLoaded: () => true, load: () => Promise.resolve() };
  analytics.on('register', (names) => told.push(...names.filter((name) => name !== 'Segment.io')));
  analytics.on('error', ({ code }) => told.push(code));
  await analytics.register(
    {
      ...basics,
      name: 'enrich',
      type: 'enrichment',
      track: (context) => {
        context.updateEvent('properties.region', 'eu');
        context.updateEvent('context.app.name', 'shop');
        return context;
      },
    },
    {
      ...basics,
      name: 'guard',
      type: 'before',
      track: (context) => {
        if (context.event.event === 'Secret') throw new Error('not this one');
        return context;
      },
    },
  );
  analytics.track({ userId: 'user', event: 'Seen', properties: { n: 1 } });
  await analytics.flush();
  await analytics.deregister('enrich');
  analytics.track({ userId: 'user', event: 'Plain' });
  await analytics.closeAndFlush();
  return told.sort();
};

/** A client of one's own, a path of one's own, every request looked at, and a call after the end. */
const gateway = async (Analytics: Class, target: Target): Promise<unknown[]> => {
  const told: unknown[] = [];
  const analytics = new Analytics({
    ...target,
    path: '/v1/batch?by=gateway',
    httpClient: async (url, { method, headers, body, signal }) => {
      told.push(`fetch ${new URL(url).search}`);
      return fetch(url, { method, headers, body, signal: signal as AbortSignal });
    },
  });
  analytics.on('http_request', ({ url, method, body }) => {
    const { batch } = JSON.parse(body) as { batch: unknown[] };
    told.push(`request ${method} ${new URL(url).search} ${batch.length}`);
  });
  analytics.on('call_after_close', ({ type }) => told.push(`late ${type}`));
  await analytics.ready;
  analytics.track({ userId: 'user', event: 'Through the gateway' });
  await analytics.closeAndFlush();
  analytics.track({ userId: 'user', event: 'Late' });
  return told.sort();
};

describe('a program written for @segment/analytics-node sends and is told the same', () => {
  test.each([
    ['shop', shop, 3],
    ['website', website, 6],
    ['nightly', nightly, 120],
    ['plugged', plugged, 2],
    ['gateway', gateway, 1],
  ])('%s', async (_, program, count) => {
    const outcomes: unknown[] = [];
    for (const [, Class] of CLASSES) {
      const target = await startSimulatorServer();
      const told = await program(Class, { writeKey: 'key', host: target.url });
      outcomes.push({ told, arrived: readArrived(target) });
      await target.close();
    }
    const [theirs, ours] = outcomes as { arrived: unknown[] }[];
    expect(theirs?.arrived).toHaveLength(count);
    expect(ours).toEqual(theirs);
  });

  test.each([
    ['nobody', { event: 'E' }],
    ['a number for a user', { userId: 42, event: 'E' }],
    ['no event', { userId: 'user' }],
    ['properties that are no object', { userId: 'user', event: 'E', properties: 'none' }],
    ['a messageId that is no text', { userId: 'user', event: 'E', messageId: 7 }],
  ])('both throw at a track with %s', async (_, params) => {
    for (const [, Class] of CLASSES) {
      const analytics = new Class({ writeKey: 'key', host: server.url });
      expect(() => {
        analytics.track(params as never);
      }).toThrow();
      await analytics.closeAndFlush();
    }
    expect(() => new OURS({ writeKey: '' })).toThrow('writeKey is missing');
  });
});

describe('the class of ours', () => {
  const start = (settings: Partial<AnalyticsSettings> = {}) =>
    new OurAnalytics({ writeKey: 'key', host: server.url, ...settings });

  test('takes a day, a time without an offset and a number of milliseconds for moments', async () => {
    const analytics = start();
    for (const timestamp of ['2024-02-03', '2024-02-03T04:05:06', 1_706_933_106_000, new Date(0)])
      analytics.track({ userId: 'user', event: 'E', timestamp });
    await analytics.closeAndFlush();
    expect(server.simulator.events.map(({ body }) => body.timestamp)).toEqual([
      '2024-02-03T00:00:00.000Z',
      '2024-02-03T04:05:06Z',
      '2024-02-03T04:05:06.000Z',
      '1970-01-01T00:00:00.000Z',
    ]);
  });

  test('reports what it cannot send by its events, and sends the rest', async () => {
    const analytics = start();
    const failures: string[] = [];
    analytics.on('error', ({ code, reason, ctx }) => {
      failures.push(`${code} ${(reason as { code: string }).code} ${String(ctx?.event.event)}`);
    });
    analytics.track({ userId: 'user', event: 'Long', properties: { text: 'x'.repeat(40_000) } });
    analytics.track({ userId: 'user', event: 'Never', timestamp: 'tomorrow' });
    analytics.track({ userId: 'user', event: 'Huge', properties: { n: 1n } });
    analytics.track({ userId: 'user', event: 'Fine', properties: { map: new Map([[1, 2]]) } });
    await analytics.closeAndFlush();
    expect(failures.sort()).toEqual([
      'delivery_failure event_too_large Long',
      'delivery_failure invalid_input Never',
      'delivery_failure undefined Huge',
    ]);
    expect(server.simulator.events.map(({ event }) => event)).toEqual(['Fine']);
  });

  test('loses nothing in an outage that three retries would not outlast at once', async () => {
    const analytics = start({ maxRetries: 3, flushAt: 10 });
    for (let n = 0; n < 3; n += 1) server.simulator.inject({ status: 503 });
    for (let n = 0; n < 10; n += 1) analytics.track({ userId: 'user', event: `E${n}` });
    await analytics.closeAndFlush();
    expect(server.simulator.events).toHaveLength(10);
  });

  test('shows no credential to its listeners', async () => {
    const analytics = start({ writeKey: 'a-secret-write-key' });
    const shown: unknown[] = [];
    analytics.on('http_request', (request) => shown.push(request));
    analytics.on('http_response', (response) => shown.push(response));
    analytics.track({ userId: 'user', event: 'E' });
    await analytics.closeAndFlush();
    expect(shown).toHaveLength(2);
    const text = JSON.stringify(shown);
    expect(text).not.toContain('a-secret-write-key');
    expect(text).not.toContain(Buffer.from('a-secret-write-key:').toString('base64'));
  });

  test('speaks to a client with makeRequest, which may be anything that sends', async () => {
    const analytics = start({
      httpClient: {
        makeRequest: ({ url, method, headers, body, httpRequestTimeout }) =>
          new Promise((resolve, reject) => {
            const sent = httpRequest(
              url,
              { method, headers, timeout: httpRequestTimeout },
              (answer: IncomingMessage) => {
                answer.resume();
                resolve({ status: answer.statusCode ?? 0, statusText: '', headers: answer.headers });
              },
            );
            sent.on('error', reject).end(body);
          }),
      },
    });
    analytics.track({ userId: 'user', event: 'E' });
    await analytics.closeAndFlush();
    expect(server.simulator.events).toHaveLength(1);
  });

  test('ends in time when it is closed and nobody answers', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const analytics = start({ host: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` });
    const failures: unknown[] = [];
    const failed = new Promise<void>((resolve) => {
      analytics.on('error', ({ code }) => {
        failures.push(code);
        resolve();
      });
    });
    analytics.track({ userId: 'user', event: 'E' });
    await analytics.closeAndFlush({ timeout: 50 });
    await failed;
    expect(failures).toEqual(['delivery_failure']);
    silent.closeAllConnections();
    silent.close();
  });

  test('gives destinations and what comes after them the event as it was sent', async () => {
    const seen: unknown[] = [];
    const look = (type: 'destination' | 'after'): Plugin => ({
      name: type,
      type,
      isLoaded: () => true,
      load: () => Promise.resolve(),
      track: (context) => {
        seen.push([type, context.event.event, typeof context.event.messageId, context instanceof Context]);
        throw new Error('a destination that fails costs nobody else anything');
      },
    });
    const analytics = start();
    await analytics.register(look('destination'), look('after'));
    analytics.track({ userId: 'user', event: 'E' });
    await analytics.closeAndFlush();
    expect(seen).toEqual([
      ['destination', 'E', 'string', true],
      ['after', 'E', 'string', true],
    ]);
    expect(server.simulator.events).toHaveLength(1);
  });
});
