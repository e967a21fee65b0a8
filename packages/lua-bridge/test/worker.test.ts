import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll, afterEach, expect, test } from '@jest/globals';

import { createLuaWorker, hostFunction, type Lua, type LuaWorkerOptions } from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

const script = new URL('../dist/worker-thread.js', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'lua-bridge-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let lua: Lua;
const make = (options: LuaWorkerOptions = {}): Lua => (lua = createLuaWorker({ worker: () => script, ...options }));
afterEach(() => {
  lua[Symbol.dispose]();
});

test('the time of a run begins when its thread takes it up', async () => {
  const late = join(folder, 'late.mjs');
  writeFileSync(
    late,
    `import ${JSON.stringify(script.href)};\nAtomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);`,
  );
  make({ limits: { timeMs: 200 }, worker: () => pathToFileURL(late) });
  expect(valuesOf(await lua.run('return 1'))).toEqual([1]);
});

test('a call that is answered late does not keep the thread from its own work', async () => {
  make({ limits: { timeMs: 400 } });
  lua.set('slow', () => later(60, 'late'));
  lua.set('never', () => new Promise(() => undefined));
  expect(valuesOf(await lua.run('return slow(), slow()'))).toEqual(['late', 'late']);
  const signal = AbortSignal.timeout(30);
  expect(errorOf(await lua.run('never()', { signal }))).toMatchObject({ code: 'aborted' });
  expect(errorOf(await lua.run('never()'))).toMatchObject({ code: 'limit_time' });
});

test('an abort that comes while the thread blocks on a call ends the run from within', async () => {
  make();
  const controller = new AbortController();
  lua.set('stop', () => {
    controller.abort();
    return new Promise(() => undefined);
  });
  const error = errorOf(await lua.run('\nstop()', { signal: controller.signal }));
  // A thread that had to be killed knows no line.
  expect(error).toMatchObject({ code: 'aborted', line: 2 });
});

test('a host that computes for long while a thread waits for it is waited for', async () => {
  make();
  lua.set('busy', () => {
    const end = performance.now() + 50;
    while (performance.now() < end);
    return 'done';
  });
  expect(valuesOf(await lua.run('local r for i = 1, 3 do r = busy() end return r'))).toEqual(['done']);
});

test('an answer to a run that is over does not reach the next run in the same thread', async () => {
  make();
  let answer: ((value: string) => void) | undefined;
  lua.set(
    'first',
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  lua.set('second', () => {
    answer?.('of the first run');
    return later(20, 'of the second run');
  });
  lua.set('fail', () => Promise.reject(new Error('over')));
  errorOf(await lua.run('parallel(first, fail)'));
  expect(valuesOf(await lua.run('return second()'))).toEqual(['of the second run']);
});

test('a function under many names is there under each, in their order, and knows by which it was called', async () => {
  make();
  const names = Array.from({ length: 20 }, (_, n) => `f${20 - n}`);
  const call = hostFunction(({ path }) => path);
  lua.set('crm', { first: 1, ...Object.fromEntries(names.map((name) => [name, call])) });
  const listed = 'local all = {} for name in pairs(crm) do all[#all + 1] = name end return table.concat(all, " ")';
  expect(valuesOf(await lua.run(listed))).toEqual([['first', ...names].join(' ')]);
  expect(valuesOf(await lua.run('return crm.f20(), crm.f1(), crm.first'))).toEqual(['crm.f20', 'crm.f1', 1]);
});

test('output that the host cannot take ends the run, not the host', async () => {
  make({
    onOutput: () => {
      throw new Error('disk full');
    },
  });
  expect(errorOf(await lua.run('print("x") while true do end'))).toMatchObject({
    code: 'internal',
    message: expect.stringContaining('disk full') as unknown,
  });
});

test('a thread whose script hoarded memory is replaced, others are used again', async () => {
  let started = 0;
  make({
    limits: { memoryBytes: 2 ** 22, instructions: 1_000_000 },
    worker: () => {
      started++;
      return script;
    },
  });
  errorOf(await lua.run('while true do end'));
  valuesOf(await lua.run('return 1'));
  expect(started).toBe(1);
  expect(errorOf(await lua.run('local t = {} while true do t[#t + 1] = {} end'))).toMatchObject({
    code: 'limit_memory',
  });
  valuesOf(await lua.run('return 1'));
  expect(started).toBe(2);
});
