import { expect } from '@jest/globals';

import type { Lua } from '../src/index.js';
import { stopwatch } from './stopwatch.js';

/** Runs an innocent script; again if a busy machine did not give it its time. */
const innocent = async (lua: Lua, attempts = 5): Promise<unknown> => {
  const result = await lua.run('return #"still works"');
  if (result.ok) return result.values;
  if (attempts === 1 || result.error.code !== 'limit_time') throw result.error;
  return innocent(lua, attempts - 1);
};

/** Runs a hostile script, which must end in order and leave the sandbox usable; gives its time in milliseconds. */
export const withstand = async (lua: Lua, script: string): Promise<number> => {
  const watch = stopwatch();
  const result = await lua.run(script);
  const took = watch();
  if (!result.ok) expect(result.error.code).toMatch(/^(limit_\w+|runtime|conversion)$/);
  expect(await innocent(lua)).toEqual([11]);
  return took;
};
