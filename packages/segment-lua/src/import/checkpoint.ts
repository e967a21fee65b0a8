import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import type { FinishedRows } from './finished-rows.js';

/** How far an import has come. */
export interface Progress extends FinishedRows {
  /** Events that Segment accepted. */
  readonly delivered: number;
  /** Rows that failed. */
  readonly failed: number;
  /** How long the file of failures is; what lies beyond was written by a process that did not live to record it. */
  readonly failuresBytes: number;
}

interface Stored extends Progress {
  readonly version: number;
  readonly source: string;
}

const VERSION = 1;

/** Keeps the progress of one import on disk. */
export interface Checkpoint {
  /** Where an earlier process stopped; undefined at the first start. */
  readonly start: Progress | undefined;
  /** Replaces the file as a whole, at once: a process that is killed leaves the old one or the new one. */
  readonly save: (progress: Progress) => void;
  /** Removes the file, when all is done; nothing is saved from then on. */
  readonly remove: () => void;
}

const read = (path: string): Stored | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Stored;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`cannot read the checkpoint ${path}: remove it to start anew`, { cause: error });
  }
};

/**
 * Opens the checkpoint of an import.
 * @param source The import's fingerprint.
 * @throws when the file belongs to another import.
 */
export const openCheckpoint = (path: string, source: string): Checkpoint => {
  const start = read(path);
  if (start && (start.version !== VERSION || start.source !== source)) {
    throw new Error(
      `the checkpoint ${path} is of another input or map; remove it to start anew, or give another with --checkpoint`,
    );
  }
  let isRemoved = false;
  return {
    start,
    save: (progress) => {
      if (isRemoved) return;
      const stored: Stored = { version: VERSION, source, ...progress };
      writeFileSync(`${path}.tmp`, JSON.stringify(stored));
      renameSync(`${path}.tmp`, path);
    },
    remove: () => {
      isRemoved = true;
      rmSync(path, { force: true });
    },
  };
};
