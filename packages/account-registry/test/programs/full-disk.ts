// Run with a small file system of its own mounted at the folder given: fills it, then makes it read-only, and prints
// what was acknowledged, what failed and what is there afterwards.
import { execFileSync } from 'node:child_process';

import { type AccountError, createAccountRegistry, secret, text } from '../../src/index.js';
import { fileStore } from '../../src/node.js';

const [folder = ''] = process.argv.slice(2);
const registry = createAccountRegistry({
  services: { segment: { fields: { writeKey: secret(), filler: text() } } },
  stores: [fileStore({ path: `${folder}/kept/accounts.json` })],
});

const names = async (): Promise<string[]> => (await registry.list('segment')).map(({ name }) => name);

async function failureOf(work: Promise<void>): Promise<{ name: string; code: string; message: string } | undefined> {
  const failure: unknown = await work.catch((error: unknown) => error);
  if (failure === undefined) return undefined;
  const { name, code, message } = failure as AccountError;
  return { name, code, message };
}

async function main(): Promise<void> {
  const added: string[] = [];
  let full;
  for (let n = 0; full === undefined; n += 1) {
    full = await failureOf(registry.add('segment', `account_${n}`, { writeKey: 'canary', filler: 'x'.repeat(4_000) }));
    if (full === undefined) added.push(`account_${n}`);
  }
  const afterFull = await names();
  const files = execFileSync('ls', ['-A', `${folder}/kept`])
    .toString()
    .trim()
    .split('\n');
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  const readOnly = await failureOf(registry.add('segment', 'late', { writeKey: 'canary' }));
  console.log(JSON.stringify({ added: added.sort(), full, afterFull, files, readOnly, afterReadOnly: await names() }));
}

void main();
