import { getEventListeners } from 'node:events';

import { afterEach, describe, expect, test } from '@jest/globals';

import { hostFunction } from '../src/index.js';
import { errorOf, type Sandbox, sandboxes, valuesOf } from './sandboxes.js';

const never = (): Promise<never> => new Promise(() => undefined);

/** A signal that counts who listens, as Node warns by. */
const listenersOf = (signal: AbortSignal): number => getEventListeners(signal, 'abort').length;

describe.each(sandboxes)('%s', (_, create) => {
  let lua: Sandbox;
  let calls: number;
  const make = (): void => {
    calls = 0;
    lua = create();
    lua.set('call', () => ++calls);
    lua.set('never', () => {
      calls++;
      return never();
    });
  };
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('a signal that is aborted already lets nothing be called, and its reason is kept whatever it is', async () => {
    make();
    for (const reason of [new Error('stopped by hand'), 'text', null, 0, { plain: true }, AbortSignal.abort().reason]) {
      const error = errorOf(await lua.run('call() call() return 1', { signal: AbortSignal.abort(reason) }));
      expect(error.code).toBe('aborted');
      expect(error.cause).toBe(reason);
    }
    const error = errorOf(await lua.run('call()', { signal: AbortSignal.abort() }));
    expect(error.cause).toMatchObject({ name: 'AbortError' });
    expect(calls).toBe(0);
  });

  test('an abort while the script computes, waits or calls keeps its reason, too', async () => {
    make();
    for (const reason of [new TypeError('stopped by hand'), 'text', null, undefined]) {
      for (const script of [
        'call() while true do pcall(error) end',
        'never()',
        'parallel(never, never)',
        'pcall(never) call()',
      ]) {
        const controller = new AbortController();
        calls = 0;
        const running = lua.run(script, { signal: controller.signal });
        while (calls === 0) await new Promise(setImmediate);
        controller.abort(reason);
        const error = errorOf(await running);
        expect(error).toMatchObject({ code: 'aborted', line: 1, reason: 'the run was aborted' });
        expect(error.cause).toBe(controller.signal.reason);
        expect(calls).toBe(script.startsWith('parallel') ? 2 : 1);
      }
    }
  });

  test('a host function hears of the abort', async () => {
    make();
    const controller = new AbortController();
    lua.set('stop', () => {
      controller.abort('from within');
      return never();
    });
    expect(errorOf(await lua.run('stop() call()', { signal: controller.signal })).cause).toBe('from within');
    expect(calls).toBe(0);
    expect(valuesOf(await lua.run('return call()'))).toEqual([1]);
  });

  test('a call that asks for its signal late gets one that is aborted with the run, unless the call is over', async () => {
    make();
    const signals: AbortSignal[] = [];
    const controller = new AbortController();
    const ask = hostFunction(async (call, isLast: boolean) => {
      await new Promise(setImmediate);
      signals.push(call.signal);
      expect(call.signal).toBe(signals.at(-1));
      if (isLast) controller.abort();
      return isLast ? never() : undefined;
    });
    lua.set('ask', ask);
    expect(errorOf(await lua.run('ask(false) ask(true)', { signal: controller.signal })).code).toBe('aborted');
    expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]);
  });

  test('once disposed, also twice and while it runs, nothing runs any more', async () => {
    make();
    const running = lua.run('never()');
    while (calls === 0) await new Promise(setImmediate);
    const waiting = Array.from({ length: 5 }, () => lua.run('never()'));
    lua[Symbol.dispose]();
    lua[Symbol.dispose]();
    const before = calls;
    for (const result of await Promise.all([running, ...waiting, lua.run('call()'), lua.run('return 1')])) {
      expect(errorOf(result)).toMatchObject({ code: 'aborted', cause: { message: 'the Lua sandbox was disposed' } });
    }
    expect(calls).toBe(before);
  });

  test('a signal that many runs share has one listener, and none when they are over', async () => {
    make();
    const { signal } = new AbortController();
    const most: number[] = [];
    lua.set('look', () => {
      most.push(listenersOf(signal));
    });
    for (let round = 0; round < 20; round++) {
      await Promise.all(Array.from({ length: 25 }, () => lua.run('look()', { signal })));
      expect(listenersOf(signal)).toBe(0);
    }
    expect(most).toHaveLength(500);
    expect(Math.max(...most)).toBe(1);
  });

  test('no signal has more than one listener, however many runs there are without one of their own', async () => {
    make();
    const heard = new Set<AbortSignal>();
    const addEventListener = Reflect.get(EventTarget.prototype, 'addEventListener') as (...given: unknown[]) => void;
    EventTarget.prototype.addEventListener = function (this: EventTarget, ...given) {
      if (this instanceof AbortSignal) heard.add(this);
      Reflect.apply(addEventListener, this, given);
    };
    const most: number[] = [];
    lua.set('look', async () => {
      await new Promise((resolve) => setImmediate(resolve));
      most.push(...[...heard].map(listenersOf));
    });
    await Promise.all(Array.from({ length: 30 }, () => lua.run('look()')));
    EventTarget.prototype.addEventListener = addEventListener;
    expect(Math.max(...most)).toBe(1);
  });
});
