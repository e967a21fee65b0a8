import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';

const made: string[] = [];

/** Makes a folder that is removed, with all that is in it, after the tests of the file that imports this. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'segment-lua-'));
  made.push(folder);
  return folder;
};

// A process that is just ending may still write there.
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 10 }))));
