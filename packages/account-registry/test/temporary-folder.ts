import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from '@jest/globals';

const made: string[] = [];

/** Makes a folder that is removed, with all that is in it, after the tests of the file that imports this. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'account-registry-'));
  made.push(folder);
  return folder;
}

/** Has a file removed at the same time. */
export function temporaryFile(path: string): string {
  made.push(path);
  return path;
}

// A process that is just ending may still write there.
afterAll(() => Promise.all(made.map((path) => rm(path, { recursive: true, force: true, maxRetries: 10 }))));
