import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';

import { durableQueue, type DurableQueueOptions, openLog } from '../src/durable.js';
import { type EventQueue, isSegmentError, type QueuedEvent, type Reservation } from '../src/index.js';
import { queueCases } from '../src/queue.js';
import { clientOf, event, simulated, thrownBy, until } from './setup.js';

const run = promisify(execFile);
const ALL = { events: 100_000, bytes: 1e9 };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'durable-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const open = async (options: DurableQueueOptions = {}): Promise<EventQueue> => {
  const queue = openLog({ folder, ...options });
  await queue.open?.('source');
  return queue;
};

const queued = (n: number, text = ''): QueuedEvent => {
  const body = JSON.stringify({ messageId: `m-${n}`, text });
  return { messageId: `m-${n}`, user: `u-${n % 3}`, body, bytes: Buffer.byteLength(body) };
};

const end = ({ events, settle }: Reservation): Promise<void> =>
  settle({ done: events, dead: [], again: [], delayMs: 0 });

/** Takes everything out. */
const collect = async (queue: EventQueue): Promise<QueuedEvent[]> => {
  const all: QueuedEvent[] = [];
  for (let given; (given = await queue.reserve?.(ALL));) {
    all.push(...given.events);
    await end(given);
  }
  return all;
};

const idsOf = (events: readonly QueuedEvent[]): string[] => events.map(({ messageId }) => messageId);

const files = (ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name));

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'held',
    (error: unknown) => (error as { code?: unknown }).code,
  );

describe.each(['os', 'group'] as const)('a queue on disk with sync %s', (sync) => {
  test.each(queueCases.map((given) => [given.name, given.run] as const))('%s', async (_name, check) => {
    await check({ open: (maxBytes) => open({ sync, ...(maxBytes !== undefined && { maxBytes }) }), isLasting: true });
  });
});

test('what a client leaves there, the next one delivers', async () => {
  const { segment, simulator } = simulated({ queue: durableQueue({ folder }) });
  simulator.inject({ status: 503, times: 3 });
  for (let n = 0; n < 500; n += 1) void segment.track(event(n, `user-${n % 5}`));
  expect(await segment.close()).toMatchObject({ delivered: 0, failed: [], queued: 500 });
  const next = clientOf(simulator, { queue: durableQueue({ folder }) });
  expect(await next.close()).toMatchObject({ delivered: 500, queued: 0 });
  const one = simulator.events.filter(({ userId }) => userId === 'user-2').map(({ event: name }) => name);
  expect(one).toEqual(Array.from({ length: 100 }, (_, n) => `Event ${n * 5 + 2}`));
});

test('processes that are killed lose nothing that was acknowledged', async () => {
  const { stdout } = await run(process.execPath, ['test/programs/kill-durable.mjs', '4', '400']);
  expect(JSON.parse(stdout)).toMatchObject({ rounds: 4, missing: 0, twice: 0, disordered: 0 });
}, 120_000);

test('damage costs the frame that it is in, and is reported; what was never whole is passed over', async () => {
  const damage = fc.record({ at: fc.nat(), bit: fc.nat(7), isCut: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(damage, async ({ at, bit, isCut }) => {
      rmSync(folder, { recursive: true, force: true });
      const queue = await open();
      let lastFrame = 0;
      for (let n = 0; n < 30; n += 3) {
        lastFrame = Math.max(0, ...files('.log').map((name) => statSync(name).size));
        await queue.put([queued(n, 'é"'), queued(n + 1), queued(n + 2, 'MwQ1')]);
      }
      await queue.close();
      const [path = ''] = files('.log');
      const file = readFileSync(path);
      const place = at % file.length;
      file.writeUInt8(file.readUInt8(place) ^ (1 << bit), place);
      writeFileSync(path, isCut ? file.subarray(0, place) : file);
      const errors: Error[] = [];
      const after = await open({ onDamage: (error) => void errors.push(error) });
      const given = await collect(after);
      await after.close();
      const lost = 30 - given.length;
      for (const { messageId, body } of given) expect(body).toContain(`"${messageId}"`);
      expect(errors.every((error) => isSegmentError(error) && error.code === 'queue_damaged')).toBe(true);
      // A last frame that says it is longer than the file is looks like one that was never written to its end.
      const isUnknown = place >= lastFrame + 16 && place < lastFrame + 20;
      if (isCut) expect([lost % 3, errors.length]).toEqual([0, 0]);
      else expect([lost, isUnknown || errors.length === 1]).toEqual([3, true]);
    }),
    { numRuns: 150 },
  );
});

test('space is given back when events have ended, also while the queue is written to', async () => {
  const queue = await open({ maxBytes: 8 * 1024 * 1024 });
  const text = 'x'.repeat(10_000);
  const sizeOf = () =>
    files('')
      .map((path) => statSync(path, { throwIfNoEntry: false }))
      .reduce((sum, stat) => sum + (stat?.isFile() ? stat.size : 0), 0);
  for (let n = 0; n < 500; n += 1) await queue.put([queued(n, text)]);
  expect(sizeOf()).toBeGreaterThan(5_000_000);
  expect(await codeOf(queue.put(Array.from({ length: 400 }, (_, n) => queued(n, text))))).toBe('queue_full');
  expect(await collect(queue)).toHaveLength(500);
  await until(() => sizeOf() < 1_200_000);
  await until(() => sizeOf() < 100_000);
  expect(await codeOf(queue.put([queued(500, text)]))).toBe('held');
  await queue.close();
});

test('a log that is closed empty leaves no events on the disk', async () => {
  const queue = await open();
  await queue.put(Array.from({ length: 50 }, (_, n) => queued(n, 'x'.repeat(10_000))));
  await collect(queue);
  await queue.close();
  expect(files('').filter((path) => path.endsWith('.log'))).toEqual([]);
});

test('a backlog larger than the window in memory comes out whole and in order', async () => {
  const queue = await open();
  const text = 'x'.repeat(20_000);
  for (let n = 0; n < 2_000; n += 20) await queue.put(Array.from({ length: 20 }, (_, i) => queued(n + i, text)));
  const given = await collect(queue);
  const ofOne = given.filter(({ user }) => user === 'u-1');
  expect(given).toHaveLength(2_000);
  expect(idsOf(ofOne)).toEqual(Array.from({ length: 667 }, (_, n) => `m-${n * 3 + 1}`));
  await queue.close();
});

test('a backlog whose next events wait for others of their user stays on disk', async () => {
  const queue = await open();
  const text = 'x'.repeat(20_000);
  for (let n = 0; n < 3_000; n += 20)
    await queue.put(Array.from({ length: 20 }, (_, i) => ({ ...queued(n + i, text), user: 'u' })));
  const given = (await queue.reserve?.(ALL)) as Reservation;
  const before = process.memoryUsage().heapUsed;
  expect(await queue.reserve?.(ALL)).toBeUndefined();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(24_000_000);
  await given.settle({ done: given.events, dead: [], again: [], delayMs: 0 });
  expect(await collect(queue)).toHaveLength(3_000 - given.events.length);
  await queue.close();
});

/** A disk of 1 MB, where one may mount; elsewhere the bound of the queue stands in for it. */
const mountSmall = (path: string): boolean => {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', path], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

test('a full disk is a full queue, and ending events makes room', async () => {
  mkdirSync(join(folder, 'small'));
  const small = join(folder, 'small');
  const isMounted = mountSmall(small);
  const bound = isMounted ? {} : { maxBytes: 1024 * 1024 };
  try {
    const queue = await open({ folder: small, ...bound });
    const text = 'x'.repeat(5_000);
    let held = 0;
    while ((await codeOf(queue.put([queued(held, text)]))) === 'held') held += 1;
    expect(held).toBeGreaterThan(100);
    expect(await codeOf(queue.put([queued(held, text)]))).toBe('queue_full');
    expect(idsOf(await collect(queue)).length).toBe(held);
    expect(await codeOf(queue.put([queued(held, text)]))).toBe('held');
    await queue.close();
    const after = await open({ folder: small });
    expect(idsOf(await collect(after))).toEqual([`m-${held}`]);
    await after.close();
  } finally {
    if (isMounted) execFileSync('umount', [small]);
  }
});

test('notes that a killed process left of a file that was gone are not taken for those of a later one', async () => {
  const before = await open();
  await before.put([queued(1), queued(2)]);
  const [given, rest] = [await before.reserve?.({ events: 1, bytes: 1e6 }), await before.reserve?.(ALL)];
  await end(given as Reservation);
  const [path = ''] = files('.ack');
  const notes = readFileSync(path);
  await end(rest as Reservation);
  await before.close();
  expect([files('.log'), files('.ack')]).toEqual([[], []]);
  writeFileSync(path, notes);
  const after = await open();
  await after.put([queued(3), queued(4)]);
  await after.close();
  const last = await open();
  expect(idsOf(await collect(last))).toEqual(['m-3', 'm-4']);
  await last.close();
});

test('two queues in one folder keep out of each other’s way, and what one leaves the next takes over', async () => {
  const [first, second] = [await open(), await open()];
  await first.put([queued(1)]);
  await second.put([queued(2)]);
  expect([(await first.stats()).events, (await second.stats()).events]).toEqual([1, 1]);
  await first.close();
  const third = await open();
  expect(idsOf(await collect(third))).toEqual(['m-1']);
  await second.close();
  await third.close();
  const last = await open();
  expect(idsOf(await collect(last))).toEqual(['m-2']);
  await last.close();
});

test('clocks that jump by a day change nothing but the age, which is never negative', async () => {
  const queue = await open();
  const clock = jest.spyOn(Date, 'now');
  try {
    const real = Date.now();
    clock.mockReturnValue(real + 86_400_000);
    await queue.put([queued(1)]);
    clock.mockReturnValue(real - 86_400_000);
    await queue.put([queued(4)]);
    expect((await queue.stats()).oldestMs).toBe(0);
    clock.mockReturnValue(real + 86_400_000);
    expect((await queue.stats()).oldestMs).toBe(2 * 86_400_000);
    expect(idsOf(await collect(queue))).toEqual(['m-1', 'm-4']);
  } finally {
    clock.mockRestore();
  }
  await queue.close();
});

test('a folder of a later version is refused and left as it is', async () => {
  await (await open()).close();
  const [path = ''] = files('format');
  writeFileSync(path, '2\n');
  const before = files('');
  const queue = openLog({ folder });
  await expect(queue.open?.('source')).rejects.toMatchObject({ code: 'queue_format', retryable: false });
  expect(files('')).toEqual(before);
  expect(readFileSync(path, 'utf8')).toBe('2\n');
});

test('files are the user’s alone', async () => {
  const queue = await open();
  await queue.put([queued(1)]);
  await end((await queue.reserve?.(ALL)) as Reservation);
  const modes = files('').map((path) => (statSync(path).mode & 0o777).toString(8));
  expect(new Set(modes)).toEqual(new Set(['700', '600']));
  await queue.close();
});

test('a folder that cannot be written rejects calls, and says why', async () => {
  writeFileSync(join(folder, 'file'), '');
  const { segment } = simulated({ queue: durableQueue({ folder: join(folder, 'file') }) });
  await expect(segment.track(event(1))).rejects.toMatchObject({
    code: 'queue_failed',
    message: expect.stringContaining('ENOTDIR'),
  });
  expect((await segment.close()).failed).toHaveLength(1);
});

test('unknown and bad options are refused', () => {
  const given = [{ sync: 'always' }, { path: 'x' }, { maxBytes: 0 }] as unknown as DurableQueueOptions[];
  expect(given.map((options) => thrownBy(() => durableQueue(options)).field)).toEqual(['sync', 'path', 'maxBytes']);
});
