import { Malformed } from './malformed.js';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Reads the bytes of a text as an editor may have saved it: UTF-8 or UTF-16, with a byte order mark or without.
 * @throws Malformed when it is text of neither kind.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding = findEncoding(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed(`it is not text in ${encoding.toUpperCase()}; save it as UTF-8`);
  }
}

/** By the byte order mark; without one, by where the first character, which is plain in JSON and TOML, has its zero. */
function findEncoding([first, second]: Uint8Array): Encoding {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
  return 'utf-8';
}
