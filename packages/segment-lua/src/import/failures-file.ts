import { closeSync, fstatSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';

import type { ErrorReport } from '../host/run-result.js';
import { parseExactJson, writeExactJson } from './exact-json/index.js';
import { ImportError } from './import-error.js';
import type { RowContent } from './read-row.js';

/** The field that a failed row is given beside its own. */
const FAILURE_FIELD = '_import';

/** What a failed row says of itself. */
export interface RowFailure {
  /** The row's identity, which its events' message ids are made of; kept when the row is fed back. */
  readonly id: string;
  readonly error: ErrorReport;
  /** The file the row was in, where several were imported. */
  readonly file?: string;
  /** The row could not be read: what stands beside this is its text, as the field `line`, and no row. */
  readonly unread?: true;
}

/** Writes failed rows as NDJSON, in a form that can be imported again. */
export interface FailuresFile {
  readonly bytes: () => number;
  /** @throws ImportError `books` when it cannot be written. */
  readonly add: (content: RowContent | { readonly text: string }, failure: RowFailure) => void;
  /** Removes the file if nothing failed. */
  readonly close: () => void;
}

/**
 * @param bytes How much of an earlier process's file to keep.
 * @throws ImportError `books` when it cannot be written, or lacks what an earlier process wrote.
 */
export const openFailures = (path: string, bytes: number): FailuresFile => {
  const file = open(path, bytes);
  let length = bytes;
  return {
    bytes: () => length,
    add: (content, failure) => {
      const line = Buffer.from(`${writeFailure(content, failure)}\n`);
      attempt(path, () => {
        writeAll(file, line, length);
      });
      length += line.length;
    },
    close: () => {
      closeSync(file);
      if (length === 0) rmSync(path, { force: true });
    },
  };
};

/** A line of a file of failures that is fed back. */
export interface FedBack {
  readonly failure: Partial<RowFailure>;
  /** The row without what it says of its failure, or the text that was none. */
  readonly content: RowContent | { readonly text: string };
}

/** Reads what a row says of its failure; undefined for a row that never failed. */
export const readFailure = (json: string): FedBack | undefined => {
  if (!json.includes(`"${FAILURE_FIELD}"`)) return undefined;
  try {
    const { [FAILURE_FIELD]: failure, ...row } = parseExactJson(json) as Record<string, unknown>;
    if (typeof failure !== 'object' || failure === null) return undefined;
    const isUnread = (failure as Partial<RowFailure>).unread === true;
    return { failure, content: isUnread ? { text: String(row['line']) } : { json: writeExactJson(row) } };
  } catch {
    return undefined;
  }
};

const open = (path: string, bytes: number): number =>
  attempt(path, () => {
    const file = openSync(path, bytes > 0 ? 'r+' : 'w');
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new Error('it is no file');
    if (stat.size < bytes) throw new Error('it is shorter than it was');
    ftruncateSync(file, bytes);
    return file;
  });

const attempt = <T>(path: string, work: () => T): T => {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const advice = code === 'ENOENT' ? '; put it back, or remove the checkpoint to start anew' : '';
    throw new ImportError('books', `cannot write the failures to ${path}: ${message}${advice}`, { cause: error });
  }
};

const writeAll = (file: number, bytes: Buffer, position: number): void => {
  for (let done = 0; done < bytes.length;) {
    done += writeSync(file, bytes, done, bytes.length - done, position + done);
  }
};

/** JSON is kept to the letter: it may hold what cannot be parsed. */
const writeFailure = (content: RowContent | { readonly text: string }, failure: RowFailure): string => {
  const mark = `${JSON.stringify(FAILURE_FIELD)}:${JSON.stringify(failure)}}`;
  if (failure.unread) return `{"line":${JSON.stringify(textOf(content))},${mark}`;
  const json = 'json' in content ? content.json.trimEnd() : writeFields(content);
  return `${json.slice(0, -1)}${/^\s*\{\s*\}$/.test(json) ? '' : ','}${mark}`;
};

const textOf = (content: RowContent | { readonly text: string }): string => {
  if ('text' in content) return content.text;
  return 'json' in content ? content.json : writeFields(content);
};

const writeFields = (content: RowContent | { readonly text: string }): string =>
  'columns' in content
    ? JSON.stringify(Object.fromEntries(content.columns.names.map((name, at) => [name, content.fields[at]])))
    : '{}';
