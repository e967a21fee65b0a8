import type { LuaLimits } from '@moonwire/lua-bridge';

import type { AccountNames } from '../accounts/account-source.js';
import type { PackedMappedRows } from './mapped-rows.js';
import type { PackedRows } from './packed-rows.js';
import type { ShapeName } from './shapes/index.js';

/** What rows go through. */
export interface RowMap {
  readonly code: string;
  /** The chunk's name in messages. */
  readonly name: string;
  /** Its path, beside which it may `require` files. Default: it requires nothing. */
  readonly path?: string;
}

/** What rows go through: a map, or what knows an export. */
export type RowWork = RowMap | { readonly from: ShapeName };

/** What a map's thread is started with: never a credential. */
export interface MapJob {
  readonly map: RowWork;
  readonly accounts: AccountNames;
  readonly limits: Partial<LuaLimits>;
}

/** A reading call. */
export interface MapCall {
  readonly operation: string;
  readonly account: string;
  readonly input: unknown;
}

/** How a map has ended. */
export interface MapEnd {
  /** What became of the rows that it had in hand. */
  readonly mapped: PackedMappedRows;
  /** Why it ended early, if it did. */
  readonly reason?: string;
}

/** What the thread asks of whoever has the rows and the credentials. */
export interface MapHost {
  /**
   * Takes what became of the rows that were handed over first among those that are with the map, and hands over the
   * next; nothing when there are no more. The first call, which asks for rows alone, takes nothing.
   */
  readonly next: (mapped?: PackedMappedRows) => Promise<PackedRows | undefined>;
  /** What an account's events are told apart by from those of other accounts, sources and targets. */
  readonly identify: (account: string) => Promise<string>;
  /** Makes a reading call. */
  readonly read: (call: MapCall) => Promise<unknown>;
  /** Takes what the map printed. */
  readonly print: (text: string) => Promise<void>;
  readonly end: (end: MapEnd) => Promise<void>;
}
