// node run.mjs [samples]: how long 1,000 accounts take to load in a fresh process, and what eight processes that write
// at once cost and keep. Needs the packages built.
import { execFile } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describeMachine, median, percentile, table, writeResults } from '../measure.mjs';
import { account, subjects } from './subjects.mjs';

const samples = Number(process.argv[2] ?? 15);
const run = promisify(execFile);
const child = async (...args) =>
  JSON.parse((await run(process.execPath, ['child.mjs', ...args.map(String)], { cwd: import.meta.dirname })).stdout);
const base = mkdtempSync(join(tmpdir(), 'benchmark-'));
process.on('exit', () => rmSync(base, { recursive: true, force: true }));
const fresh = () => mkdtempSync(join(base, 'accounts-'));
const ms = (value) => `${value.toFixed(1)} ms`;
const accounts = Object.fromEntries(Array.from({ length: 1_000 }, (_, n) => [`account_${n}`, account(n)]));

/** Puts 1,000 accounts where a subject looks for them. */
const prepare = {
  'JSON file': (folder) =>
    write(folder, 'accounts.json', JSON.stringify({ version: 1, services: { segment: { accounts } } }, null, 2)),
  'TOML file': (folder) => {
    const sections = Object.entries(accounts).map(
      ([name, fields]) =>
        `[services.segment.accounts.${name}]\n${Object.entries(fields)
          .map(([field, value]) => `${field} = "${value}"\n`)
          .join('')}`,
    );
    write(folder, 'accounts.toml', `version = 1\n\n${sections.join('\n')}`);
  },
  conf: (folder) => writeFileSync(join(folder, 'conf.json'), JSON.stringify(accounts, null, '\t')),
};

function write(folder, file, text) {
  mkdirSync(join(folder, 'kept'), { mode: 0o700 });
  writeFileSync(join(folder, 'kept', file), text, { mode: 0o600 });
}

async function prepareSealed(name, folder) {
  const { encryptedStore } = await import('../../packages/account-registry/dist/encryption.js');
  const { fileStore } = await import('../../packages/account-registry/dist/node.js');
  const [file, protection] = name.endsWith('key')
    ? ['sealed.json', { key: new Uint8Array(32).fill(1) }]
    : ['passphrase.json', { passphrase: 'correct horse' }];
  const store = encryptedStore(fileStore({ path: join(folder, 'kept', file) }), protection);
  const fields = { writeKey: { kind: 'secret' }, apiToken: { kind: 'secret' }, region: { kind: 'text' } };
  const stored = new Map(
    Object.entries(accounts).map(([account, values]) => [
      account,
      { fields: new Map(Object.entries(values)), previous: new Map() },
    ]),
  );
  await store.update({ name: 'segment', fields }, (current) => ({ ...current, accounts: stored }));
}

/** How long one subject takes in fresh processes: list, first secret, next secret, each as median and p90. */
async function measureLoad(name) {
  const folder = fresh();
  await (prepare[name] ?? ((place) => prepareSealed(name, place)))(folder);
  const found = [];
  for (let n = 0; n < samples; n += 1) found.push(await child('load', name, folder));
  return ['list', 'firstSecret', 'nextSecret'].map((what) => {
    const values = found.map((each) => each[what]);
    return `${ms(median(values))} (${ms(percentile(values, 0.9))})`;
  });
}

/** Eight processes that write to one file at once: seconds, and how many of their accounts are there at the end. */
async function measureCrowd(name) {
  const folder = fresh();
  const start = performance.now();
  await Promise.all(Array.from({ length: 8 }, (_, n) => child('write', name, folder, `writer${n}`, 200)));
  const seconds = (performance.now() - start) / 1_000;
  return [seconds.toFixed(1), (await subjects[name](folder).names()).length];
}

const loads = [];
for (const name of Object.keys(subjects)) loads.push([name, ...(await measureLoad(name))]);
const crowds = [];
for (const name of ['JSON file', 'conf']) crowds.push([name, ...(await measureCrowd(name))]);
const writes = [];
for (const name of ['JSON file', 'JSON file, encrypted by a key', 'TOML file', 'conf'])
  writes.push([name, ms((await child('write', name, fresh(), 'writer', 200)).ms / 200)]);

writeResults(
  import.meta.url,
  `${describeMachine()}; ${samples} fresh processes each, median (p90).`,
  table(['1,000 accounts in a fresh process', 'list them', 'first secret', 'next secret'], loads),
  table(['8 processes × 200 writes to one file', 'seconds', 'kept of 1,600'], crowds),
  table(['one process, 200 writes', 'each'], writes),
);
