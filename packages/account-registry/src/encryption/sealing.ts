import { AccountError } from '../accounts/account-error.js';
import type { ValuePlace } from '../accounts/store.js';
import { decrypt, encrypt } from './cipher.js';

const VERSION = 1;
const PREFIX = `sealed:${VERSION}:`;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The place a secret belongs to. Moved to any other it does not open. */
export interface SecretPlace extends ValuePlace {
  readonly service: string;
}

/** Whether a stored text is an encrypted secret. */
export function isSealed(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Encrypts a secret for its place. */
export async function seal(key: CryptoKey, plain: string, place: SecretPlace): Promise<string> {
  return PREFIX + (await encrypt(key, encoder.encode(plain), describe(place)));
}

/**
 * Decrypts a secret of its place.
 * @throws AccountError `tampered` when it was changed, or moved from another place, or is not encrypted at all.
 */
export async function unseal(key: CryptoKey, text: string, place: SecretPlace): Promise<string> {
  try {
    if (!isSealed(text)) throw new TypeError('not encrypted');
    return decoder.decode(await decrypt(key, text.slice(PREFIX.length), describe(place)));
  } catch {
    const { service, account, field } = place;
    const message = `'${field}' of account '${account}' was changed or put there by someone without the key; set it again by update`;
    throw new AccountError('tampered', message, { service, account, field });
  }
}

function describe({ service, account, field, age }: SecretPlace): string {
  return JSON.stringify([VERSION, service, account, field, age]);
}
