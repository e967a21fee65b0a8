import { describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { hostile } from './hostile/index.js';
import { quickest } from './quickest.js';
import { withstand } from './withstand.js';

const TIME_MS = 80;
/** In a process that has run them all, on a busy machine, a step over 100,000 entries of a table may take this long. */
const GRACE_MS = 1_000;

describe.each(Object.entries(hostile))('%s', (_group, scripts) => {
  test.each(Object.entries(scripts))('%s', async (_name, script) => {
    for (const compile of ['auto', 'always'] as const) {
      const took = await quickest(TIME_MS + GRACE_MS, () =>
        withstand(createLua({ compile, limits: { timeMs: TIME_MS, instructions: Infinity } }), script),
      );
      expect(took).toBeLessThan(TIME_MS + GRACE_MS);
    }
  });
});

test('the event loop turns while a script computes', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 10);
  await createLua({ limits: { timeMs: 300, instructions: Infinity } }).run('while true do end');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});
