import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmod, mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { createAccountRegistry, secret, text } from '../src/index.js';
import { fileStore } from '../src/node.js';
import { bundleForNode } from './bundle.js';
import { temporaryFolder } from './temporary-folder.js';

const services = { segment: { fields: { writeKey: secret(), filler: text() } } };
let writer: string;

/** `TEST_TIMES=8` repeats the long tests eight times as often, for a machine that has the time. */
const TIMES = Number(process.env['TEST_TIMES'] ?? 1);

beforeAll(async () => {
  writer = await bundleForNode('writer.ts');
});

const freshPath = (): string => join(temporaryFolder(), 'kept', 'accounts.json');

function startWriter(path: string, prefix: string, count: number): ChildProcess {
  return spawn(process.execPath, [writer, path, prefix, String(count)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Follows a writer's acknowledgements until it ends. */
async function acknowledged(child: ChildProcess, onEach: (count: number) => void = () => undefined): Promise<string[]> {
  const names: string[] = [];
  if (child.stdout === null) throw new Error('the writer has no output');
  for await (const name of createInterface(child.stdout)) onEach(names.push(name));
  return names;
}

const namesIn = async (path: string): Promise<string[]> =>
  (await createAccountRegistry({ services, stores: [fileStore({ path })] }).list('segment')).map(({ name }) => name);

test('eight processes that write to one file at once lose no account', async () => {
  const path = freshPath();
  const each = 25 * TIMES;
  const writers = Array.from({ length: 8 }, (_, n) => startWriter(path, `writer${n}`, each));
  const names = (await Promise.all(writers.map((child) => acknowledged(child)))).flat();
  expect(names).toHaveLength(8 * each);
  expect(await namesIn(path)).toEqual(names.sort());
});

/** Kills writers of one file at random moments, one after the other; returns what they were told is safe. */
async function killWriters(path: string, kills: number): Promise<string[]> {
  const safe: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const child = startWriter(path, `writer${kill}`, 1_000);
    const fatal = 1 + Math.floor(Math.random() * 4);
    // From the acknowledgement on, somewhere in the few milliseconds of the next write.
    const names = await acknowledged(child, (count) => {
      if (count === fatal) setTimeout(() => child.kill('SIGKILL'), Math.random() * 6);
    });
    safe.push(...names);
    JSON.parse(await readFile(path, 'utf8'));
  }
  return safe;
}

test('after each SIGKILL the file parses and every acknowledged account is there', async () => {
  const files = Array.from({ length: 5 * TIMES }, freshPath);
  const safe = await Promise.all(files.map((path) => killWriters(path, 5)));
  for (const [at, path] of files.entries()) expect(await namesIn(path)).toEqual(expect.arrayContaining(safe[at] ?? []));
  expect(safe.flat().length).toBeGreaterThanOrEqual(25 * TIMES);
});

describe('a file system that fails', () => {
  interface Outcome {
    readonly added: string[];
    readonly afterFull: string[];
    readonly afterReadOnly: string[];
    readonly files: string[];
    readonly full: unknown;
    readonly readOnly: unknown;
  }

  test('a full disk and a read-only folder give typed errors and lose nothing', async () => {
    const folder = temporaryFolder();
    const program = await bundleForNode('full-disk.ts');
    const script = `mount -t tmpfs -o size=64k,mode=700 tmpfs ${folder} && exec ${process.execPath} ${program} ${folder}`;
    const { stdout } = await promisify(execFile)('unshare', ['--mount', '--map-root-user', 'sh', '-c', script]);
    const { added, afterFull, afterReadOnly, files, full, readOnly } = JSON.parse(stdout) as Outcome;
    expect(added.length).toBeGreaterThan(2);
    expect(full).toEqual({
      name: 'AccountError',
      code: 'disk_full',
      message: expect.stringContaining('make room and try again'),
    });
    expect(readOnly).toEqual({ name: 'AccountError', code: 'not_writable', message: expect.stringContaining('EROFS') });
    expect([afterFull, afterReadOnly]).toEqual([added, added]);
    expect(files).toEqual(['accounts.json']);
  });
});

describe('the lock of a file', () => {
  const addNext = async (path: string, lockTimeoutMs: number): Promise<void> =>
    createAccountRegistry({ services, stores: [fileStore({ path, lockTimeoutMs })] }).add('segment', 'next', {
      writeKey: 'key',
    });

  test('that a dead writer left behind is taken over', async () => {
    const path = freshPath();
    await mkdir(`${path}.lock`, { recursive: true });
    await chmod(join(path, '..'), 0o700);
    await addNext(path, 30_000);
    expect(await namesIn(path)).toEqual(['next']);
  });

  test('that was taken over meanwhile is noticed: the writer starts again and overwrites nothing', async () => {
    const path = freshPath();
    await addNext(path, 30_000);
    const schema = { name: 'segment', fields: services.segment.fields };
    const account = { fields: new Map([['writeKey', 'key']]), previous: new Map() };
    let runs = 0;
    await fileStore({ path }).update(schema, async (current) => {
      runs += 1;
      if (runs === 1) {
        // What another writer does that takes this one for dead: it takes the lock and replaces the file.
        await rmdir(`${path}.lock`);
        await mkdir(`${path}.lock`);
        const content = JSON.parse(await readFile(path, 'utf8')) as { services: { segment: { accounts: object } } };
        Object.assign(content.services.segment.accounts, { theirs: { writeKey: 'key' } });
        await writeFile(path, JSON.stringify(content));
      }
      return { ...current, accounts: new Map(current.accounts).set('ours', account) };
    });
    expect(runs).toBe(2);
    expect(await namesIn(path)).toEqual(['next', 'ours', 'theirs']);
  });

  test('that a living writer holds too long is a typed error', async () => {
    const path = freshPath();
    await mkdir(`${path}.lock`, { recursive: true });
    await chmod(join(path, '..'), 0o700);
    await expect(addNext(path, 50)).rejects.toMatchObject({ name: 'AccountError', code: 'locked' });
  });
});
