import { readFileSync } from 'node:fs';

import * as contenders from './contenders.mjs';

/*
 * Measures one contender on one program and prints the shortest of its runs, each from the text to the result: the
 * milliseconds that passed, and those of processors, the engine's own threads included. It fails if the result is another
 * than lua5.3's.
 */
const [, , contender, size, times, expected, ...files] = process.argv;

const texts = files.map((file) => readFileSync(file, 'utf8'));

// Not every contender can give a chunk arguments.
const code = `local found = (function(...) ${texts.join('\n')}
end)(${size})
if found ~= ${JSON.stringify(expected)} then error('it found ' .. tostring(found)) end`;

const shortest = async (body) => {
  const found = { passed: Infinity, processor: Infinity };
  for (let i = 0; i < Number(times); i++) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    await body();
    const { user, system } = process.cpuUsage(before);
    found.passed = Math.min(found.passed, performance.now() - started);
    found.processor = Math.min(found.processor, (user + system) / 1000);
  }
  return found;
};

try {
  const run = await contenders[contender]();
  await run('return 1');
  console.log(JSON.stringify(await shortest(() => run(code))));
  process.exit(0);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
