import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { durableQueue, readQueues, replayDead } from '../src/durable.js';
import { createSegment, type Segment } from '../src/index.js';
import { nameSource } from '../src/queue.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

let folder: string;
let server: SimulatorServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stored-'));
  server = await startSimulatorServer();
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server.close();
});

const open = (writeKey = 'key'): Segment =>
  createSegment({ writeKey, trackingUrl: server.url, queue: durableQueue({ folder }), onError: () => undefined });

const track = async (segment: Segment, ...ids: string[]): Promise<void> => {
  for (const userId of ids) await segment.track({ event: 'E', userId, messageId: `m-${userId}` });
};

/** Leaves events in the folder, as an outage does. */
const leave = async (writeKey: string, ...ids: string[]): Promise<void> => {
  server.simulator.inject({ status: 503, times: Infinity });
  const segment = open(writeKey);
  await track(segment, ...ids);
  await segment.close();
  server.simulator.reset();
};

/** Leaves events that Segment refuses for good. */
const refuse = async (...ids: string[]): Promise<void> => {
  server.simulator.inject({ status: 400, times: Infinity });
  const segment = open();
  await track(segment, ...ids);
  await segment.close();
  server.simulator.reset();
};

const only = () => {
  const [queue, ...others] = readQueues(folder);
  expect(others).toEqual([]);
  return queue as NonNullable<typeof queue>;
};

describe('What lies in a folder of queues', () => {
  test('is nothing where there is no folder', () => {
    expect(readQueues(join(folder, 'none'))).toEqual([]);
  });

  test('is told by source, and read from the oldest event on', async () => {
    const before = Date.now();
    await leave('key', 'a', 'b', 'c');
    await leave('other', 'd');
    const queues = new Map(readQueues(folder).map((queue) => [queue.source, queue]));
    expect([...queues.keys()].sort()).toEqual([await nameSource('key'), await nameSource('other')].sort());
    const queue = queues.get(await nameSource('key'));
    const events = [...(queue?.read() ?? [])];
    expect(events.map(({ messageId }) => messageId)).toEqual(['m-a', 'm-b', 'm-c']);
    expect(JSON.parse(events[0]?.body ?? '')).toMatchObject({ event: 'E', userId: 'a', type: 'track' });
    expect(queue).toMatchObject({ events: 3, dead: 0, bytes: events.reduce((sum, { bytes }) => sum + bytes, 0) });
    expect(Number(queue?.oldest)).toBeGreaterThanOrEqual(before);
    expect(queues.get(await nameSource('other'))).toMatchObject({ events: 1 });
  });

  test('can be seen while a process uses it, which goes on undisturbed', async () => {
    server.simulator.inject({ status: 503, times: Infinity });
    const segment = open();
    await track(segment, 'a', 'b');
    expect(only()).toMatchObject({ events: 2, dead: 0 });
    await track(segment, 'c');
    expect(only()).toMatchObject({ events: 3 });
    server.simulator.reset();
    await segment.close();
    expect(only()).toMatchObject({ events: 0, oldest: undefined });
    expect(server.simulator.events.map(({ userId }) => userId)).toEqual(['a', 'b', 'c']);
  });
});

describe('Events that Segment refused for good', () => {
  test('are kept with the reason', async () => {
    await refuse('a', 'b');
    expect(only()).toMatchObject({ events: 0, dead: 2 });
    const dead = [...only().readDead()];
    expect(dead).toMatchObject([
      { messageId: 'm-a', error: { status: 400 } },
      { messageId: 'm-b', error: { status: 400 } },
    ]);
    expect(JSON.parse(dead[1]?.body ?? '')).toMatchObject({ userId: 'b' });
  });

  test('are sent again once they were put back', async () => {
    await refuse('a', 'b');
    expect(await replayDead(folder, await nameSource('key'))).toBe(2);
    expect(only()).toMatchObject({ events: 2, dead: 0 });
    await open().close();
    expect(server.simulator.events.map(({ userId, messageId }) => [userId, messageId])).toEqual([
      ['a', 'm-a'],
      ['b', 'm-b'],
    ]);
    expect(only()).toMatchObject({ events: 0, dead: 0 });
    expect(await replayDead(folder, await nameSource('key'))).toBe(0);
  });

  test('of a process that runs stay with it', async () => {
    server.simulator.inject({ status: 400, times: Infinity });
    const segment = open();
    await track(segment, 'a');
    await segment.flush();
    expect(await replayDead(folder, await nameSource('key'))).toBe(0);
    expect(only()).toMatchObject({ dead: 1 });
    await segment.close();
  });

  test('of no source are none, and leave no folder behind', async () => {
    expect(await replayDead(folder, '0123456789abcdef')).toBe(0);
    expect(readQueues(folder)).toEqual([]);
  });
});
