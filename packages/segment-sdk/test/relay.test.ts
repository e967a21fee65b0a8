import { expect, test } from '@jest/globals';

import { createRelay, writeEvent, type WrittenEvent } from '../src/relay.js';
import { createSimulator } from '../src/simulator.js';

const relayTo = (simulator: ReturnType<typeof createSimulator>, options = {}) =>
  createRelay({ writeKey: 'k', transport: simulator.transport, ...options });

const trackOf = (userId: string, event = 'E'): WrittenEvent => writeEvent('track', { userId, event });

test('an event that was written in one place is sent from another as it is, in the order of its user', async () => {
  const simulator = createSimulator();
  const relay = relayTo(simulator, { flushAt: 2, maxBatchEvents: 2 });
  const big = writeEvent('identify', { userId: 'u', traits: { n: 12345678901234567890n }, context: { ip: '1.2.3.4' } });
  const sent = ['a', 'b', 'c', 'd'].map((event) => trackOf('u', event));
  const copies = structuredClone([big, ...sent]);
  const receipts = await Promise.all(copies.map((event) => relay.send(event)));
  expect(receipts).toEqual(copies.map(({ messageId }) => ({ messageId, status: 'delivered' })));
  expect(simulator.events.map(({ body }) => body['event'] ?? body['type'])).toEqual(['identify', 'a', 'b', 'c', 'd']);
  expect(simulator.requests[0]?.body).toContain('"n":12345678901234567890');
  await relay.close();
  expect(() => relay.send(trackOf('u'))).toThrow(expect.objectContaining({ code: 'closed' }));
});

test('what is wrong with a call shows where it is written, and its id may be made of what was given', () => {
  expect(() => writeEvent('trakc', {})).toThrow(expect.objectContaining({ code: 'unknown_operation' }));
  expect(() => writeEvent('track', { userId: 'u' })).toThrow(expect.objectContaining({ field: 'event' }));
  const given: string[] = [];
  const remember = (json: string): string => `id-${given.push(json)}`;
  const input = { userId: 'u', event: 'E', context: { ip: '1.2.3.4' } };
  expect(writeEvent('track', input, remember)).toMatchObject({ messageId: 'id-1', user: 'u', operation: 'track' });
  expect(writeEvent('track', { ...input, messageId: 'mine' }, remember).messageId).toBe('mine');
  expect(given).toEqual(['{"userId":"u","event":"E"}{"ip":"1.2.3.4"}']);
});

test('a full queue refuses an event until there is room, and a failed one rejects alone', async () => {
  const simulator = createSimulator();
  const relay = relayTo(simulator, { maxQueueBytes: 1, flushAt: 1, maxRetries: 0 });
  const first = relay.send(trackOf('u1'));
  expect(() => relay.send(trackOf('u2'))).toThrow(expect.objectContaining({ code: 'queue_full' }));
  await relay.ready();
  await expect(first).resolves.toMatchObject({ status: 'delivered' });
  simulator.inject({ status: 400 });
  await expect(relay.send(trackOf('u3'))).rejects.toMatchObject({ kind: 'api' });
  expect(() => createRelay({ transport: simulator.transport }).send(trackOf('u'))).toThrow('no write key');
});
