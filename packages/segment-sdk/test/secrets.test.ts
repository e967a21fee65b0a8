import { inspect } from 'node:util';

import { expect, test } from '@jest/globals';
import axios from 'axios';

import { createSegment } from '../src/index.js';
import { createSimulator } from '../src/simulator.js';
import { errorOf, event, server, simulated } from './setup.js';

const WRITE_KEY = 'canary-write-key';
const API_TOKEN = 'canary-api-token';
const shown = (value: unknown): string =>
  [
    inspect(value, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(value),
    String(value),
    value instanceof Error ? (value.stack ?? '') : '',
  ].join('\n');

const expectClean = (value: unknown): void => {
  for (const secret of [WRITE_KEY, API_TOKEN, btoa(`${WRITE_KEY}:`)]) expect(shown(value)).not.toContain(secret);
};

test('neither the client nor what it returns shows a credential', async () => {
  const { segment } = simulated({ writeKey: WRITE_KEY });
  expectClean(segment);
  const enqueued = segment.enqueue('track', event(1));
  expectClean(enqueued);
  expectClean(await enqueued.delivered);
  expectClean(await segment.flush());
});

test('no error shows a credential, not even one the server repeats', async () => {
  const { url, close } = await server((request, response) => {
    const message = `bad credential ${String(request.headers.authorization)} ${API_TOKEN} ${WRITE_KEY}`;
    response
      .writeHead(request.url === '/users' ? 403 : 401, { 'content-type': 'application/json' })
      .end(JSON.stringify({ errors: [{ type: 'x', message }] }));
  });
  const seen: unknown[] = [];
  const record = (value: unknown): void => void seen.push(value);
  const segment = createSegment({
    writeKey: WRITE_KEY,
    apiToken: API_TOKEN,
    trackingUrl: url,
    publicApiUrl: url,
    flushAt: 1,
    onError: record,
    onRequest: record,
    onResponse: record,
  });
  seen.push(
    await errorOf(segment.track(event(1))),
    await errorOf(segment.getCurrentUser()),
    await errorOf(segment.request('GET', '/x')),
    await segment.flush(),
  );
  await close();
  seen.push(await errorOf(segment.request('DELETE', '/x', { signal: AbortSignal.abort() })));
  expect(seen.length).toBeGreaterThan(6);
  for (const value of seen) expectClean(value);
});

test('a simulator tells which key and token arrived, and shows neither when it is printed', async () => {
  const simulator = createSimulator({ apiToken: 'sgp_canary-token' });
  const segment = createSegment({
    writeKey: 'canary-write-key',
    apiToken: 'sgp_canary-token',
    axios: axios.create({ adapter: simulator.adapter }),
  });
  await segment.track({ event: 'Order Completed', userId: 'user-42' });
  await segment.getWorkspace({ slug: 'my-workspace' });
  expect(simulator.events[0]?.writeKey).toBe('canary-write-key');
  expect(simulator.requests[1]?.headers.authorization).toBe('Bearer sgp_canary-token');
  const texts = [
    JSON.stringify(simulator),
    inspect(simulator, { depth: 9, showHidden: true }),
    JSON.stringify({ ...simulator.events[0] }),
  ].join();
  expect(texts).toContain('Order Completed');
  for (const secret of ['canary-write-key', 'sgp_canary-token', btoa('canary-write-key:')])
    expect(texts).not.toContain(secret);
});

test('an error in JSON and in a log has its message, code and data', async () => {
  const { segment } = simulated({ writeKey: WRITE_KEY, apiToken: API_TOKEN });
  const errors = [
    await errorOf(segment.track({ event: 'E', userid: 'u' } as never)),
    await errorOf(segment.getCurrentUser()),
    await errorOf(segment.request('GET', '/x')),
  ];
  for (const error of errors) {
    const { message, code, kind, operation } = error;
    const data = { name: 'SegmentError', message, code, kind, operation };
    for (const held of [JSON.parse(JSON.stringify(error)) as object, Object.fromEntries(Object.entries(error))])
      expect(held).toMatchObject(data);
    expect(message).toContain(String(operation));
    expectClean(error);
  }
});
