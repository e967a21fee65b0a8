import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axios from 'axios';

import {
  createSegment,
  SegmentError,
  type SegmentOptions,
  type Transport,
  type TransportAnswer,
  type TransportRequest,
} from '../src/index.js';
import { createSimulator, type Simulator, SIMULATOR_API_TOKEN } from '../src/simulator.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';
import { errorOf, event } from './setup.js';

const throughFetch: Transport = async (request) => {
  const answer = await fetch(request.url, request);
  return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
};

const asBytes =
  (transport: Transport): Transport =>
  async (request) => {
    const { body, ...answer } = await transport(request);
    return { ...answer, body: typeof body === 'string' ? new TextEncoder().encode(body) : body };
  };

let network: SimulatorServer;
beforeAll(async () => {
  network = await startSimulatorServer();
});
afterAll(() => network.close());

const overNetwork = (options: SegmentOptions) => {
  network.simulator.reset();
  return {
    simulator: network.simulator,
    options: { trackingUrl: network.url, publicApiUrl: network.url, ...options },
  };
};

const inMemory = (optionsFor: (simulator: Simulator) => SegmentOptions) => {
  const simulator = createSimulator();
  return { simulator, options: optionsFor(simulator) };
};

const ways: Readonly<Record<string, () => { simulator: Simulator; options: SegmentOptions }>> = {
  'axios over the network': () => overNetwork({}),
  "axios with the simulator's adapter": () => inMemory(({ adapter }) => ({ axios: axios.create({ adapter }) })),
  "the simulator's transport": () => inMemory(({ transport }) => ({ transport })),
  'a transport that answers with bytes': () => inMemory(({ transport }) => ({ transport: asBytes(transport) })),
  'a transport around fetch': () => overNetwork({ transport: throughFetch }),
};

describe.each(Object.entries(ways))('by %s', (_, start) => {
  const client = (more: SegmentOptions = {}) => {
    const { simulator, options } = start();
    const given = { writeKey: 'key', apiToken: SIMULATOR_API_TOKEN, flushIntervalMs: 1, maxRetries: 0, ...options };
    return { simulator, segment: createSegment({ ...given, ...more }) };
  };

  test('events arrive', async () => {
    const { simulator, segment } = client();
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    expect(simulator.events).toMatchObject([{ event: 'Event 1', userId: 'user-42', writeKey: 'key' }]);
  });

  test('compressed events arrive', async () => {
    const { simulator, segment } = client({ gzip: true });
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    expect(simulator.requests[0]?.headers).toMatchObject({ 'content-encoding': 'gzip' });
    expect(simulator.events).toMatchObject([{ event: 'Event 1' }]);
  });

  test('answers are read', async () => {
    const { segment } = client();
    expect(await segment.getWorkspace({ slug: 'my-workspace' })).toMatchObject({ name: 'My Workspace' });
  });

  test('refusals say what Segment said', async () => {
    const { segment } = client({ apiToken: 'wrong-token' });
    expect(await errorOf(segment.getCurrentUser())).toMatchObject({
      code: 'unauthorized',
      status: 401,
      message:
        'get_current_user: refused (401): The token is not valid; check the API token (apiToken, SEGMENT_API_TOKEN)',
    });
  });

  test('a server that asks to wait is waited for', async () => {
    const { simulator, segment } = client();
    simulator.inject({ status: 429, headers: { 'retry-after': '1' } });
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    expect(simulator.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  test('no redirect is followed', async () => {
    const { simulator, segment } = client();
    simulator.inject({ status: 307, headers: { location: 'http://127.0.0.1:1/' } });
    expect(await errorOf(segment.track(event(1)))).toMatchObject({ kind: 'api', status: 307 });
    expect(simulator.requests).toHaveLength(1);
  });

  test('a connection that breaks is a network error, and tried again', async () => {
    const { simulator, segment } = client({ maxRetries: 1 });
    simulator.inject({ drop: 'before' });
    expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
    simulator.inject({ drop: 'before', times: 2 });
    expect(await errorOf(segment.getCurrentUser())).toMatchObject({ kind: 'network', code: 'network_error' });
  });

  test('an answer that does not come in time is not waited for', async () => {
    const { simulator, segment } = client({ timeoutMs: 20 });
    simulator.inject({ hang: true });
    expect(await errorOf(segment.getCurrentUser())).toMatchObject({ kind: 'network', code: 'timeout' });
  });

  test('a call can be aborted', async () => {
    const { simulator, segment } = client();
    simulator.inject({ hang: true });
    const abort = new AbortController();
    const call = segment.request('GET', '/users', { signal: abort.signal });
    abort.abort();
    expect(await errorOf(call)).toMatchObject({ kind: 'network', code: 'aborted', retryable: false });
  });
});

const client = (transport: Transport, options: SegmentOptions = {}) =>
  createSegment({ writeKey: 'key', apiToken: 'canary-token', flushAt: 1, maxRetries: 0, transport, ...options });

const accepted: TransportAnswer = { status: 200, headers: {}, body: '{"success":true}' };

test('a transport is given a complete request, as fetch takes it', async () => {
  const requests: TransportRequest[] = [];
  const segment = client(
    (request) => {
      requests.push(request);
      return Promise.resolve(accepted);
    },
    { timeoutMs: 1_234 },
  );
  await segment.track(event(1));
  await segment.request('DELETE', '/labels/a/b');
  expect(requests).toMatchObject([
    {
      method: 'POST',
      url: 'https://api.segment.io/v1/batch',
      headers: { 'Content-Type': 'application/json', Authorization: `Basic ${btoa('key:')}` },
      body: expect.stringContaining('"event":"Event 1"'),
      redirect: 'manual',
      timeoutMs: 1_234,
      signal: { aborted: false },
    },
    {
      method: 'DELETE',
      url: 'https://api.segmentapis.com/labels/a/b',
      headers: { Accept: 'application/json', Authorization: 'Bearer canary-token' },
      redirect: 'manual',
    },
  ]);
  expect(requests[1]).not.toHaveProperty('body');
});

test('a transport goes before an axios instance', async () => {
  const other = createSimulator();
  const segment = client(() => Promise.resolve(accepted), { axios: axios.create({ adapter: other.adapter }) });
  expect(await segment.track(event(1))).toMatchObject({ status: 'delivered' });
  expect(other.requests).toEqual([]);
});

test('a transport that does not heed its signal is left behind', async () => {
  const signals: AbortSignal[] = [];
  const segment = client(
    ({ signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    },
    { timeoutMs: 10 },
  );
  expect(await errorOf(segment.getCurrentUser())).toMatchObject({ code: 'timeout' });
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
});

describe('what a transport throws', () => {
  test.each<[string, () => unknown, string]>([
    [
      'an error with a code',
      () => Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      'connect (ECONNREFUSED)',
    ],
    ['an error without words', () => new Error(''), 'the request failed'],
    ['nothing', () => undefined, 'the request failed'],
    ['a text', () => 'gone', 'the request failed'],
    ['an error that shows the token', () => new Error('bad canary-token'), 'bad [redacted]'],
  ])('%s becomes a network error', async (_, thrown, reason) => {
    const fail = (): never => {
      throw thrown() as Error;
    };
    for (const transport of [fail, () => Promise.resolve().then(fail)]) {
      expect(await errorOf(client(transport).getCurrentUser())).toMatchObject({
        code: 'network_error',
        retryable: true,
        message: `get_current_user: could not reach api.segmentapis.com: ${reason}`,
      });
    }
  });

  test('an error of ours stays what it is', async () => {
    const error = new SegmentError('not from here', { kind: 'network', code: 'no_cors' });
    expect(await errorOf(client(() => Promise.reject(error)).getCurrentUser())).toBe(error);
  });
});
