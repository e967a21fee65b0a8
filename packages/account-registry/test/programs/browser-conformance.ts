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

/** Deletes a database as another program would, or brings a later version of it; tells whether a tab was in its way. */
function intrude(act: (factory: IDBFactory) => IDBOpenDBRequest): Promise<'done' | 'blocked'> {
  return new Promise((resolve, reject) => {
    const request = act(indexedDB);
    request.onblocked = () => {
      resolve('blocked');
    };
    request.onerror = () => {
      reject(request.error ?? new Error('refused'));
    };
    request.onsuccess = () => {
      (request.result as IDBDatabase | undefined)?.close();
      resolve('done');
    };
  });
}

/** Fails the next opening of a database, as a browser does whose disk is full or whose profile is busy. */
function failNextOpening(): void {
  const restore = keep(IDBFactory.prototype, 'open');
  IDBFactory.prototype.open = () => {
    restore();
    throw new DOMException('refused', 'UnknownError');
  };
}

/** Closes a connection when its next transaction is to begin, without a word. */
function closeNextConnection(): void {
  const restore = keep(IDBDatabase.prototype, 'transaction');
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args) {
    restore();
    this.close();
    return this.transaction(...args);
  };
}

function keep(prototype: object, method: string): () => void {
  const kept = Object.getOwnPropertyDescriptor(prototype, method) ?? {};
  return () => void Object.defineProperty(prototype, method, kept);
}

const page = {
  remove: (database: string) => intrude((factory) => factory.deleteDatabase(database)),
  upgrade: (database: string) => intrude((factory) => factory.open(database, 2)),
  failNextOpening,
  closeNextConnection,
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
