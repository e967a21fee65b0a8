import { readFileSync } from 'node:fs';

import * as contenders from './contenders.mjs';

/*
 * Measures one contender on one program and prints of its runs, each from the text to the result, the first, the shortest
 * of the first three, and the shortest: the milliseconds that passed, and those of processors, the engine's own threads
 * included. It fails if the result is another than lua5.3's.
 */
const [, , contender, size, times, expected, ...files] = process.argv;

const texts = files.map((file) => readFileSync(file, 'utf8'));

// Not every contender can give a chunk arguments.
const code = `local found = (function(...) ${texts.join('\n')}
end)(${size})
if found ~= ${JSON.stringify(expected)} then error('it found ' .. tostring(found)) end`;

const measure = async (body) => {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await body();
  const { user, system } = process.cpuUsage(before);
  return { passed: performance.now() - started, processor: (user + system) / 1000 };
};

const shortest = (runs) => ({
  passed: Math.min(...runs.map(({ passed }) => passed)),
  processor: Math.min(...runs.map(({ processor }) => processor)),
});

try {
  const run = await contenders[contender]();
  await run('return 1');
  const runs = [];
  for (let i = 0; i < Number(times); i++) runs.push(await measure(() => run(code)));
  console.log(JSON.stringify({ first: runs[0], ofThree: shortest(runs.slice(0, 3)), warm: shortest(runs) }));
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
