import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

import { garbage } from './hostile/garbage.js';
import { memory } from './hostile/memory.js';

const run = promisify(execFile);
const entry = new URL('../dist/index.js', import.meta.url).href;

/*
 * A process of its own for each script: what it reports is the most it ever had. The young generation of V8, which is
 * not collected before it is full, has 16 MiB up to Node 22; later ones let it grow with the machine.
 */
const program = `
  import { createLua } from '${entry}';
  const lua = createLua({ limits: { timeMs: 500, instructions: Infinity } });
  const result = await lua.run(process.argv[1]);
  console.log(JSON.stringify({ code: result.error?.code, mebibytes: process.resourceUsage().maxRSS / 1024 }));
`;

test.each(Object.entries({ ...memory, ...garbage }))(
  '%s leaves the process under 256 MiB',
  async (_name, script) => {
    const { stdout } = await run(process.execPath, [
      '--max-semi-space-size=16',
      '--input-type=module',
      '--eval',
      program,
      script,
    ]);
    const { code, mebibytes } = JSON.parse(stdout) as { code?: string; mebibytes: number };
    expect(code ?? 'runtime').toMatch(/^(limit_\w+|runtime)$/);
    expect(mebibytes).toBeLessThan(256);
  },
  60_000,
);
