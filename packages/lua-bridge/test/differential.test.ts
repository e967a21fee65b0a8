import { expect, jest, test } from '@jest/globals';

import { createLua, type Lua, type RunResult } from '../src/index.js';
import { writeCalls } from './differential/call-program.js';
import { writeLoops } from './differential/loop-program.js';
import { writeProgram } from './differential/program.js';

/* `npm run test:differential` runs 50,000 of two kinds and half as many of calls, from a seed if one is given. */
const PROGRAMS = Number(process.env.PROGRAMS ?? 100);
const FIRST = Number(process.env.SEED ?? 1);

const compiledLimits = { timeMs: Infinity, instructions: 2_100_000, memoryBytes: 32 * 2 ** 20, hostCalls: 3000 };

/* Where the interpreter is stopped, the other way may be stopped elsewhere; where it is not, nor may that. */
const limits = {
  never: { timeMs: Infinity, instructions: 1_000_000, memoryBytes: 16 * 2 ** 20, hostCalls: 3000 },
  soon: compiledLimits,
  always: compiledLimits,
};

const create = (compile: keyof typeof limits): Lua =>
  createLua({ compile, limits: limits[compile], seed: 1 }).set('wait', (value: unknown) => Promise.resolve(value));

/* All that a script, or whoever runs it, can see of a run. */
const observe = ({ output, usage, ...ended }: RunResult): unknown => {
  const { hostCalls, outputBytes } = usage;
  if (ended.ok) return { output, values: ended.values.map(String), hostCalls, outputBytes };
  const { code, message, line, traceback } = ended.error;
  return { output, code, message, line, traceback, hostCalls, outputBytes };
};

const kinds = [
  ['of all kinds of statements', writeProgram, PROGRAMS],
  ['that are all calls', writeCalls, PROGRAMS / 2],
  ['that are all loops', writeLoops, PROGRAMS],
] as const;

test.each(kinds)(
  'random programs %s do the same when all is compiled, at about the same cost',
  async (_, write, programs) => {
    const [interpreted, compiled] = [create('never'), create('always')];
    // One that fails in its first lines has nothing to compile yet.
    let compiledPrograms = 0;
    for (let seed = FIRST; seed < FIRST + programs; seed++) {
      const program = write(seed);
      const [expected, got] = [await interpreted.run(program), await compiled.run(program)];
      if (got.usage.tier === 'compiled') compiledPrograms += 1;
      if (!expected.ok && expected.error.code.startsWith('limit_')) continue;
      expect({ seed, seen: observe(got) }).toEqual({ seed, seen: observe(expected) });
      // What it costs to compile comes on top.
      expect(got.usage.instructions).toBeLessThan(expected.usage.instructions * 2 + 20_000);
      expect(got.usage.instructions).toBeGreaterThan(expected.usage.instructions / 2);
    }
    expect(compiledPrograms).toBeGreaterThan(programs * 0.95);
  },
  7_200_000,
);

test.each(kinds)(
  'random programs %s do the same when they are compiled soon, so that loops are entered in their midst',
  async (_, write, programs) => {
    const interpreted = create('never');
    let compiledPrograms = 0;
    for (let seed = FIRST; seed < FIRST + programs; seed++) {
      const program = write(seed);
      const expected = await interpreted.run(program);
      // A sandbox that knows a script from before would begin with its code.
      const got = await create('soon').run(program);
      if (got.usage.tier === 'compiled') compiledPrograms += 1;
      if (!expected.ok && expected.error.code.startsWith('limit_')) continue;
      expect({ seed, seen: observe(got) }).toEqual({ seed, seen: observe(expected) });
    }
    expect(compiledPrograms).toBeGreaterThan(programs * 0.6);
  },
  7_200_000,
);

test.each(kinds)(
  'random programs %s do the same when all is compiled and the event loop turns at every look at the clock',
  async (_, write, programs) => {
    const [still, racing] = [create('never'), create('always')];
    for (let seed = FIRST; seed < FIRST + programs / 2; seed++) {
      const program = write(seed);
      const expected = await still.run(program);
      if (!expected.ok && expected.error.code.startsWith('limit_')) continue;
      let now = performance.now();
      const clock = jest.spyOn(performance, 'now').mockImplementation(() => (now += 20));
      const got = await racing.run(program);
      clock.mockRestore();
      expect({ seed, seen: observe(got) }).toEqual({ seed, seen: observe(expected) });
    }
  },
  7_200_000,
);
