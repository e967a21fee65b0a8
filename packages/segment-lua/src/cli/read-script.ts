import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { text } from 'node:stream/consumers';
import { UsageError } from './usage-error.js';

/** A script and the name its positions are reported under. */
export interface Script {
  readonly code: string;
  /** The file's base name, or `stdin`. */
  readonly name: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'it may not be read',
};

/**
 * Reads a script.
 * @param source A path, or `-` for standard input.
 * @throws UsageError when the file cannot be read.
 */
export const readScript = async (source: string): Promise<Script> => {
  if (source === '-') return { code: await text(process.stdin), name: 'stdin' };
  try {
    return { code: await readFile(source, 'utf8'), name: basename(source) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(`cannot read '${source}': ${REASONS[code ?? ''] ?? message}`);
  }
};
