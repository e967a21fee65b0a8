import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { ImportError } from './import-error.js';

/**
 * Unpacks gzip. What could be unpacked before it breaks off or turns out damaged is given before the error, all of it:
 * an iterator of Node's drops what it holds then.
 * @throws ImportError `broken_input`
 */
export const unpackGzip = async function* (packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  let wake = (): void => undefined;
  let ended: { readonly error?: unknown } | undefined;
  const end = (outcome: { readonly error?: unknown }): void => {
    ended = outcome;
    wake();
  };
  gunzip.on('readable', () => {
    wake();
  });
  pipeline(Readable.from(splitEnd(packed), { objectMode: false }), gunzip).then(
    () => {
      end({});
    },
    (error: unknown) => {
      end({ error });
    },
  );
  try {
    for (;;) {
      const chunk = gunzip.read() as Buffer | null;
      if (chunk !== null) yield chunk;
      else if (ended === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else break;
    }
  } finally {
    gunzip.destroy();
  }
  const { error } = ended;
  if (error !== undefined) throw describeFault(error);
};

/** What is unpacked of a piece that holds a fault is lost: the end, where checksums stand, comes byte by byte. */
const END_BYTES = 1_024;

const splitEnd = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = Buffer.concat([held, chunk]);
    const cut = Math.max(0, bytes.length - END_BYTES);
    if (cut > 0) yield bytes.subarray(0, cut);
    held = bytes.subarray(cut);
  }
  for (let at = 0; at < held.length; at += 1) yield held.subarray(at, at + 1);
};

const describeFault = (error: unknown): unknown => {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return new ImportError('broken_input', 'the input ends early: its gzip is cut off');
  if (code?.startsWith('Z_') !== true) return error;
  return new ImportError('broken_input', `the gzip of the input is damaged: ${message}`);
};
