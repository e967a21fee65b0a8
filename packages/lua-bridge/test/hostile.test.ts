import { describe, expect, test } from '@jest/globals';
import { createLua } from '../src/index.js';
import { hostile } from './hostile/index.js';
import { afterwards } from './afterwards.js';
import { quickest } from './quickest.js';

const TIME_MS = 200;

describe.each(Object.entries(hostile))('%s', (_group, scripts) => {
  test.each(Object.entries(scripts))('%s', async (_name, script) => {
    const took = await quickest(2 * TIME_MS, async () => {
      const lua = createLua({ limits: { timeMs: TIME_MS, instructions: Infinity } });
      const started = performance.now();
      const result = await lua.run(script);
      const ended = performance.now();
      if (!result.ok) expect(result.error.code).toMatch(/^(limit_\w+|runtime|conversion)$/);
      expect(await afterwards(lua)).toEqual([11]);
      return ended - started;
    });
    expect(took).toBeLessThan(2 * TIME_MS);
  });
});

test('the event loop turns while a script computes', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await createLua({ limits: { timeMs: 300, instructions: Infinity } }).run('while true do end');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});
