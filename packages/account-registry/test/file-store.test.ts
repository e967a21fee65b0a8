import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createAccountRegistry, memoryStore, secret, text } from '../src/index.js';
import { accountsPath, fileStore } from '../src/node.js';
import { bundleForNode } from './bundle.js';
import { temporaryFolder } from './temporary-folder.js';

const services = { segment: { fields: { writeKey: secret(), note: text() } } };
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const registryAt = (path: string) => createAccountRegistry({ services, stores: [fileStore({ path })] });
const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

type Change =
  | { kind: 'add' | 'update' | 'rotate'; name: string; value: string }
  | { kind: 'remove' | 'setDefault'; name: string }
  | { kind: 'rename'; name: string; to: string };

function apply(registry: ReturnType<typeof registryAt>, change: Change): Promise<void> {
  if ('to' in change) return registry.rename('segment', change.name, change.to);
  if (!('value' in change)) return registry[change.kind]('segment', change.name);
  return registry[change.kind]('segment', change.name, { writeKey: change.value, note: `note ${change.value}` });
}

/** Writes a file by hand, with the permissions it should have. */
async function write(file: string, content: string): Promise<string> {
  const path = join(folder, file);
  await writeFile(path, content, { mode: 0o600 });
  return path;
}

describe('permissions', () => {
  test('the file is 0600 and the folder 0700, whatever the umask', async () => {
    const before = process.umask(0);
    const path = join(folder, 'deep', 'er', 'accounts.json');
    await registryAt(path).add('segment', 'production', { writeKey: 'key' });
    process.umask(before);
    expect([await modeOf(path), await modeOf(dirname(path))]).toEqual(['600', '700']);
  });

  test.each([0o644, 0o640, 0o604, 0o660])(
    'a file of mode %s that others may read is refused, with the fix',
    async (mode) => {
      const path = await write('accounts.json', '{"version":1,"services":{}}');
      await chmod(path, mode);
      await expect(registryAt(path).list('segment')).rejects.toMatchObject({
        code: 'insecure_permissions',
        suggestion: `chmod 600 '${path}'`,
      });
      await expect(registryAt(path).add('segment', 'production', { writeKey: 'key' })).rejects.toMatchObject({
        code: 'insecure_permissions',
      });
      expect(await readFile(path, 'utf8')).toBe('{"version":1,"services":{}}');
      await chmod(path, 0o600);
      expect(await registryAt(path).list('segment')).toEqual([]);
    },
  );

  test('a folder that others may enter is refused, with the fix', async () => {
    const open = join(folder, 'open');
    await mkdir(open);
    await chmod(open, 0o755);
    await expect(
      registryAt(join(open, 'accounts.json')).add('segment', 'production', { writeKey: 'key' }),
    ).rejects.toMatchObject({ code: 'insecure_permissions', suggestion: `chmod 700 '${open}'` });
    expect(await readdir(open)).toEqual([]);
  });

  test.each([
    ['/etc/x.json', '/etc', '/etc/x/x.json'],
    ['/usr/local/etc/keys.toml', '/usr/local/etc', '/usr/local/etc/keys/keys.toml'],
    ['/tmp/accounts.json', '/tmp', '/tmp/accounts/accounts.json'],
    ['/var/lib/accounts.json', '/var/lib', '/var/lib/accounts/accounts.json'],
    ['/accounts.json', '/', '/accounts/accounts.json'],
  ])('a folder of the system is left as it is: %s', async (path, open, instead) => {
    const failure: unknown = await registryAt(path)
      .add('segment', 'production', { writeKey: 'key' })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'insecure_permissions', path: open });
    expect(String(failure)).not.toContain('chmod');
    expect(failure).toMatchObject({ suggestion: expect.stringContaining(`'${instead}'`) });
    expect(existsSync(path)).toBe(false);
  });
});

describe('where the file lies', () => {
  const place = (variables: Record<string, string>): string => accountsPath('my-tool', variables);

  test('follows the XDG rules', () => {
    expect(place({ XDG_CONFIG_HOME: '/etc/xdg', HOME: '/home/me' })).toBe('/etc/xdg/my-tool/accounts.json');
    expect(place({ HOME: '/home/me' })).toBe('/home/me/.config/my-tool/accounts.json');
    expect(place({ XDG_CONFIG_HOME: 'relative', HOME: '/home/me' })).toBe('/home/me/.config/my-tool/accounts.json');
    expect(place({})).toBe(join(homedir(), '.config/my-tool/accounts.json'));
  });

  test('is the file a link leads to, which stays a link', async () => {
    const path = await write('accounts.json', '{"version":1,"services":{}}');
    await symlink(path, join(folder, 'link.json'));
    await registryAt(join(folder, 'link.json')).add('segment', 'production', { writeKey: 'key' });
    expect(await registryAt(path).list('segment')).toHaveLength(1);
  });
});

test.each(['accounts.json', 'accounts.toml'])(
  'any sequence of changes to %s reads back as it would from memory',
  async (file) => {
    const value = fc.string({ unit: 'binary', minLength: 1, maxLength: 24 });
    const name = fc.constantFrom('a', 'b', 'c');
    const change = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), name, value }),
      fc.record({ kind: fc.constant('update' as const), name, value }),
      fc.record({ kind: fc.constant('rotate' as const), name, value }),
      fc.record({ kind: fc.constant('remove' as const), name }),
      fc.record({ kind: fc.constant('setDefault' as const), name }),
      fc.record({ kind: fc.constant('rename' as const), name, to: name }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
        const path = join(temporaryFolder(), file);
        const now = (): number => Date.parse('2030-01-01T00:00:00Z');
        const registries = [memoryStore(), fileStore({ path })].map((store) =>
          createAccountRegistry({ services, stores: [store], now }),
        );
        const outcomes = await Promise.all(
          registries.map(async (registry) => {
            const codes: unknown[] = [];
            for (const each of changes)
              codes.push(await apply(registry, each).catch((error: unknown) => (error as { code: unknown }).code));
            const accounts = await Promise.all(
              (await registry.list('segment')).map(async ({ name: account, isDefault }) => {
                const { fields, previous } = await registry.get('segment', account);
                return [account, isDefault, fields.writeKey?.reveal(), fields.note, previous.writeKey?.reveal()];
              }),
            );
            return { codes, accounts };
          }),
        );
        expect(outcomes[1]).toEqual(outcomes[0]);
      }),
      { numRuns: 150 },
    );
  },
);

describe('a file written by others', () => {
  test('keeps keys that are not ours', async () => {
    const kept = {
      version: 1,
      editor: { theme: 'dark' },
      services: {
        other: { accounts: { a: { b: 'c' } } },
        segment: { colour: 'red', accounts: { production: { writeKey: 'old', tags: ['x'], limits: { perDay: 5 } } } },
      },
    };
    const path = await write('accounts.json', JSON.stringify(kept));
    await registryAt(path).update('segment', 'production', { writeKey: 'new' });
    await registryAt(path).rename('segment', 'production', 'live');
    const segment = {
      colour: 'red',
      accounts: { live: { ...kept.services.segment.accounts.production, writeKey: 'new' } },
    };
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...kept, services: { ...kept.services, segment } });
  });

  test('keeps its comments and layout in TOML', async () => {
    const before = [
      '# Accounts of the data team',
      'version = 1',
      '',
      '[services.segment]',
      'default = "production" # everyone uses this',
      '',
      '# Ask Ada before you touch this one',
      '[services.segment.accounts.production]',
      "writeKey   = 'old'   # rotated in May",
      'note = "kept"',
      '',
      '[editor]',
      'theme = "dark"',
      '',
    ].join('\n');
    const path = await write('accounts.toml', before);
    const registry = registryAt(path);
    await registry.update('segment', 'production', { writeKey: 'new' });
    expect(await readFile(path, 'utf8')).toBe(before.replace("'old'", '"new"'));
    await registry.add('segment', 'staging', { writeKey: 'second' });
    await registry.update('segment', 'production', { note: undefined });
    await registry.rotate('segment', 'production', { writeKey: 'newest' });
    await registry.setDefault('segment', 'staging');
    const after = await readFile(path, 'utf8');
    expect(after.replace(/until = "[^"]*"/, 'until = "…"').split('\n')).toEqual([
      '# Accounts of the data team',
      'version = 1',
      '',
      '[services.segment]',
      'default = "staging" # everyone uses this',
      '',
      '# Ask Ada before you touch this one',
      '[services.segment.accounts.production]',
      'previous = { writeKey = { value = "new", until = "…" } }',
      'writeKey   = "newest"   # rotated in May',
      '',
      '[editor]',
      'theme = "dark"',
      '',
      '[services.segment.accounts.staging]',
      'writeKey = "second"',
      '',
    ]);
    expect((await registryAt(path).get('segment', 'staging')).fields.writeKey?.reveal()).toBe('second');
    expect(await modeOf(path)).toBe('600');
  });

  test('keeps the comment above a section with it when the section before it grows, in TOML', async () => {
    const path = await write(
      'accounts.toml',
      [
        'version = 1',
        '[services.segment.accounts.production]',
        "writeKey = 'key'",
        '',
        '# About staging',
        '[services.segment.accounts.staging]',
        "writeKey = 'key'",
        '',
      ].join('\n'),
    );
    await registryAt(path).update('segment', 'production', { note: 'grown' });
    expect((await readFile(path, 'utf8')).split('\n').slice(2)).toEqual([
      'note = "grown"',
      "writeKey = 'key'",
      '',
      '# About staging',
      '[services.segment.accounts.staging]',
      "writeKey = 'key'",
      '',
    ]);
  });

  test('without a version is a plain map of services and accounts, and becomes one of this version', async () => {
    const path = await write('accounts.json', JSON.stringify({ segment: { production: { writeKey: 'by hand' } } }));
    expect((await registryAt(path).get('segment')).fields.writeKey?.reveal()).toBe('by hand');
    await registryAt(path).add('segment', 'staging', { writeKey: 'key' });
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      version: 1,
      services: { segment: { accounts: { production: { writeKey: 'by hand' }, staging: { writeKey: 'key' } } } },
    });
  });

  test('of a later version is refused and left alone', async () => {
    const content = '{"version":2,"services":{"segment":{}}}';
    const path = await write('accounts.json', content);
    await expect(registryAt(path).list('segment')).rejects.toMatchObject({ code: 'unsupported_version' });
    await expect(registryAt(path).add('segment', 'production', { writeKey: 'key' })).rejects.toMatchObject({
      code: 'unsupported_version',
    });
    expect(await readFile(path, 'utf8')).toBe(content);
  });
});

test('what a killed writer left half-written is removed by the next one', async () => {
  const path = await write('accounts.json', '{"version":1,"services":{}}');
  await write('accounts.json.0b7c.tmp', '{"version":1,"serv');
  await registryAt(path).add('segment', 'production', { writeKey: 'key' });
  expect(await readdir(folder)).toEqual(['accounts.json']);
});

test('a registry hears of the accounts another process adds', async () => {
  const path = join(folder, 'kept', 'accounts.json');
  const registry = registryAt(path);
  const heard = new Set<string>();
  const all = new Promise<void>((resolve) => {
    registry.subscribe(({ name, change }) => {
      if (change === 'added' && heard.add(name).size === 4) resolve();
    });
  });
  await registry.add('segment', 'ours', { writeKey: 'key' });
  spawn(process.execPath, [await bundleForNode('writer.ts'), path, 'theirs', '3'], { stdio: 'ignore' });
  await all;
  expect([...heard].sort()).toEqual(['ours', 'theirs_0', 'theirs_1', 'theirs_2']);
});
