import { openRows, type ReadingOptions } from './open-rows.js';
import type { ReadRow } from './read-row.js';
import { measureFile, openSource, type Source } from './source.js';

/** The rows of one file, or of several one after another. */
export interface OpenInputs {
  /** The first bytes of the first file, as stored. */
  readonly storedHead: Buffer;
  readonly isEmpty: boolean;
  /** Some rows at a time. Raises what a file raises, after the rows before. */
  readonly batches: AsyncGenerator<readonly ReadRow[]>;
  /** What was guessed about the first file. */
  readonly notes: readonly string[];
  /** Bytes in all, unpacked, where that is known. */
  readonly unpackedSize: number | undefined;
  /** How much of all has been read, between 0 and 1; undefined where the end is not known. */
  readonly measureShare: () => number | undefined;
  /** Reads no more. */
  readonly close: () => void;
}

/**
 * Opens files whose rows are read in turn, each as its own content says. One at a time is open.
 * @param onNote Told what is guessed about files after the first.
 * @throws ImportError when one cannot be read, or the first is unfit.
 */
export const openInputs = async (
  paths: readonly string[],
  reading: ReadingOptions,
  onNote: (note: string) => void,
): Promise<OpenInputs> => {
  const [path = '-', ...others] = paths;
  const isMany = others.length > 0;
  const sizes = isMany ? await Promise.all(paths.map(measureFile)) : [];
  const first = await openSource(path);
  const rows = await openRows(first, path, reading);
  let current: Source = first;
  let passed = 0;
  const total = sizes.reduce((sum: number, size) => sum + (size ?? NaN), 0);
  const readAll = async function* (): AsyncGenerator<readonly ReadRow[]> {
    yield* nameFile(rows.batches, path);
    for (const other of others) {
      passed += current.countBytes();
      current.close();
      current = await openSource(other);
      const next = await openRows(current, other, reading);
      for (const note of next.notes) onNote(`${other}: ${note}`);
      yield* nameFile(next.batches, other);
    }
  };
  const single = first.size === undefined ? undefined : Math.max(first.size, 1);
  const size = isMany && !Number.isNaN(total) ? Math.max(total, 1) : single;
  return {
    storedHead: first.storedHead,
    isEmpty: first.head.length === 0,
    batches: isMany ? readAll() : rows.batches,
    notes: rows.notes,
    unpackedSize: isMany ? undefined : first.unpackedSize,
    measureShare: () => (size === undefined ? undefined : (passed + current.countBytes()) / size),
    close: () => {
      current.close();
    },
  };
};

/** Rows of several files say which they are of. */
const nameFile = async function* (
  batches: AsyncIterable<readonly ReadRow[]>,
  file: string,
): AsyncGenerator<readonly ReadRow[]> {
  try {
    for await (const batch of batches)
      yield batch.map((row) => ('fault' in row ? { ...row, file, fault: `${file}, ${row.fault}` } : { ...row, file }));
  } catch (error) {
    if (error instanceof Error) error.message = `${file}: ${error.message}`;
    throw error;
  }
};
