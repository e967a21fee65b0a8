import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { encryptedStore } from '../src/encryption.js';
import type { AccountStore } from '../src/index.js';
import { choice, createAccountRegistry, environmentStore, memoryStore, secret, text } from '../src/index.js';
import { fileStore } from '../src/node.js';
import { temporaryFolder } from './temporary-folder.js';

const services = { segment: { fields: { writeKey: secret(), region: choice(['us', 'eu']), note: text() } } };
const BLANKS = [' ', '\n', '\r\n', '\t', '\u00a0', '\ufeff', ' \n\n '];

const registryOn = (...stores: AccountStore[]) => createAccountRegistry({ services, stores });

const fileOf = async (name: string, content: string) => {
  const path = join(temporaryFolder(), name);
  await writeFile(path, content, { mode: 0o600 });
  return fileStore({ path });
};

describe.each(BLANKS)('blanks and line ends such as %j', (blank) => {
  const around = (value: string): string => blank + value + blank;
  const account = { writeKey: around('key'), region: around('eu'), note: around('two words') };
  const places: Record<string, () => Promise<AccountStore> | AccountStore> = {
    'a JSON file': () =>
      fileOf(
        'accounts.json',
        JSON.stringify({ version: 1, services: { segment: { default: around('prod'), accounts: { prod: account } } } }),
      ),
    'a TOML file': () =>
      fileOf(
        'accounts.toml',
        `version = 1\n[services.segment]\ndefault = ${JSON.stringify(around('prod'))}\n[services.segment.accounts.prod]\n${Object.entries(
          account,
        )
          .map(([key, value]) => `${key} = ${JSON.stringify(value)}\n`)
          .join('')}`,
      ),
    variables: () =>
      environmentStore({
        SEGMENT_ACCOUNT: around('prod'),
        SEGMENT_PROD_WRITE_KEY: account.writeKey,
        SEGMENT_PROD_REGION: account.region,
        SEGMENT_PROD_NOTE: account.note,
      }),
    'what is not encrypted yet': async () =>
      encryptedStore(await fileOf('accounts.json', JSON.stringify({ segment: { prod: account, other: {} } })), {
        key: new Uint8Array(32).fill(1),
      }),
  };

  test.each(Object.entries(places))('are not part of the values of %s', async (_place, open) => {
    const registry = registryOn(await open());
    const { fields } = await registry.get('segment', 'prod');
    expect([fields.writeKey?.reveal(), fields.region, fields.note]).toEqual(['key', 'eu', 'two words']);
    const listed = (await registry.list('segment')).find(({ name }) => name === 'prod');
    expect(listed?.fields).toEqual({ region: 'eu', note: 'two words' });
  });

  test.each(['a JSON file', 'a TOML file', 'variables'])('do not hide the default of %s', async (place) => {
    const registry = registryOn((await places[place]?.()) as AccountStore);
    expect((await registry.get('segment')).name).toBe('prod');
  });

  test('alone are no value of a variable', async () => {
    expect(
      await registryOn(environmentStore({ SEGMENT_WRITE_KEY: blank, SEGMENT_ACCOUNT: blank })).list('segment'),
    ).toEqual([]);
  });

  test('are refused in code, with the reason and without the value', async () => {
    const registry = registryOn(memoryStore());
    for (const writeKey of [`canary${blank}`, `${blank}canary`, around('canary')]) {
      const failure: unknown = await registry.add('segment', 'prod', { writeKey }).catch((error: unknown) => error);
      expect(failure).toMatchObject({ code: 'invalid_field', field: 'writeKey' });
      expect(String(failure)).toContain('blanks or line ends around it');
      expect(String(failure)).not.toContain('canary');
    }
  });
});
