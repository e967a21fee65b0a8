import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

const fromHere = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const FACTS = fromHere('../fixtures/public-api');

const compare = (folder: string): Promise<{ failed: boolean; output: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [fromHere('../../build/compare-facts.mjs'), folder], (error, stdout, stderr) => {
      resolve({ failed: error !== null, output: stdout + stderr });
    });
  });

test('The table agrees with the facts about all 201 operations', async () => {
  expect(await compare(FACTS)).toEqual({ failed: false, output: '201 operations, 0 differences\n' });
});

test.each([
  ['operations.json', '"period":"string"', '"period":"number"', 'get_daily_workspace_api_calls_usage'],
  ['operations.json', '"rate":"2/minute"', '"rate":"3/minute"', 'get_advanced_sync_schedule'],
  ['operations.json', '"consumes":["alpha"]', '"consumes":["json"]', 'update_activation_for_audience'],
  ['models.json', '"urls":"string[]"', '"urls?":"string[]"', 'Download'],
])('The comparison finds a change of %s: %s → %s', async (file, from, to, named) => {
  const folder = await mkdtemp(join(tmpdir(), 'facts-'));
  try {
    for (const name of ['operations.json', 'models.json']) {
      const text = JSON.stringify(JSON.parse(await readFile(join(FACTS, name), 'utf8')));
      const changed = name === file ? text.replace(from, to) : text;
      expect(changed === text).toBe(name !== file);
      await writeFile(join(folder, name), changed);
    }
    const { failed, output } = await compare(folder);
    expect(failed).toBe(true);
    expect(output).toContain(`${named}\n`);
    expect(output).toContain('201 operations, 1 differences');
  } finally {
    await rm(folder, { recursive: true });
  }
});
