import type { LuaLimits } from '@moonwire/lua-bridge';

import type { AccountNames } from '../accounts/account-source.js';
import type { ErrorReport } from '../host/run-result.js';
import type { RowContent } from './read-row.js';

/** What rows go through. */
export interface RowMap {
  readonly code: string;
  /** The chunk's name in messages. */
  readonly name: string;
}

/** What a map's thread is started with: never a credential. */
export interface MapJob {
  readonly map: RowMap;
  readonly accounts: AccountNames;
  readonly limits: Partial<LuaLimits>;
}

/** A row on its way to the map. */
export interface RowToMap {
  /** Message ids are made of it. */
  readonly id: string;
  readonly content: RowContent;
  /** The line it begins in, counted from 1. */
  readonly line: number;
}

/** A call of an operation: a tracking call that has been checked and is still to be made, or a reading one. */
export interface MapCall {
  readonly operation: string;
  readonly account: string;
  readonly input: unknown;
}

/** What the map made of a row. */
export interface MappedRow {
  readonly events: readonly MapCall[];
  /** Why the row failed, if it did. */
  readonly error?: ErrorReport;
  /** There was no row: its text could not be parsed. */
  readonly unread?: true;
}

/** How a map has ended. */
export interface MapEnd {
  /** What became of the rows that it had in hand. */
  readonly mapped: readonly MappedRow[];
  /** Why it ended early, if it did. */
  readonly reason?: string;
}

/** What the thread asks of whoever has the rows and the credentials. */
export interface MapHost {
  /** Takes what became of the last rows and hands over the next; none when there are no more. */
  readonly next: (mapped: readonly MappedRow[]) => Promise<readonly RowToMap[]>;
  /** What an account's events are told apart by from those of other accounts, sources and targets. */
  readonly identify: (account: string) => Promise<string>;
  /** Makes a reading call. */
  readonly read: (call: MapCall) => Promise<unknown>;
  /** Takes what the map printed. */
  readonly print: (text: string) => Promise<void>;
  readonly end: (end: MapEnd) => Promise<void>;
}
