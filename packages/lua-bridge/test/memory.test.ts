import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { memory } from './hostile/memory.js';

const run = promisify(execFile);
const entry = new URL('../dist/index.js', import.meta.url).href;

/* A process of its own for each script: what it reports is the most it ever had. */
const program = `
  import { createLua } from '${entry}';
  const lua = createLua({ limits: { timeMs: 1000, instructions: Infinity } });
  const result = await lua.run(process.argv[1]);
  console.log(JSON.stringify({ code: result.error?.code, mebibytes: process.resourceUsage().maxRSS / 1024 }));
`;

test.each(Object.entries(memory))('%s leaves the process under 256 MiB', async (_name, script) => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program, script]);
  const { code, mebibytes } = JSON.parse(stdout) as { code?: string; mebibytes: number };
  expect(code).toMatch(/^(limit_\w+|runtime)$/);
  expect(mebibytes).toBeLessThan(256);
}, 60_000);
