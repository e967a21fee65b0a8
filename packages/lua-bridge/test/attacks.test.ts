import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { LuaError, RunResult } from '../src/index.js';
import { type Callback, modules, prepare } from './attacks/ground.js';
import { attacks } from './attacks/index.js';
import { quickest } from './quickest.js';
import { type Sandbox, sandboxes } from './sandboxes.js';
import { stopwatch } from './stopwatch.js';

/* A thread that is not done 100 ms after its time is killed; the rest is room for a busy machine. */
const timing: Readonly<Record<string, { timeMs: number; boundMs: number }>> = {
  'in this thread': { timeMs: 60, boundMs: 250 },
  'with all compiled': { timeMs: 60, boundMs: 250 },
  'in a worker': { timeMs: 60, boundMs: 310 },
};

const MARK = 'still works';

/* What JavaScript says of its own stack, files and failures. */
const HOST_TRACE =
  /\n\s+at |node:|file:\/\/|node_modules|\.[cm]?[jt]s\b|\bundefined\b.*\b(reading|function)\b|is not a function|prototype/;

const told = ({ message, traceback, chunk }: LuaError): string => [message, traceback, chunk].join('\n');

const check = (result: RunResult): void => {
  if (result.ok) return;
  expect(result.error.code).not.toBe('internal');
  expect(told(result.error)).not.toMatch(HOST_TRACE);
};

/* What a run gives that does no harm. On a busy machine even that may not be in time at once. */
const innocent = async (lua: Sandbox, attempts = 5): Promise<unknown> => {
  const result = await lua.run(`return '${MARK}', ('x'):upper(), #{1, 2}, pcall(error), host.echo(3)`);
  if (result.ok) return result.values;
  if (attempts === 1 || result.error.code !== 'limit_time') throw result.error;
  return innocent(lua, attempts - 1);
};

describe.each(sandboxes)('an attack %s', (kind, create) => {
  const { timeMs, boundMs } = timing[kind] as { timeMs: number; boundMs: number };
  let lua: Sandbox;
  let kept: Callback[];
  beforeAll(async () => {
    lua = create({ limits: { timeMs, instructions: Infinity }, modules });
    kept = prepare(lua);
    await lua.run('return "the thread is up"');
  });
  afterAll(() => {
    lua[Symbol.dispose]();
  });

  const attack = async (script: string): Promise<number> => {
    kept.length = 0;
    const watch = stopwatch();
    const result = await lua.run(script);
    const took = watch();
    check(result);
    for (const callback of kept) await expect(callback()).rejects.toMatchObject({ code: 'callback_expired' });
    expect(await innocent(lua)).toEqual([MARK, 'X', 2, false, 3]);
    return took;
  };

  describe.each(Object.entries(attacks))('by %s', (_group, scripts) => {
    test.each(Object.entries(scripts))('%s', async (_name, script) => {
      expect(await quickest(boundMs, () => attack(script))).toBeLessThan(boundMs);
    });
  });

  test('changed nothing that objects inherit', () => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
