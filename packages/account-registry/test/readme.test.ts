import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@jest/globals';

import { bundleText } from './bundle.js';
import { temporaryFolder } from './temporary-folder.js';

test('the example of the README runs and prints what it says', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const home = temporaryFolder();
  const program = join(home, 'example.mjs');
  await bundleText(example, program);
  const { stdout } = await promisify(execFile)(process.execPath, [program], {
    env: { PATH: process.env['PATH'], XDG_CONFIG_HOME: home },
  });
  expect(stdout).toBe("production { writeKey: [secret], region: 'eu' }\nthe-key-of-production\n");
});
