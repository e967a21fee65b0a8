import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { detectEncoding } from '../../import/text-encoding.js';
import { explainReadFailure } from './read-failure.js';
import { UsageError } from './usage-error.js';

/**
 * Reads a text that people or their tools have written, in UTF-8 or, as Windows does, in UTF-16; with a byte order mark
 * or without.
 * @param source A path, or `-` for standard input.
 * @throws UsageError when it cannot be read.
 */
export const readText = async (source: string): Promise<string> => {
  try {
    const bytes = await (source === '-' ? buffer(process.stdin) : readFile(source));
    return new TextDecoder(detectEncoding(bytes).encoding).decode(bytes);
  } catch (error) {
    throw new UsageError(`cannot read '${source}': ${explainReadFailure(error)}`);
  }
};
