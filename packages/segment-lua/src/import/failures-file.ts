import { closeSync, ftruncateSync, openSync, rmSync, writeSync } from 'node:fs';

import type { ErrorReport } from '../host/run-result.js';
import type { Row } from './read-rows.js';

/** The field that a failed row is given beside its own. */
export const FAILURE_FIELD = '_import';

/** What a failed row says of itself. */
export interface RowFailure {
  /** The row's identity, which its events' message ids are made of; kept when the row is fed back. */
  readonly id: string;
  readonly error: ErrorReport;
}

/** Writes failed rows as NDJSON, in a form that can be imported again. */
export interface FailuresFile {
  readonly bytes: () => number;
  readonly add: (row: Row, failure: RowFailure) => void;
  /** Removes the file if nothing failed. */
  readonly close: () => void;
}

/** @param bytes How much of an earlier process's file to keep. */
export const openFailures = (path: string, bytes: number): FailuresFile => {
  const file = openSync(path, bytes > 0 ? 'r+' : 'w');
  ftruncateSync(file, bytes);
  let length = bytes;
  return {
    bytes: () => length,
    add: (row, failure) => {
      const line = Buffer.from(`${JSON.stringify({ ...row, [FAILURE_FIELD]: failure })}\n`);
      writeSync(file, line, 0, line.length, length);
      length += line.length;
    },
    close: () => {
      closeSync(file);
      if (length === 0) rmSync(path, { force: true });
    },
  };
};
