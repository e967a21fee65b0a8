import { accountError } from './account-error.js';
import { type Bytes, fromBase64, toBase64 } from './base64.js';
import type { ValuePlace } from './store.js';

const nonceBytes = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Encrypts by AES-256-GCM: base64 of a fresh nonce, then of the ciphertext. What `about` says is bound to it. */
export async function encrypt(key: CryptoKey, plain: Bytes, about: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: encoder.encode(about) },
    key,
    plain,
  );
  return `${toBase64(nonce)}:${toBase64(new Uint8Array(sealed))}`;
}

/** Decrypts; rejects when the key or `about` is another one, or when a bit was changed. */
export async function decrypt(key: CryptoKey, text: string, about: string): Promise<Bytes> {
  const [nonce = '', sealed = ''] = text.split(':');
  const options = { name: 'AES-GCM', iv: fromBase64(nonce), additionalData: encoder.encode(about) };
  return new Uint8Array(await crypto.subtle.decrypt(options, key, fromBase64(sealed)));
}

/** The place a secret belongs to. Moved to any other it does not open. */
export interface SecretPlace extends ValuePlace {
  readonly service: string;
}

const version = 1;
const prefix = `sealed:${version}:`;

const describe = ({ service, account, field, age }: SecretPlace): string =>
  JSON.stringify([version, service, account, field, age]);

/** Whether a stored text is an encrypted secret. */
export function isSealed(text: string): boolean {
  return text.startsWith(prefix);
}

/** Encrypts a secret for its place. */
export async function seal(key: CryptoKey, plain: string, place: SecretPlace): Promise<string> {
  return prefix + (await encrypt(key, encoder.encode(plain), describe(place)));
}

/**
 * Decrypts a secret of its place.
 * @throws AccountError `tampered` when it was changed, or moved from another place, or is not encrypted at all.
 */
export async function unseal(key: CryptoKey, text: string, place: SecretPlace): Promise<string> {
  try {
    if (!isSealed(text)) throw new TypeError('not encrypted');
    return decoder.decode(await decrypt(key, text.slice(prefix.length), describe(place)));
  } catch {
    const { service, account, field } = place;
    const message = `'${field}' of account '${account}' was changed or put there by someone without the key; set it again by update`;
    throw accountError('tampered', message, { service, account, field });
  }
}
