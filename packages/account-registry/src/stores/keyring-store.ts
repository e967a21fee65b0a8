import type { AsyncEntry } from '@napi-rs/keyring';

import { AccountError, isAccountError } from '../accounts/account-error.js';
import type { WritableStore } from '../accounts/store.js';
import { createQueue, createRecordStore } from './record-store.js';
import { startTimer } from './timer.js';

/** Where in the keyring accounts are kept. */
export interface KeyringStoreOptions {
  /** The program's name: the keyring shows the accounts of a service under `<app>/<service>`. */
  readonly app: string;
  /** How long one answer of the keyring may take, in milliseconds. Default: 3,000. */
  readonly timeoutMs?: number;
}

type Keyring = typeof import('@napi-rs/keyring');

const FIX =
  'Unlock it, or use a store you choose for that, such as an encrypted file; nothing falls back to plain text by itself';

/**
 * Keeps accounts in the system's keyring: macOS Keychain, Windows Credential Manager, Secret Service on Linux.
 * Needs the package `@napi-rs/keyring`, which is loaded at the first use.
 * @throws AccountError `keyring_unavailable` or `keyring_timeout`, from its methods. It never falls back to another
 *   store.
 * @example keyringStore({ app: 'my-tool' })
 */
export function keyringStore({ app, timeoutMs = 3_000 }: KeyringStoreOptions): WritableStore {
  let loading: Promise<Keyring> | undefined;
  const load = (): Promise<Keyring> => (loading ??= loadKeyring());
  const queue = createQueue();
  const entry = async (service: string, account: string): Promise<AsyncEntry> => {
    const { AsyncEntry: Entry } = await load();
    // By default Linux may fall back to the kernel's keyring, which forgets everything at the next boot.
    return new Entry(`${app}/${service}`, account, { linux: { store: 'secret-service' } });
  };
  const { read, update } = createRecordStore({
    read: async (service) => {
      const { findCredentialsAsync } = await load();
      const found = await answer(timeoutMs, () => findCredentialsAsync(`${app}/${service}`));
      return new Map(found.map(({ account, password }) => [account, parseRecord(password)]));
    },
    write: async (service, { put, remove }) => {
      for (const [account, record] of put) {
        await answer(timeoutMs, async () => (await entry(service, account)).setPassword(JSON.stringify(record)));
      }
      for (const account of remove)
        await answer(timeoutMs, async () => (await entry(service, account)).deleteCredential());
    },
    exclusively: (_service, body) => queue(body),
  });
  return { name: 'keyring', locate: ({ name }, account) => `keyring entry ${app}/${name}, ${account}`, read, update };
}

function createUnavailableError(reason: string): Error {
  return new AccountError('keyring_unavailable', `the system keyring cannot be used: ${reason}. ${FIX}`, {
    store: 'keyring',
  });
}

async function loadKeyring(): Promise<Keyring> {
  try {
    return await import('@napi-rs/keyring');
  } catch {
    throw createUnavailableError(
      'the package @napi-rs/keyring is not installed or has no build for this system; npm install @napi-rs/keyring',
    );
  }
}

/** Waits for one answer. Its message never quotes the keyring's, which may name what was asked for. */
async function answer<T>(timeoutMs: number, ask: () => Promise<T>): Promise<T> {
  let cancel: (() => void) | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    const message = `the system keyring did not answer within ${timeoutMs} ms; it may be waiting for you to unlock it. ${FIX}`;
    cancel = startTimer(timeoutMs, () => {
      reject(new AccountError('keyring_timeout', message, { store: 'keyring' }));
    });
  });
  try {
    return await Promise.race([ask(), late]);
  } catch (failure) {
    throw isAccountError(failure) ? failure : createUnavailableError('it is absent, locked or refused the request');
  } finally {
    cancel?.();
  }
}

function parseRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not one of ours.
    return undefined;
  }
}
