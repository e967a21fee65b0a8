import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { createLua, createLuaWorker, type Lua, type LuaOptions } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

const script = new URL('../dist/worker-thread.js', import.meta.url);

/** What one timer can wait at the most. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

const sandboxes: Record<string, (options: LuaOptions) => Lua> = {
  createLua,
  createLuaWorker: (options) => createLuaWorker({ worker: () => script, ...options }),
};

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'performance'] });
});
afterEach(() => {
  jest.useRealTimers();
});

test.each(
  Object.keys(sandboxes).flatMap((name) => [2 ** 31, 2 ** 33, 1e300, Infinity].map((timeMs) => ({ name, timeMs }))),
)('a limit of $timeMs ms in $name does not end sooner than it says', async ({ name, timeMs }) => {
  const lua = sandboxes[name]?.({ limits: { timeMs } }) as Lua;
  let run: ReturnType<Lua['run']> | undefined;
  const answer = await new Promise<(text: string) => void>((called) => {
    lua.set('ask', () => new Promise<string>(called));
    run = lua.run('return ask()');
  });
  jest.advanceTimersByTime(LONGEST_TIMER_MS);
  answer('in time');
  expect(valuesOf(await (run as ReturnType<Lua['run']>))).toEqual(['in time']);
  lua[Symbol.dispose]();
});
