/** Bytes that are not shared with another thread, as WebCrypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

const NONCE_BYTES = 12;
const encoder = new TextEncoder();

/** Encrypts by AES-256-GCM: base64 of a fresh nonce, then of the ciphertext. What `about` says is bound to it. */
export async function encrypt(key: CryptoKey, plain: Bytes, about: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
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

/** Bytes as base64 text. */
export function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The bytes of a base64 text. */
export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
