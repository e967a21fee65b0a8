import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { createLuaWorker } from '../src/index.js';
import { hostile } from './hostile/index.js';
import { quickest } from './quickest.js';
import { withstand } from './withstand.js';

const TIME_MS = 80;
const GRACE_MS = 250;

const lua = createLuaWorker({
  limits: { timeMs: TIME_MS, instructions: Infinity },
  worker: () => new URL('../dist/worker-thread.js', import.meta.url),
});
const warmUp = () => lua.run('return 1');
beforeAll(warmUp);
afterAll(() => {
  lua[Symbol.dispose]();
});

describe.each(Object.entries(hostile))('%s', (_group, scripts) => {
  test.each(Object.entries(scripts))('%s', async (_name, script) => {
    const took = await quickest(TIME_MS + GRACE_MS, () => withstand(lua, script));
    expect(took).toBeLessThan(TIME_MS + GRACE_MS);
  });
});
