import { globalAgent } from 'node:http';
import { Socket } from 'node:net';

import { afterEach, expect, test } from '@jest/globals';
import axios from 'axios';
import fc from 'fast-check';

import { createSegment, type TransportRequest } from '../src/index.js';
import { createSimulator } from '../src/simulator.js';
import { startSimulatorServer } from '../src/simulator-server.js';
import { until } from './setup.js';

/*
 * In Node, bodies are written into memory that is lent to one request after another. What arrives must never be
 * another request's.
 */

interface Arrived {
  readonly batch: readonly { readonly event: string; readonly properties: { readonly text: string } }[];
}

afterEach(() => {
  // What is set on the agent stands before what its class has.
  Reflect.deleteProperty(globalAgent, 'createConnection');
});

const ANSWER = 'HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{"success":true}';

/**
 * A network that is slow, and a server that answers when it has seen the head of a request: what is written is looked
 * at only when it is sent, which is after the answer. Loopback is too quick for that.
 */
class SlowNetwork extends Socket {
  static readonly sent: string[] = [];

  override readonly _read = (): void => {
    // The answer is pushed when its time has come.
  };

  override _writev(chunks: { readonly chunk: Buffer | string }[], done: () => void): void {
    this.push(ANSWER);
    setTimeout(() => {
      SlowNetwork.sent.push(chunks.map(({ chunk }) => chunk.toString()).join(''));
      done();
    }, 10);
  }
}

test('what is sent after the server has answered is still the batch that it answered', async () => {
  globalAgent.createConnection = () => new SlowNetwork();
  const segment = createSegment({
    writeKey: 'key',
    trackingUrl: 'http://slow.test',
    maxInFlight: 2,
    maxBatchEvents: 15,
  });
  const names = Array.from({ length: 300 }, (_, i) => `event-${i}`);
  for (const event of names) void segment.track({ event, userId: event });
  await segment.close();
  await until(() => SlowNetwork.sent.length === 20);
  const bodies = SlowNetwork.sent.map((request) => request.slice(request.indexOf('\r\n\r\n')));
  const arrived = bodies.flatMap((body) => (JSON.parse(body) as Arrived).batch);
  expect(arrived.map(({ event }) => event).toSorted()).toEqual(names.toSorted());
});

test('any text arrives as it was given, short or long, in every alphabet', async () => {
  const { simulator, url, close } = await startSimulatorServer();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary', maxLength: 2_000 }), { minLength: 1, maxLength: 40 }),
      async (texts) => {
        simulator.reset();
        const segment = createSegment({ writeKey: 'key', trackingUrl: url, maxBatchEvents: 7 });
        const userId = 'user-42';
        for (const text of texts) void segment.track({ event: 'Text Written', userId, properties: { text } });
        await segment.close();
        expect(simulator.events.map(({ body }) => (body as Arrived['batch'][number]).properties.text)).toEqual(texts);
      },
    ),
    { numRuns: 60 },
  );
  await close();
});

test('who brings an axios instance or a transport reads bodies as text', async () => {
  const { adapter, transport } = createSimulator();
  const seen: unknown[] = [];
  const instance = axios.create({ adapter });
  instance.interceptors.request.use((config) => {
    seen.push(config.data);
    return config;
  });
  const watched = (request: TransportRequest) => {
    seen.push(request.body);
    return transport(request);
  };
  for (const way of [{ axios: instance }, { transport: watched }]) {
    const segment = createSegment({ writeKey: 'key', ...way });
    void segment.track({ event: 'Order Completed', userId: 'user-42' });
    await segment.close();
  }
  expect(seen.map((body) => (JSON.parse(body as string) as Arrived).batch.map(({ event }) => event))).toEqual([
    ['Order Completed'],
    ['Order Completed'],
  ]);
});
