import { accountError } from './account-error.js';
import { type Bytes, fromBase64, toBase64 } from './base64.js';
import { decrypt, encrypt } from './sealing.js';
import type { EncryptionHeader } from './store.js';

/** What opens the secrets: a passphrase, asked for only when it is needed, or a key of 32 bytes. */
export type Protection =
  | {
      readonly passphrase: string | (() => string | Promise<string>);
      /** Scrypt's N for accounts encrypted from now on, a power of two. Default: 131,072, which takes 128 MiB. */
      readonly scryptCost?: number;
    }
  | { readonly key: Uint8Array };

/** How a data key was wrapped, and the key itself. */
export interface DataKey {
  readonly header: EncryptionHeader;
  readonly key: CryptoKey;
}

const keyBytes = 32;
const saltBytes = 16;
const about = 'account-registry data key 1';

/** Cost of scrypt by OWASP's advice (N = 2^17, r = 8, p = 1): 128 MiB and most of a second for each guess. */
const scryptDefaults = { N: 2 ** 17, r: 8, p: 1 };
/** Beyond this a header is not ours but somebody's attempt to make us compute for hours. */
const scryptLimits = { N: 2 ** 20, r: 16, p: 4 };

interface Scrypt {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

const importKey = (bytes: Bytes): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

function wrongKey(reason: string): Error {
  return accountError(
    'wrong_key',
    `the accounts are encrypted, and ${reason}; give encryptedStore the passphrase or key they were encrypted with`,
  );
}

async function derive(passphrase: string, { N, r, p, salt }: Scrypt): Promise<CryptoKey> {
  const { scryptAsync } = await import('@noble/hashes/scrypt.js');
  const bytes = await scryptAsync(passphrase.normalize('NFC'), fromBase64(salt), {
    N,
    r,
    p,
    dkLen: keyBytes,
    maxmem: 2 ** 31,
  });
  return importKey(new Uint8Array(bytes));
}

function scryptOf(header: EncryptionHeader): Scrypt {
  const { N, r, p, salt } = header;
  const isFair = (value: unknown, limit: number): value is number =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= limit;
  if (isFair(N, scryptLimits.N) && isFair(r, scryptLimits.r) && isFair(p, scryptLimits.p) && typeof salt === 'string')
    return { N, r, p, salt };
  throw wrongKey('their header asks for a key derivation that this version does not do');
}

async function wrappingKey(protection: Protection, scrypt: () => Scrypt): Promise<CryptoKey> {
  if ('key' in protection) {
    if (protection.key.byteLength !== keyBytes)
      throw wrongKey(`a key is ${keyBytes} bytes, not ${protection.key.byteLength}`);
    return importKey(new Uint8Array(protection.key));
  }
  const { passphrase } = protection;
  return derive(typeof passphrase === 'string' ? passphrase : await passphrase(), scrypt());
}

/** Makes a random data key, wrapped by the protection. */
export async function createDataKey(protection: Protection): Promise<DataKey> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(saltBytes)));
  const N = 'key' in protection ? 0 : (protection.scryptCost ?? scryptDefaults.N);
  const parameters = { ...scryptDefaults, N, salt };
  const wrapping = await wrappingKey(protection, () => parameters);
  const bytes = crypto.getRandomValues(new Uint8Array(keyBytes));
  const wrapped = await encrypt(wrapping, bytes, about);
  const header =
    'key' in protection ? { version: 1, kdf: 'none', wrapped } : { version: 1, kdf: 'scrypt', ...parameters, wrapped };
  return { header, key: await importKey(bytes) };
}

/**
 * Unwraps the data key of a header.
 * @throws AccountError `wrong_key` when the protection is not the one it was wrapped by.
 */
export async function openDataKey(header: EncryptionHeader, protection: Protection): Promise<DataKey> {
  const kdf = 'key' in protection ? 'none' : 'scrypt';
  if (header['version'] !== 1 || header['kdf'] !== kdf)
    throw wrongKey(`not by what was given (their header says ${String(header['kdf'])})`);
  const wrapping = await wrappingKey(protection, () => scryptOf(header));
  try {
    return { header, key: await importKey(await decrypt(wrapping, String(header['wrapped']), about)) };
  } catch {
    throw wrongKey(kdf === 'none' ? 'the key is not the right one' : 'the passphrase is not the right one');
  }
}
