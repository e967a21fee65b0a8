// Gives the page the suite of all stores on IndexedDB, and the registry for tests over two tabs.
import { browserStore } from '../../src/browser.js';
import { encryptedStore } from '../../src/encryption.js';
import { createAccountRegistry, secret } from '../../src/index.js';
import { encryptionCases, type Place, plant, readingCases, writingCases } from '../conformance.js';

let places = 0;

function createPlace(): Place {
  places += 1;
  const database = `place${places}`;
  return { open: () => browserStore({ database }) };
}

async function reasonOf(work: Promise<void>): Promise<string | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => String(error),
  );
}

async function runSuite(): Promise<{ name: string; failure: string | undefined }[]> {
  const outcomes = [];
  for (const { name, run } of [...writingCases, ...encryptionCases])
    outcomes.push({ name, failure: await reasonOf(run(createPlace())) });
  for (const { name, run } of readingCases) {
    const place = createPlace();
    await plant(place);
    outcomes.push({ name, failure: await reasonOf(run(place)) });
  }
  return outcomes;
}

const services = { segment: { fields: { writeKey: secret() } } };
const open = (database: string) => createAccountRegistry({ services, stores: [browserStore({ database })] });

let heard: Promise<number> | undefined;

/**
 * Listens until so many accounts have been added, by whichever tab. The first is added here, to be sure that it
 * listens.
 */
async function listen(database: string, count: number): Promise<void> {
  const names = new Set<string>();
  const registry = open(database);
  heard = new Promise((resolve) => {
    registry.subscribe(({ name, change }) => {
      if (change === 'added' && names.add(name).size === count) resolve(names.size);
    });
  });
  await registry.add('segment', 'listener', { writeKey: 'key' });
}

const page = {
  runSuite,
  open,
  listen,
  heard: () => heard,
  openEncrypted: (database: string, passphrase: string) =>
    createAccountRegistry({
      services,
      stores: [encryptedStore(browserStore({ database }), { passphrase, scryptCost: 1024 })],
    }),
};

/** What the page offers to the test. */
export type Page = typeof page;

Object.assign(globalThis, { page });
