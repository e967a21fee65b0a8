import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { encryptedStore, type Protection } from '../src/encryption.js';
import { createAccountRegistry, memoryStore, secret, text } from '../src/index.js';
import { fileStore } from '../src/node.js';
import { temporaryFolder } from './temporary-folder.js';

const services = {
  segment: { fields: { writeKey: secret(), apiToken: secret(), note: text() } },
  other: { fields: { writeKey: secret() } },
};
const right: Protection = { passphrase: 'correct horse', scryptCost: 1024 };
const wrong: Protection = { passphrase: 'battery staple', scryptCost: 1024 };

interface Stored {
  version: number;
  services: Record<string, { encryption: Record<string, unknown>; accounts: Record<string, Record<string, string>> }>;
}

let path: string;

beforeEach(async () => {
  path = join(temporaryFolder(), 'accounts.json');
  await registryWith(right).add('segment', 'production', {
    writeKey: 'canary-key',
    apiToken: 'canary-token',
    note: 'readable',
  });
  await registryWith(right).add('segment', 'staging', { writeKey: 'canary-other' });
});

const storeWith = (protection: Protection) => encryptedStore(fileStore({ path }), protection);
const registryWith = (protection: Protection) => createAccountRegistry({ services, stores: [storeWith(protection)] });
const stored = async (): Promise<Stored> => JSON.parse(await readFile(path, 'utf8')) as Stored;

async function tamper(change: (segment: Stored['services'][string]) => void): Promise<void> {
  const content = await stored();
  const { segment } = content.services;
  if (segment === undefined) throw new Error('nothing was stored');
  change(segment);
  await writeFile(path, JSON.stringify(content));
}

const writeKeyOf = async (protection: Protection, account: string): Promise<string | undefined> =>
  (await registryWith(protection).get('segment', account)).fields.writeKey?.reveal();

describe('accounts encrypted at rest', () => {
  test('keep no secret in the file, and keep the rest readable without a passphrase', async () => {
    expect(await readFile(path, 'utf8')).not.toContain('canary');
    const never: Protection = { passphrase: () => Promise.reject(new Error('nobody should be asked')) };
    expect(await registryWith(never).list('segment')).toEqual([
      { name: 'production', isDefault: false, fields: { note: 'readable' }, secrets: ['writeKey', 'apiToken'] },
      { name: 'staging', isDefault: false, fields: {}, secrets: ['writeKey'] },
    ]);
  });

  test('say in their header how the data key is wrapped', async () => {
    expect((await stored()).services['segment']?.encryption).toEqual({
      version: 1,
      kdf: 'scrypt',
      N: 1024,
      r: 8,
      p: 1,
      salt: expect.stringMatching(/^[\w+/]{22}==$/),
      wrapped: expect.any(String),
    });
  });

  test('cost what OWASP advises unless told otherwise', async () => {
    const store = encryptedStore(memoryStore(), { passphrase: 'any' });
    await createAccountRegistry({ services, stores: [store] }).add('segment', 'production', { writeKey: 'key' });
    expect((await store.read({ name: 'segment', fields: {} })).encryption).toMatchObject({ N: 131_072, r: 8, p: 1 });
  });

  test('open to the right passphrase, asked for once, and to no other', async () => {
    let asked = 0;
    const ask = (): string => {
      asked += 1;
      return 'correct horse';
    };
    const registry = registryWith({ passphrase: ask });
    expect((await registry.get('segment', 'production')).fields.apiToken?.reveal()).toBe('canary-token');
    await registry.get('segment', 'staging');
    expect(asked).toBe(1);
    await expect(registryWith(wrong).get('segment', 'production')).rejects.toMatchObject({ code: 'wrong_key' });
    await expect(registryWith({ key: new Uint8Array(32) }).get('segment', 'production')).rejects.toMatchObject({
      code: 'wrong_key',
    });
    await expect(registryWith(wrong).add('segment', 'third', { writeKey: 'x' })).rejects.toMatchObject({
      code: 'wrong_key',
    });
    expect(Object.keys((await stored()).services['segment']?.accounts ?? {})).toEqual(['production', 'staging']);
  });

  const attacks: Record<string, (segment: Stored['services'][string]) => void> = {
    'two fields are swapped': ({ accounts: { production } }) => {
      if (production)
        [production['writeKey'], production['apiToken']] = [production['apiToken'] ?? '', production['writeKey'] ?? ''];
    },
    "another account's field is put there": ({ accounts: { production, staging } }) => {
      if (production) production['writeKey'] = staging?.['writeKey'] ?? '';
    },
    'a bit is changed': ({ accounts: { production } }) => {
      if (production)
        production['writeKey'] =
          production['writeKey']?.replace(/.(?=.{4}$)/, (character) => (character === 'A' ? 'B' : 'A')) ?? '';
    },
    'plain text is put there': ({ accounts: { production } }) => {
      if (production) production['writeKey'] = 'planted';
    },
    'an account is given another name': ({ accounts }) => {
      accounts['production'] = accounts['staging'] ?? {};
    },
  };

  test.each(Object.entries(attacks))('throw when %s', async (_attack, change) => {
    await tamper(change);
    await expect(registryWith(right).get('segment', 'production')).rejects.toMatchObject({
      code: 'tampered',
      account: 'production',
    });
  });

  test('throw when a whole service is put in the place of another', async () => {
    const content = await stored();
    await writeFile(path, JSON.stringify({ ...content, services: { other: content.services['segment'] } }));
    await expect(registryWith(right).get('other', 'production')).rejects.toMatchObject({ code: 'tampered' });
  });

  test('refuse a header that was taken away, or asks for a derivation that would take hours', async () => {
    await tamper((segment) => {
      segment.encryption['N'] = 2 ** 40;
    });
    await expect(registryWith(right).get('segment', 'production')).rejects.toMatchObject({ code: 'wrong_key' });
    await tamper((segment) => {
      Reflect.deleteProperty(segment, 'encryption');
    });
    await expect(registryWith(right).get('segment', 'production')).rejects.toMatchObject({ code: 'wrong_key' });
  });

  test('pass to a new key by rekey, with every secret encrypted anew', async () => {
    const before = await stored();
    const store = storeWith(right);
    const next: Protection = { key: new Uint8Array(32).fill(9) };
    await registryWith(right).rotate('segment', 'production', { writeKey: 'canary-new' });
    await store.rekey(['segment'], next);
    const account = await registryWith(next).get('segment', 'production');
    expect([account.fields.writeKey?.reveal(), account.previous.writeKey?.reveal()]).toEqual([
      'canary-new',
      'canary-key',
    ]);
    expect(
      (await createAccountRegistry({ services, stores: [store] }).get('segment', 'staging')).fields.writeKey?.reveal(),
    ).toBe('canary-other');
    await expect(registryWith(right).get('segment', 'production')).rejects.toMatchObject({ code: 'wrong_key' });
    const after = await stored();
    expect(after.services['segment']?.encryption).toMatchObject({ kdf: 'none' });
    expect(after.services['segment']?.accounts['staging']?.['writeKey']).not.toBe(
      before.services['segment']?.accounts['staging']?.['writeKey'],
    );
  });

  test('stay as they were when rekey does not open them', async () => {
    const before = await readFile(path, 'utf8');
    await expect(storeWith(wrong).rekey(['segment'], right)).rejects.toMatchObject({ code: 'wrong_key' });
    expect(await readFile(path, 'utf8')).toBe(before);
  });

  test('leave untouched secrets as they are in the file', async () => {
    const before = (await stored()).services['segment']?.accounts['staging'];
    await registryWith(right).update('segment', 'production', { apiToken: 'canary-later' });
    expect((await stored()).services['segment']?.accounts['staging']).toEqual(before);
  });

  test('take in what was there in plain text at the next change', async () => {
    const plain = createAccountRegistry({ services, stores: [fileStore({ path })] });
    await plain.add('other', 'old', { writeKey: 'canary-plain' });
    await registryWith(right).add('other', 'later', { writeKey: 'canary-sealed' });
    expect(await readFile(path, 'utf8')).not.toContain('canary');
    expect((await registryWith(right).get('other', 'old')).fields.writeKey?.reveal()).toBe('canary-plain');
    expect(await writeKeyOf(right, 'staging')).toBe('canary-other');
  });
});
