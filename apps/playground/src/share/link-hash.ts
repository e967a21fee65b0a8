import { isPlayground, type Playground } from '../state/playground.js';

/** The version of the format, at the start of the hash. */
const VERSION = '#v1=';

/** Longer hashes are refused by some mail clients and chats. */
const MAX_HASH = 32_000;

/** What a hash may unpack to, so that a small link cannot fill the memory. */
const MAX_UNPACKED = 512_000;

const encodeBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const decodeBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

const unpackText = async (packed: Uint8Array<ArrayBuffer>): Promise<string> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MAX_UNPACKED) {
      await reader.cancel();
      throw new RangeError(`The link unpacks to more than ${MAX_UNPACKED} bytes`);
    }
    text += decoder.decode(value, { stream: true });
  }
};

/**
 * The state as a URL hash.
 * @returns Nothing when it would be longer than links can be.
 */
export const writeHash = async (state: Playground): Promise<string | undefined> => {
  const stream = new Blob([JSON.stringify(state)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const hash = VERSION + encodeBase64Url(new Uint8Array(await new Response(stream).arrayBuffer()));
  return hash.length <= MAX_HASH ? hash : undefined;
};

/** A script alone, as the documentation links to it. */
const SCRIPT = '#lua=';

/** Whether a hash claims to hold a state, or a script. */
export const isStateHash = (hash: string): boolean => /^#(?:v\d+|lua)=/.test(hash);

/**
 * Reads the script of a hash that holds nothing else.
 * @returns Nothing for a hash with a state.
 * @throws URIError when it is damaged.
 */
export const readScriptHash = (hash: string): string | undefined =>
  hash.startsWith(SCRIPT) ? decodeURIComponent(hash.slice(SCRIPT.length)) : undefined;

/**
 * Reads a hash written by {@link writeHash}.
 * @throws Error when it is damaged, too large, or of another version.
 */
export const readHash = async (hash: string): Promise<Playground> => {
  if (!hash.startsWith(VERSION)) throw new Error('This link was made by another version of the playground');
  if (hash.length > MAX_HASH) throw new RangeError(`The link is longer than ${MAX_HASH} characters`);
  const state: unknown = JSON.parse(await unpackText(decodeBase64Url(hash.slice(VERSION.length))));
  if (!isPlayground(state)) throw new Error('The link holds something else than a playground');
  return state;
};
