import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { explainReadFailure } from './read-failure.js';
import { UsageError } from './usage-error.js';

/** A script and the name its positions are reported under. */
export interface Script {
  readonly code: string;
  /** The file's base name, or `stdin`. */
  readonly name: string;
}

const read = async (source: string): Promise<Buffer> => {
  try {
    return await readFile(source);
  } catch (error) {
    throw new UsageError(`cannot read '${source}': ${explainReadFailure(error)}`);
  }
};

/**
 * The text of a script without what is not Lua: a byte order mark, and a first line that tells the shell how to run it.
 */
const luaOf = (bytes: Buffer): string => new TextDecoder().decode(bytes).replace(/^#.*/, '');

/**
 * Reads a script.
 * @param source A path, or `-` for standard input.
 * @throws UsageError when the file cannot be read, or is no text in UTF-8.
 */
export const readScript = async (source: string): Promise<Script> => {
  const isInput = source === '-';
  const bytes = isInput ? await buffer(process.stdin) : await read(source);
  if (!isUtf8(bytes)) throw new UsageError(`cannot read '${source}': it is not text in UTF-8`);
  return { code: luaOf(bytes), name: isInput ? 'stdin' : basename(source) };
};
