import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';

import { ImportError } from './import-error.js';
import { peek } from './peek.js';
import { refuseContainer } from './refuse-container.js';
import { unpackGzip } from './unpack-gzip.js';

/** The bytes that rows are read from. */
export interface Source {
  /** The first bytes, as stored. */
  readonly storedHead: Buffer;
  /** The first bytes, unpacked. */
  readonly head: Buffer;
  /** All bytes, unpacked. */
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes in all, as stored; absent for standard input. */
  readonly size?: number;
  /** Bytes in all, unpacked, where that is known. */
  readonly unpackedSize?: number;
  /** Bytes read so far, as stored. */
  readonly countBytes: () => number;
  /** Reads no more. */
  readonly close: () => void;
}

/** So many of the first bytes tell a file from another, and what it is. */
export const HEAD_BYTES = 65_536;

/**
 * Opens a file, or standard input for `-`. What is gzipped is unpacked, whatever its name.
 * @throws ImportError `unreadable` when the file cannot be read.
 * @throws ImportError `unfit_input` for archives, and for files that are known not to be rows of text.
 */
export const openSource = async (path: string): Promise<Source> => {
  const size = await measureFile(path);
  const file: Readable = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: HEAD_BYTES });
  let bytes = 0;
  const counted = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  const stored = await peek(counted(), HEAD_BYTES);
  const storedHead = Buffer.concat(stored.head);
  let [head, chunks] = [storedHead, stored.all];
  const isPacked = isGzip(head);
  while (isGzip(head)) {
    const unpacked = await peek(unpackGzip(chunks), HEAD_BYTES);
    [head, chunks] = [Buffer.concat(unpacked.head), unpacked.all];
  }
  refuseContainer(head);
  const close = (): void => void file.destroy();
  const sizes = { ...(size !== undefined && { size, ...(!isPacked && { unpackedSize: size }) }) };
  return { storedHead, head, chunks, ...sizes, countBytes: () => bytes, close };
};

/** Bytes of a file; undefined for what has no end. @throws ImportError `unreadable` */
export const measureFile = async (path: string): Promise<number | undefined> => {
  if (path === '-') return undefined;
  try {
    await access(path, constants.R_OK);
    const entry = await stat(path);
    if (entry.isDirectory()) throw new Error('it is a directory');
    return entry.isFile() ? entry.size : undefined;
  } catch (error) {
    const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new ImportError('unreadable', isAbsent ? 'there is no such file' : (error as Error).message, {
      cause: error,
    });
  }
};

const isGzip = (head: Buffer): boolean => head[0] === 0x1f && head[1] === 0x8b;
