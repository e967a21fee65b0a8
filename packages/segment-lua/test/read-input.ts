import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { type OpenRows, openRows, type ReadingOptions } from '../src/import/open-rows.js';
import { parseRow } from '../src/import/parse-row.js';
import type { ReadRow } from '../src/import/read-row.js';
import { openSource } from '../src/import/source.js';
import { temporaryFolder } from './temporary-folder.js';

/** What an import makes of an input before anything is sent. */
export interface InputRead {
  /** What the map would be given. */
  readonly rows: readonly object[];
  /** What is no row, and why. */
  readonly faults: readonly { readonly text: string; readonly message: string }[];
  /** What was guessed. */
  readonly notes: readonly string[];
  /** Why reading ended before the end of the input, or could not begin. */
  readonly error?: { readonly code: string; readonly message: string };
}

/** Reads a file as an import does, without the map and its thread. */
export const readInput = async (
  name: string,
  content: string | Buffer,
  reading: ReadingOptions = {},
): Promise<InputRead> => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  try {
    const source = await openSource(path);
    return await readRows(await openRows(source, path, reading));
  } catch (error) {
    return { rows: [], faults: [], notes: [], error: describe(error) };
  }
};

const readRows = async ({ batches, notes }: OpenRows): Promise<InputRead> => {
  const rows: object[] = [];
  const faults: InputRead['faults'][number][] = [];
  const sort = (row: ReadRow): void => {
    if ('fault' in row) faults.push({ text: row.text, message: row.fault });
    else
      try {
        rows.push({ ...parseRow(row.content, row.line) });
      } catch (error) {
        faults.push({ text: 'json' in row.content ? row.content.json : '', ...describe(error) });
      }
  };
  try {
    for await (const batch of batches) batch.forEach(sort);
  } catch (error) {
    return { rows, faults, notes, error: describe(error) };
  }
  return { rows, faults, notes };
};

const describe = (error: unknown): { readonly code: string; readonly message: string } => {
  const { code, message } = error as Error & { readonly code: string };
  return { code, message };
};
