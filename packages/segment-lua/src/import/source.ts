import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** The bytes that rows are read from. */
export interface Source {
  /** The bytes, unpacked. */
  readonly stream: Readable;
  /** The first bytes, unpacked or not: the same input has the same ones. */
  readonly head: Buffer;
  /** Bytes in all, as stored; absent for standard input. */
  readonly size?: number;
  /** Bytes read so far, as stored. */
  readonly bytesRead: () => number;
}

const HEAD_BYTES = 65_536;

/** Reads until there are enough bytes to tell one input from another, or no more. */
const readHead = async (chunks: AsyncIterator<Buffer, unknown>): Promise<Buffer> => {
  const read: Buffer[] = [];
  for (let length = 0; length < HEAD_BYTES;) {
    const next = await chunks.next();
    if (next.done) break;
    read.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(read);
};

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Begins when it is read from, so that whoever reads hears of its errors. */
const unpacked = async function* (packed: Readable): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // The error of either side is raised below.
  pipeline(packed, gunzip, () => undefined);
  yield* gunzip as AsyncIterable<Buffer>;
};

/**
 * Opens a file, or standard input for `-`. What is gzipped is unpacked.
 * @throws when the file cannot be read.
 */
export const openSource = async (path: string): Promise<Source> => {
  const isInput = path === '-';
  const size = isInput ? undefined : (await stat(path)).size;
  const file: Readable = isInput ? process.stdin : createReadStream(path, { highWaterMark: HEAD_BYTES });
  const chunks = file[Symbol.asyncIterator]() as AsyncIterator<Buffer, unknown>;
  const head = await readHead(chunks);
  let bytesRead = head.length;
  const whole = async function* (): AsyncGenerator<Buffer> {
    yield head;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) {
      bytesRead += next.value.length;
      yield next.value;
    }
  };
  const stored = Readable.from(whole(), { objectMode: false });
  const stream = isGzip(head) ? Readable.from(unpacked(stored), { objectMode: false }) : stored;
  return { stream, head, ...(size !== undefined && { size }), bytesRead: () => bytesRead };
};

/** What tells one import from another: the beginning of its input, its size, and the function rows go through. */
export const fingerprint = ({ head, size }: Source, map: string): string =>
  createHash('sha256')
    .update(head.subarray(0, HEAD_BYTES))
    .update(`\0${size ?? ''}\0`)
    .update(map)
    .digest('hex')
    .slice(0, 16);
