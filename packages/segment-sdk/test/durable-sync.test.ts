import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import type { EventQueue, QueuedEvent, Reservation, SegmentError } from '../src/index.js';
import { createHeldDisk, type Sync } from './fixtures/held-disk.js';
import { event, simulated, until } from './setup.js';

const { disk, fileSystem } = createHeldDisk();
jest.unstable_mockModule('node:fs', () => fileSystem);
const { durableQueue, openLog, readQueues } = await import('../src/durable.js');

const ALL = { events: 100_000, bytes: 1e9 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-sync-'));
  Object.assign(disk, { syncs: [], isHeld: false, closedUnderSync: [], truncates: true });
  disk.pending.length = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  expect(disk.closedUnderSync).toEqual([]);
});

/** A queue that has a file already, so that each sync from now on is that of events; they wait for the test. */
const openHeld = async (options: { maxBytes?: number } = {}): Promise<EventQueue> => {
  const queue = openLog({ folder, sync: 'group', ...options });
  await queue.open?.('source');
  await queue.put([queued(0)]);
  disk.syncs = [];
  disk.isHeld = true;
  return queue;
};

const queued = (n: number, text = '', user = `u-${n % 3}`): QueuedEvent => {
  const body = JSON.stringify({ messageId: `m-${n}`, text });
  return { messageId: `m-${n}`, user, body, bytes: Buffer.byteLength(body) };
};

/** A put, and what became of it: `held`, the code of its error, or nothing yet. */
const putting = (queue: EventQueue, ...events: QueuedEvent[]) => {
  const put = { outcome: undefined as string | undefined };
  void queue.put(events).then(
    () => (put.outcome = 'held'),
    (error: unknown) => (put.outcome = String((error as { code?: unknown }).code)),
  );
  return put;
};

const end = ({ events, settle }: Reservation): Promise<void> =>
  settle({ done: events, dead: [], again: [], delayMs: 0 });

/** Takes everything out. */
const collect = async (queue: EventQueue): Promise<string[]> => {
  const ids: string[] = [];
  for (let given; (given = await queue.reserve?.(ALL));) {
    ids.push(...given.events.map(({ messageId }) => messageId));
    await end(given);
  }
  return ids;
};

/** What the next process finds. */
const reopened = async (): Promise<string[]> => {
  const queue = openLog({ folder });
  await queue.open?.('source');
  const ids = await collect(queue);
  await queue.close();
  return ids;
};

const nameOf = ({ path }: Sync): string => basename(path);

test('puts that come while the disk is at work share the next sync, which begins after all of them are written', async () => {
  const queue = await openHeld();
  const first = putting(queue, queued(1));
  const sync = await disk.next();
  const others = Array.from({ length: 50 }, (_, n) => putting(queue, queued(n + 2)));
  sync.end();
  await until(() => first.outcome !== undefined);
  const shared = await disk.next();
  expect([first.outcome, new Set(others.map(({ outcome }) => outcome))]).toEqual(['held', new Set([undefined])]);
  expect(others.every((_, n) => shared.text.includes(`m-${n + 2}`))).toBe(true);
  shared.end();
  await until(() => others.every(({ outcome }) => outcome === 'held'));
  expect(disk.syncs).toHaveLength(2);
  expect(await collect(queue)).toEqual(Array.from({ length: 52 }, (_, n) => `m-${n}`));
  await queue.close();
});

test('puts of one turn of the event loop share a sync; a group of a megabyte takes no more', async () => {
  const queue = await openHeld();
  disk.isHeld = false;
  await Promise.all(Array.from({ length: 100 }, (_, n) => queue.put([queued(n + 1)])));
  expect(disk.syncs).toHaveLength(1);
  await Promise.all(Array.from({ length: 12 }, (_, n) => queue.put([queued(n, 'x'.repeat(250_000))])));
  expect(disk.syncs.filter(({ path }) => path.endsWith('.log'))).toHaveLength(1 + 3);
  await queue.close();
});

test('a thousand calls of a client are one sync', async () => {
  const { segment } = simulated({ queue: durableQueue({ folder, sync: 'group' }) });
  await segment.track(event(0));
  for (let burst = 0; burst < 3; burst += 1) {
    disk.syncs = [];
    await Promise.all(Array.from({ length: 1_000 }, (_, n) => segment.track(event(n, `user-${n}`))));
    expect(disk.syncs).toHaveLength(1);
  }
  expect(await segment.close()).toMatchObject({ delivered: 3_001, queued: 0 });
});

test('a queue that is closed holds what was put before, and nothing after', async () => {
  const queue = await openHeld();
  const first = putting(queue, queued(1));
  const sync = await disk.next();
  const second = putting(queue, queued(2));
  let isClosed = false;
  const closing = queue.close().then(() => (isClosed = true));
  const late = putting(queue, queued(3));
  sync.end();
  const last = await disk.next();
  expect([first.outcome, second.outcome, late.outcome, isClosed]).toEqual(['held', undefined, 'queue_failed', false]);
  last.end();
  await closing;
  expect(second.outcome).toBe('held');
  expect(await reopened()).toEqual(['m-0', 'm-1', 'm-2']);
});

test('a file that is full is closed when its sync has ended, and the next one takes what waits', async () => {
  const queue = await openHeld({ maxBytes: 512 * 1024 });
  const large = putting(queue, queued(1, 'x'.repeat(70_000)));
  const sync = await disk.next();
  const next = putting(queue, queued(2), queued(3));
  sync.end();
  const ofNext = await disk.next();
  expect([nameOf(sync), nameOf(ofNext), large.outcome]).toEqual(['0000000001.log', '0000000002.log', 'held']);
  ofNext.end();
  const ofFolder = await disk.next();
  expect([nameOf(ofFolder), next.outcome]).toEqual(['0', undefined]);
  ofFolder.end();
  await until(() => next.outcome === 'held');
  await queue.close();
  expect(await reopened()).toEqual(['m-0', 'm-1', 'm-2', 'm-3']);
});

test('folders that were made are on the disk before events are, and a new file is there by name', async () => {
  const queue = openLog({ folder: join(folder, 'a', 'b'), sync: 'group' });
  await queue.open?.('source');
  const home = join(folder, 'a', 'b', 'source');
  const above = [join(home, '0'), home, join(folder, 'a', 'b'), join(folder, 'a'), folder];
  expect(disk.syncs.map(({ path }) => path).sort()).toEqual(above.slice(1).sort());
  await queue.put([queued(1)]);
  expect(disk.syncs.slice(-2).map(({ path }) => path)).toEqual([join(home, '0', '0000000001.log'), join(home, '0')]);
  await queue.close();
});

test.each([
  ['EIO', 'EIO'],
  ['ENOSPC', 'queue_full'],
])('a sync that fails (%s) rejects what it stood for, and nothing else', async (code, outcome) => {
  const queue = await openHeld();
  const failing = [putting(queue, queued(1)), putting(queue, queued(2))];
  const sync = await disk.next();
  const others = [putting(queue, queued(3)), putting(queue, queued(4))];
  sync.end(code);
  await until(() => failing.every((put) => put.outcome === outcome));
  // What waited goes into a new file: a later sync of the old one would prove nothing.
  const ofNext = await disk.next();
  expect([nameOf(sync), nameOf(ofNext)]).toEqual(['0000000001.log', '0000000002.log']);
  expect(others.map((put) => put.outcome)).toEqual([undefined, undefined]);
  ofNext.end();
  (await disk.next()).end();
  await until(() => others.every((put) => put.outcome === 'held'));
  expect(await queue.stats()).toMatchObject({
    events: 3,
    bytes: [0, 3, 4].reduce((sum, n) => sum + queued(n).bytes, 0),
  });
  await queue.close();
  expect(await reopened()).toEqual(['m-0', 'm-3', 'm-4']);
});

test('what a failed sync stood for is not sent, also where the file cannot be cut', async () => {
  const queue = await openHeld();
  const failing = putting(queue, queued(1));
  disk.truncates = false;
  (await disk.next()).end('EIO');
  await until(() => failing.outcome === 'EIO');
  Object.assign(disk, { truncates: true, isHeld: false });
  await queue.put([queued(2)]);
  expect(await queue.stats()).toMatchObject({ events: 2 });
  expect(await collect(queue)).toEqual(['m-0', 'm-2']);
  expect(await queue.stats()).toMatchObject({ events: 0, bytes: 0 });
  await queue.close();
});

test('a file whose name cannot be brought onto the disk holds nothing', async () => {
  const queue = openLog({ folder, sync: 'group' });
  await queue.open?.('source');
  disk.isHeld = true;
  const put = putting(queue, queued(1));
  (await disk.next()).end();
  (await disk.next()).end('EIO');
  await until(() => put.outcome === 'EIO');
  disk.isHeld = false;
  await queue.put([queued(2)]);
  expect(nameOf(disk.syncs.at(-1) as Sync)).toBe('0');
  await queue.close();
  expect(await reopened()).toEqual(['m-2']);
});

test('an event is given out once, and not before the disk has it, also where it is read back from there', async () => {
  const queue = await openHeld();
  disk.isHeld = false;
  const text = 'x'.repeat(30_000);
  const count = 400;
  // More than is kept in memory: the last of them are on disk alone.
  for (let n = 1; n < count; n += 21)
    await queue.put(Array.from({ length: 21 }, (_, i) => queued(n + i, text, `u-${n + i}`)));
  disk.isHeld = true;
  const last = putting(queue, queued(count, text, `u-${count}`));
  const sync = await disk.next();
  const before = await collect(queue);
  expect([before.length, last.outcome]).toEqual([count, undefined]);
  disk.isHeld = false;
  sync.end();
  while (last.outcome === undefined) {
    before.push(...(await collect(queue)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect([...before, ...(await collect(queue))]).toEqual(Array.from({ length: count + 1 }, (_, n) => `m-${n}`));
  await queue.close();
});

const refusal = { code: 'api_error', message: 'refused (400): no', status: 400 } as SegmentError;

const bury = ({ events, settle }: Reservation): Promise<void> =>
  settle({ done: [], dead: events.map((one) => ({ event: one, error: refusal })), again: [], delayMs: 0 });

const buried = (): string[] =>
  readQueues(folder).flatMap(({ readDead }) => [...readDead()].map(({ messageId }) => messageId));

test('dead events share syncs as well; a settlement that the disk fails is settled again, once', async () => {
  const queue = openLog({ folder, sync: 'group' });
  await queue.open?.('0123456789abcdef');
  await queue.put([queued(1), queued(2), queued(3)]);
  const reservations: Reservation[] = [];
  for (let n = 0; n < 3; n += 1) reservations.push((await queue.reserve?.({ events: 1, bytes: 1e6 })) as Reservation);
  const [one, two, three] = reservations as [Reservation, Reservation, Reservation];
  disk.isHeld = true;
  const first = bury(one);
  const sync = await disk.next();
  const failing = [bury(two), bury(three), bury(two)].map((settled) => settled.catch((error: unknown) => error));
  sync.end();
  (await disk.next()).end();
  await first;
  (await disk.next()).end('EIO');
  expect(await Promise.all(failing)).toEqual(failing.map(() => expect.objectContaining({ code: 'EIO' })));
  expect([buried(), await queue.stats()]).toEqual([['m-1'], expect.objectContaining({ events: 2, dead: 1 })]);
  disk.isHeld = false;
  await Promise.all([bury(two), bury(two), bury(three)]);
  await bury(two);
  expect([buried(), await queue.stats()]).toEqual([
    ['m-1', 'm-2', 'm-3'],
    expect.objectContaining({ events: 0, reserved: 0, bytes: 0, dead: 3 }),
  ]);
  await queue.close();
});

test('a queue that is closed ends the settlements that are under way', async () => {
  const queue = openLog({ folder, sync: 'group' });
  await queue.open?.('0123456789abcdef');
  await queue.put([queued(1), queued(2), queued(3)]);
  const one = (await queue.reserve?.({ events: 1, bytes: 1e6 })) as Reservation;
  const two = (await queue.reserve?.({ events: 1, bytes: 1e6 })) as Reservation;
  disk.isHeld = true;
  const burying = bury(one);
  const sync = await disk.next();
  const closing = queue.close();
  await end(two);
  disk.isHeld = false;
  sync.end();
  await Promise.all([burying, closing]);
  expect(buried()).toEqual(['m-1']);
  expect(await reopened()).toEqual([]);
  expect(readQueues(folder).map(({ events, dead }) => [events, dead])).toEqual([[2, 1]]);
});

test('a log that works for long keeps nothing of the files that are gone', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const queue = openLog({ folder, maxBytes: 512 * 1024 });
  await queue.open?.('source');
  const work = async (rounds: number): Promise<number> => {
    for (let n = 0; n < rounds; n += 1) {
      await queue.put(Array.from({ length: 1_000 }, (_, i) => queued(i)));
      await collect(queue);
    }
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = await work(50);
  expect((await work(300)) - before).toBeLessThan(4_000_000);
  await queue.close();
});
