import type { WrittenEvent } from '@moonwire/segment-sdk/relay';

import type { ErrorReport } from '../host/run-result.js';
import { type PackedTexts, packTexts, unpackTexts } from './packed-texts.js';

/** What the map made of a row. */
export interface MappedRow {
  /** Checked and written, and still to be sent. */
  readonly events: readonly MappedEvent[];
  /** Why the row failed, if it did. */
  readonly error: ErrorReport | undefined;
  /** There was no row: its text could not be parsed. */
  readonly isUnread: boolean;
}

/** A written event, and the account it is for. */
export interface MappedEvent extends WrittenEvent {
  readonly account: string;
}

/** What became of some rows, in their order, on its way between threads: columns, which are copied faster than rows. */
export interface PackedMappedRows {
  /** How many events each row has. */
  readonly counts: readonly number[];
  readonly errors: ReadonlyMap<number, ErrorReport>;
  readonly unread: ReadonlySet<number>;
  /** The same for all events of most imports; then it stands there once. */
  readonly accounts: readonly string[];
  readonly operations: readonly string[];
  readonly messageIds: PackedTexts;
  readonly users: PackedTexts;
  readonly bodies: PackedTexts;
  readonly bytes: readonly number[];
}

/** Puts together what became of rows. */
export const packMappedRows = (rows: readonly MappedRow[]): PackedMappedRows => {
  const events = rows.flatMap((row) => row.events);
  return {
    counts: rows.map((row) => row.events.length),
    errors: new Map(rows.flatMap(({ error }, at) => (error ? [[at, error] as const] : []))),
    unread: new Set(rows.flatMap(({ isUnread }, at) => (isUnread ? [at] : []))),
    accounts: packSame(events.map((event) => event.account)),
    operations: packSame(events.map((event) => event.operation)),
    messageIds: packTexts(events.map((event) => event.messageId)),
    users: packTexts(events.map((event) => event.user)),
    bodies: packTexts(events.map((event) => event.body)),
    bytes: events.map((event) => event.bytes),
  };
};

/** Takes apart what {@link packMappedRows} put together. */
export const unpackMappedRows = (packed: PackedMappedRows): readonly MappedRow[] => {
  const { counts, errors, unread, bytes } = packed;
  const [messageIds, users, bodies] = [packed.messageIds, packed.users, packed.bodies].map(unpackTexts) as Columns;
  const events = bytes.map((size, at) => ({
    account: ofEvent(packed.accounts, at),
    operation: ofEvent(packed.operations, at),
    messageId: messageIds[at] as string,
    user: users[at] as string,
    body: bodies[at] as string,
    bytes: size,
  }));
  let from = 0;
  return counts.map((count, at) => ({
    events: events.slice(from, (from += count)),
    error: errors.get(at),
    isUnread: unread.has(at),
  }));
};

type Columns = [messageIds: readonly string[], users: readonly string[], bodies: readonly string[]];

const packSame = (texts: readonly string[]): readonly string[] =>
  texts.every((text) => text === texts[0]) ? texts.slice(0, 1) : texts;

const ofEvent = (texts: readonly string[], at: number): string => (texts.length === 1 ? texts[0] : texts[at]) as string;
