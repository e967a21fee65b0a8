import { AccountError } from '../accounts/account-error.js';
import type { EncryptionHeader } from '../accounts/store.js';
import { type Bytes, decrypt, encrypt, fromBase64, toBase64 } from './cipher.js';

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

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const ABOUT = 'account-registry data key 1';

/** Cost of scrypt by OWASP's advice (N = 2^17, r = 8, p = 1): 128 MiB and most of a second for each guess. */
const SCRYPT_DEFAULTS = { N: 2 ** 17, r: 8, p: 1 };

/** Beyond this a header is not ours but somebody's attempt to make us compute for hours. */
const SCRYPT_LIMITS = { N: 2 ** 20, r: 16, p: 4 };

interface Scrypt {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: string;
}

/** Makes a random data key, wrapped by the protection. */
export async function createDataKey(protection: Protection): Promise<DataKey> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
  const N = 'key' in protection ? 0 : (protection.scryptCost ?? SCRYPT_DEFAULTS.N);
  const parameters = { ...SCRYPT_DEFAULTS, N, salt };
  const wrapping = await openWrappingKey(protection, () => parameters);
  const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
  const wrapped = await encrypt(wrapping, bytes, ABOUT);
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
    throw createWrongKeyError(`not by what was given (their header says ${String(header['kdf'])})`);
  const wrapping = await openWrappingKey(protection, () => readScrypt(header));
  try {
    return { header, key: await importKey(await decrypt(wrapping, String(header['wrapped']), ABOUT)) };
  } catch {
    throw createWrongKeyError(kdf === 'none' ? 'the key is not the right one' : 'the passphrase is not the right one');
  }
}

function importKey(bytes: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function createWrongKeyError(reason: string): Error {
  return new AccountError(
    'wrong_key',
    `the accounts are encrypted, and ${reason}; give encryptedStore the passphrase or key they were encrypted with`,
  );
}

async function deriveKey(passphrase: string, { N, r, p, salt }: Scrypt): Promise<CryptoKey> {
  const { scryptAsync } = await import('@noble/hashes/scrypt.js');
  const bytes = await scryptAsync(passphrase.normalize('NFC'), fromBase64(salt), {
    N,
    r,
    p,
    dkLen: KEY_BYTES,
    maxmem: 2 ** 31,
  });
  return importKey(new Uint8Array(bytes));
}

function readScrypt(header: EncryptionHeader): Scrypt {
  const { N, r, p, salt } = header;
  const isFair = (value: unknown, limit: number): value is number =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= limit;
  if (
    isFair(N, SCRYPT_LIMITS.N) &&
    isFair(r, SCRYPT_LIMITS.r) &&
    isFair(p, SCRYPT_LIMITS.p) &&
    typeof salt === 'string'
  )
    return { N, r, p, salt };
  throw createWrongKeyError('their header asks for a key derivation that this version does not do');
}

async function openWrappingKey(protection: Protection, scrypt: () => Scrypt): Promise<CryptoKey> {
  if ('key' in protection) {
    if (protection.key.byteLength !== KEY_BYTES)
      throw createWrongKeyError(`a key is ${KEY_BYTES} bytes, not ${protection.key.byteLength}`);
    return importKey(new Uint8Array(protection.key));
  }
  const { passphrase } = protection;
  return deriveKey(typeof passphrase === 'string' ? passphrase : await passphrase(), scrypt());
}
