import { afterEach, expect, test } from '@jest/globals';

import { createLuaWorker, type LuaWorker, type LuaWorkerOptions } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const script = new URL('../dist/worker-thread.js', import.meta.url);

let lua: LuaWorker;
let started = 0;
const make = (options: LuaWorkerOptions = {}): LuaWorker => {
  started = 0;
  const worker = (): URL => {
    started++;
    return script;
  };
  return (lua = createLuaWorker({ worker, ...options }));
};
afterEach(() => {
  lua[Symbol.dispose]();
});

/** A host function that waits until it is let go, and what lets one call go. */
const gate = () => {
  const waiting: (() => void)[] = [];
  let arrive: () => void = () => undefined;
  return {
    wait: () =>
      new Promise<void>((resolve) => {
        waiting.push(resolve);
        arrive();
      }),
    open: () => {
      for (const go of waiting.splice(0)) go();
    },
    arrived: (count: number) =>
      new Promise<void>((resolve) => {
        arrive = () => {
          if (waiting.length >= count) resolve();
        };
        arrive();
      }),
  };
};

test('never more threads run than maxThreads says', async () => {
  make({ maxThreads: 2 });
  let [running, most] = [0, 0];
  lua.set('begin', () => {
    most = Math.max(most, ++running);
  });
  lua.set('finish', () => {
    running--;
  });
  const runs = Array.from({ length: 200 }, (_, n) => lua.run('begin() finish() return ...', { args: [n] }));
  expect(lua.load.queued).toBeGreaterThan(190);
  expect((await Promise.all(runs)).map((result) => valuesOf(result)[0])).toEqual(runs.map((_, n) => n));
  expect(most).toBeLessThanOrEqual(2);
  expect(started).toBeLessThanOrEqual(2);
  expect(lua.load).toMatchObject({ running: 0, queued: 0 });
});

test('runs take their turns in the order of coming', async () => {
  make({ maxThreads: 1 });
  const order: number[] = [];
  lua.set('note', (n: number) => {
    order.push(n);
  });
  await Promise.all(Array.from({ length: 50 }, (_, n) => lua.run('note(...)', { args: [n] })));
  expect(order).toEqual([...order.keys()]);
});

test('a run that waits too long for a thread says so, and how long the queue is', async () => {
  make({ maxThreads: 1, queueTimeoutMs: 150 });
  const { wait, open, arrived } = gate();
  lua.set('wait', wait);
  // On a busy machine the thread's own start takes longer than that.
  while (!(await lua.run('return 1')).ok);
  const first = lua.run('wait() return "first"');
  await arrived(1);
  const second = lua.run('return "second"');
  expect(lua.load).toEqual({ running: 1, queued: 1, idle: 0 });
  expect(errorOf(await second)).toMatchObject({
    code: 'queue_timeout',
    message: 'the run waited 150 ms (queueTimeoutMs) for a thread: 1 of 1 (maxThreads) are running, 0 more runs wait',
  });
  open();
  expect(valuesOf(await first)).toEqual(['first']);
  expect(valuesOf(await lua.run('return "third"'))).toEqual(['third']);
});

test('a run that is aborted while it waits leaves the queue to those behind it', async () => {
  make({ maxThreads: 1 });
  const { wait, open, arrived } = gate();
  let calls = 0;
  lua.set('wait', wait);
  lua.set('call', () => ++calls);
  const first = lua.run('wait()');
  await arrived(1);
  const controller = new AbortController();
  const second = lua.run('call()', { signal: controller.signal });
  const third = lua.run('return "third"');
  controller.abort('not any more');
  expect(errorOf(await second)).toMatchObject({ code: 'aborted', cause: 'not any more' });
  expect(lua.load.queued).toBe(1);
  open();
  valuesOf(await first);
  expect(valuesOf(await third)).toEqual(['third']);
  expect(calls).toBe(0);
});

test('a thread that has to be killed makes room for who waits', async () => {
  make({ maxThreads: 1, limits: { timeMs: 200, instructions: Infinity } });
  const runs = [lua.run('while true do end'), lua.run('while true do end'), lua.run('return "alive"')];
  const codes = (await Promise.all(runs)).map((result) => (result.ok ? 'ok' : result.error.code));
  expect(codes).toEqual(['limit_time', 'limit_time', 'ok']);
});

test('a script that is not there fails every run that waits at once, and says what to do', async () => {
  make({ worker: () => new URL('file:///nowhere/worker-thread.js'), maxThreads: 1 });
  const results = await Promise.all(Array.from({ length: 50 }, () => lua.run('return 1')));
  for (const result of results) {
    expect(errorOf(result)).toMatchObject({
      code: 'internal',
      message: expect.stringMatching(
        /^there is no script of a thread at file:\/\/\/nowhere\/worker-thread\.js\. Leave out the option `worker`/,
      ) as unknown,
    });
  }
  make({
    worker: () => {
      throw new Error('no threads today');
    },
  });
  expect(errorOf(await lua.run('return 1')).message).toBe('no threads today');
});

test('options that cannot be meant are refused by name', () => {
  make();
  const messages: [LuaWorkerOptions, string][] = [
    [{ maxThreads: 0 }, "createLuaWorker: 'maxThreads' must be a whole number from 1, got 0"],
    [{ maxThreads: 1.5 }, "createLuaWorker: 'maxThreads' must be a whole number from 1, got 1.5"],
    [{ maxThreads: NaN }, "createLuaWorker: 'maxThreads' must be a whole number from 1, got NaN"],
    [{ pool: -1 }, "createLuaWorker: 'pool' must be a whole number from 0, got -1"],
    [{ pool: 3, maxThreads: 2 }, "createLuaWorker: 'pool' must be at most maxThreads (2), got 3"],
    [{ queueTimeoutMs: 0 }, "createLuaWorker: 'queueTimeoutMs' must be a positive number, got 0"],
  ];
  for (const [options, message] of messages) expect(() => createLuaWorker(options)).toThrow(new TypeError(message));
});
