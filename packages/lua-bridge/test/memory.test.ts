import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

import { garbage } from './hostile/garbage.js';
import { memory } from './hostile/memory.js';

const run = promisify(execFile);
const entry = new URL('../dist/index.js', import.meta.url).href;

/*
 * A process of its own for each script: what it reports is the most it ever had. (`maxRSS` begins on Linux with that
 * of the process that started it, here Jest.) The young generation of V8, which is not collected before it is full, has
 * 16 MiB up to Node 22; later ones let it grow with the machine.
 */
const program = `
  import { existsSync, readFileSync } from 'node:fs';
  import { createLua } from '${entry}';
  const [, script, runs] = process.argv;
  const lua = createLua({ limits: { timeMs: 500, instructions: Infinity } });
  let result;
  for (let n = 0; n < Number(runs); n++) result = await lua.run(script);
  const status = '/proc/self/status';
  const own = existsSync(status) ? /VmHWM:\\s+(\\d+)/.exec(readFileSync(status, 'utf8'))[1] : undefined;
  const most = Number(own ?? process.resourceUsage().maxRSS);
  console.log(JSON.stringify({ code: result.error?.code, mebibytes: most / 1024 }));
`;

const measure = async (script: string, runs: number): Promise<{ code?: string; mebibytes: number }> => {
  const options = ['--max-semi-space-size=16', '--input-type=module', '--eval', program, script, String(runs)];
  const { stdout } = await run(process.execPath, options);
  return JSON.parse(stdout) as { code?: string; mebibytes: number };
};

test.each(Object.entries({ ...memory, ...garbage }))(
  '%s leaves the process under 256 MiB',
  async (_name, script) => {
    const { code, mebibytes } = await measure(script, 1);
    expect(code ?? 'runtime').toMatch(/^(limit_\w+|runtime)$/);
    expect(mebibytes).toBeLessThan(256);
  },
  60_000,
);

test('runs that each hold nearly as much as they may leave the process under 400 MiB', async () => {
  const { code, mebibytes } = await measure('local t = {} for i = 1, 300000 do t[i] = {i} end', 20);
  expect([undefined, 'limit_time']).toContain(code);
  expect(mebibytes).toBeLessThan(400);
}, 60_000);
