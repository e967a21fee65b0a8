import { join } from 'node:path';

import { describe, test } from '@jest/globals';
import { createStorage } from 'unstorage';

import { encryptedStore } from '../src/encryption.js';
import { environmentStore, memoryStore, type WritableStore } from '../src/index.js';
import { fileStore } from '../src/node.js';
import { unstorageStore } from '../src/unstorage.js';
import { encryptionCases, type Place, plant, readingCases, writingCases } from './conformance.js';
import { temporaryFolder } from './temporary-folder.js';

function filePlace(file: string): Place {
  const path = join(temporaryFolder(), 'kept', file);
  return { open: () => fileStore({ path }) };
}

function once(store: WritableStore): Place {
  return { open: () => store };
}

const family: Record<string, () => Place> = {
  memory: () => once(memoryStore()),
  'JSON file': () => filePlace('accounts.json'),
  'TOML file': () => filePlace('accounts.toml'),
  'unstorage, in memory': () => {
    const storage = createStorage();
    return { open: () => unstorageStore(storage) };
  },
};

describe.each(Object.entries(family))('a store in %s', (_name, createPlace) => {
  test.each(writingCases)('$name', ({ run }) => run(createPlace()));
  test.each(encryptionCases)('$name', ({ run }) => run(createPlace()));
  test.each(readingCases)('$name', async ({ run }) => {
    const place = createPlace();
    await plant(place);
    await run(place);
  });
});

describe('an encrypted store', () => {
  const createPlace = (): Place => {
    const place = filePlace('accounts.json');
    return { open: () => encryptedStore(place.open(), { key: new Uint8Array(32).fill(1) }) };
  };
  test.each(writingCases)('$name', ({ run }) => run(createPlace()));
  test.each(readingCases)('$name', async ({ run }) => {
    const place = createPlace();
    await plant(place);
    await run(place);
  });
});

describe('a store in environment variables', () => {
  const environment = {
    SEGMENT_ACCOUNT: 'production',
    SEGMENT_PRODUCTION_WRITE_KEY: 'key-of-production',
    SEGMENT_PRODUCTION_REGION: 'eu',
    SEGMENT_STAGING_WRITE_KEY: 'key-of-staging',
    SEGMENT_STAGING_NOTE: 'two words',
    PATH: '/bin',
  };
  test.each(readingCases)('$name', ({ run }) => run({ open: () => environmentStore(environment) }));
});
