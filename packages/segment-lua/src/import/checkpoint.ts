import { hash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

import type { FinishedRows } from './finished-rows.js';
import { ImportError } from './import-error.js';

/** How far an import has come. */
export interface Progress extends FinishedRows {
  /** Events that Segment accepted. */
  readonly delivered: number;
  /** Rows that failed. */
  readonly failed: number;
  /** How long the file of failures is; what lies beyond was written by a process that did not live to record it. */
  readonly failuresBytes: number;
}

/** What an import is an import of. A checkpoint is good for the same again and for nothing else. */
export interface ImportBinding {
  /** Where events go: `simulator`, `segment`, or an address. */
  readonly target: string;
  /** The account that unqualified calls use, and its source. */
  readonly account: string;
  /** The function that rows go through. */
  readonly map: string;
  /** The first bytes of the input, as stored. An input that was cut off and is whole now has the same. */
  readonly head: Buffer;
}

interface Stored extends Progress, Omit<ImportBinding, 'head'> {
  readonly version: number;
  readonly head: { readonly bytes: number; readonly digest: string };
}

const VERSION = 2;

/** Keeps the progress of one import on disk. */
export interface Checkpoint {
  /** Where an earlier process stopped; undefined at the first start. */
  readonly start: Progress | undefined;
  /**
   * Replaces the file as a whole, at once: a process that is killed leaves the old one or the new one.
   * @throws ImportError `books` when it cannot be written.
   */
  readonly save: (progress: Progress) => void;
  /** Removes the file, when all is done; nothing is saved from then on. */
  readonly remove: () => void;
}

/**
 * Opens the checkpoint of an import.
 * @throws ImportError `other_checkpoint` when the file belongs to another import, `books` when it cannot be read.
 */
export const openCheckpoint = (path: string, binding: ImportBinding): Checkpoint => {
  const stored = read(path);
  const start = stored && hasBegun(stored) ? stored : undefined;
  if (start) refuseOther(path, start, binding);
  const head = { bytes: binding.head.length, digest: digestOf(binding.head) };
  let isRemoved = false;
  return {
    start,
    save: (progress) => {
      if (!isRemoved) write(path, { version: VERSION, ...binding, head, ...progress });
    },
    remove: () => {
      isRemoved = true;
      rmSync(path, { force: true });
    },
  };
};

const read = (path: string): Stored | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Stored;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new ImportError('books', `cannot read the checkpoint ${path}: remove it to start anew`, { cause: error });
  }
};

const write = (path: string, stored: Stored): void => {
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(stored));
    renameSync(`${path}.tmp`, path);
  } catch (error) {
    rmSync(`${path}.tmp`, { force: true });
    throw new ImportError('books', `cannot write the checkpoint ${path}: ${(error as Error).message}`, {
      cause: error,
    });
  }
};

const digestOf = (bytes: Buffer): string => hash('sha256', bytes);

/** Where nothing was done, nothing binds. */
const hasBegun = ({ through, beyond }: Stored): boolean => through > 0 || beyond.length > 0;

const refuseOther = (path: string, stored: Stored, binding: ImportBinding): void => {
  const advice = `remove it to start anew, or give another with --checkpoint`;
  if (stored.version !== VERSION) {
    throw new ImportError(
      'other_checkpoint',
      `the checkpoint ${path} is of another input or map, or of another version; ${advice}`,
    );
  }
  const differing = [
    ...(stored.target === binding.target ? [] : [`target (${stored.target}, now ${binding.target})`]),
    ...(stored.account === binding.account
      ? []
      : [`account (${nameOf(stored.account)}, now ${nameOf(binding.account)})`]),
    ...(stored.map === binding.map ? [] : ['map']),
    ...(stored.head.digest === digestOf(binding.head.subarray(0, stored.head.bytes)) ? [] : ['input']),
  ];
  if (differing.length === 0) return;
  throw new ImportError(
    'other_checkpoint',
    `the checkpoint ${path} is of another ${differing.join(' and ')}; ${advice}`,
  );
};

/** An account is bound with its source, by a digest that tells nobody anything. */
const nameOf = (account: string): string => account.split(' ')[0] as string;
