import { isUtf8 } from 'node:buffer';

import { escapeByte, holdsControls, markReplaced } from './damage.js';
import { ImportError } from './import-error.js';

/** What the bytes of a file are read as. */
export interface DetectedEncoding {
  /** A label of the WHATWG encoding standard. */
  readonly encoding: string;
  /** Why it was chosen, if that is a guess. */
  readonly guess?: string;
}

const MARKS: readonly { readonly encoding: string; readonly bytes: readonly number[] }[] = [
  { encoding: 'utf-32', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** Bytes that Windows-1252 lacks, or more letters beyond ASCII in a row than Western languages have. */
const FOREIGN = /[\x81\x8D\x8F\x90\x9D]|[\x80-\xFF]{4}/;

/** One character beyond ASCII, as the bytes of UTF-8 seen as Latin-1; or a byte that is part of none. */
const BEYOND_ASCII =
  /[\xC2-\xDF][\x80-\xBF]|\xE0[\xA0-\xBF][\x80-\xBF]|[\xE1-\xEC\xEE\xEF][\x80-\xBF]{2}|\xED[\x80-\x9F][\x80-\xBF]|\xF0[\x90-\xBF][\x80-\xBF]{2}|[\xF1-\xF3][\x80-\xBF]{3}|\xF4[\x80-\x8F][\x80-\xBF]{2}|[\x80-\xFF]/g;

/**
 * Tells the encoding of a file by its first bytes: by its byte order mark, by the zeros of UTF-16, or as UTF-8. What is
 * none of these and looks Western is taken for Windows-1252, which spreadsheets write.
 * @param given What the user says, which a mark of another UTF overrules.
 * @throws ImportError `unfit_input` when the bytes are no text, or text in an encoding that only the user can know.
 */
export const detectEncoding = (head: Buffer, given?: string): DetectedEncoding => {
  const marked = MARKS.find(({ bytes }) => bytes.every((byte, at) => head[at] === byte))?.encoding;
  if (marked === 'utf-32') throw new ImportError('unfit_input', 'it is in UTF-32; save it as UTF-8');
  if (marked !== undefined) return { encoding: marked };
  if (given !== undefined) return { encoding: given };
  const wide = detectUtf16(head);
  if (wide !== undefined) return { encoding: wide };
  if (head.includes(0)) throw new ImportError('unfit_input', 'it is not text: it holds zero bytes');
  const { text, cut } = splitUtf8(head);
  if (isUtf8(text) || cut === head.length) return { encoding: 'utf-8' };
  const bytes = text.toString('latin1');
  if (holdsControls(bytes)) throw new ImportError('unfit_input', 'it is not text: it holds control characters');
  return guessSingleByte(bytes);
};

/** Turns bytes into text. What is no text in the encoding becomes damage. The byte order mark is left out. */
export const decodeText = (chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> =>
  encoding === 'utf-8' ? decodeUtf8(chunks) : decodeOther(chunks, encoding);

const detectUtf16 = (head: Buffer): string | undefined => {
  const sample = head.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] as number) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const most = sample.length / 5;
  if (odd > most && even < odd / 4) return 'utf-16le';
  return even > most && odd < even / 4 ? 'utf-16be' : undefined;
};

const guessSingleByte = (text: string): DetectedEncoding => {
  const isPartlyUtf8 = text.match(BEYOND_ASCII)?.some((character) => character.length > 1) === true;
  // Its damaged rows fail, each by itself.
  if (isPartlyUtf8) return { encoding: 'utf-8' };
  if (FOREIGN.test(text)) {
    throw new ImportError('unfit_input', 'it is not text in UTF-8; name its encoding with --encoding');
  }
  return {
    encoding: 'windows-1252',
    guess: 'It is not in UTF-8 and is read as Windows-1252; --encoding says otherwise.',
  };
};

/** Parts the bytes from a character at their end that is not whole. */
const splitUtf8 = (bytes: Buffer): { readonly text: Buffer; readonly cut: number } => {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return { text: bytes.subarray(0, bytes.length - (back < length ? back : 0)), cut: back < length ? back : 0 };
  }
  return { text: bytes, cut: 0 };
};

const decodeUtf8 = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let isFirst = true;
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const { text, cut } = splitUtf8(bytes);
    rest = bytes.subarray(bytes.length - cut);
    const decoded = decodeWhole(text);
    yield isFirst ? decoded.replace(/^\uFEFF/, '') : decoded;
    isFirst = isFirst && decoded === '';
  }
  if (rest.length > 0) yield decodeWhole(rest);
};

const decodeWhole = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  const decode = (character: string): string =>
    character.length > 1 ? Buffer.from(character, 'latin1').toString('utf8') : escapeByte(character.charCodeAt(0));
  return bytes.toString('latin1').replace(BEYOND_ASCII, decode);
};

const decodeOther = async function* (chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield markReplaced(decoder.decode(chunk, { stream: true }));
  yield markReplaced(decoder.decode());
};
