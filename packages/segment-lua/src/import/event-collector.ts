import { hash } from 'node:crypto';

import { writeEvent, type WrittenEvent } from '@moonwire/segment-sdk/relay';

import { reportError } from '../host/call-log.js';
import type { ErrorReport } from '../host/run-result.js';
import { type MappedEvent, type MappedRow, type PackedMappedRows, packMappedRows } from './mapped-rows.js';
import { type PackedRows, type RowToMap, unpackRows } from './packed-rows.js';
import { parseRow } from './parse-row.js';
import type { ReplayedEvent } from './shapes/shape.js';
import { writeReplayed } from './write-replayed.js';

/** Hexadecimal digits: 128 bits. */
const MESSAGE_ID_LENGTH = 32;

/** Collects the events that a map makes of the rows it is at. */
export class EventCollector {
  /** The file of the row that is open. */
  file = '';
  #rows: readonly RowToMap[] = [];
  #mapped: MappedRow[] = [];
  #id = '';
  #events: MappedEvent[] = [];
  #made: string[] = [];
  #isOpen = false;
  #isUnread = false;

  /** Takes the next rows. @returns How many they are. */
  take(rows: PackedRows): number {
    this.#rows = unpackRows(rows);
    return this.#rows.length;
  }

  /** What became of the rows that were taken last; the map is done with all of them. */
  takeMapped(): PackedMappedRows {
    this.#close();
    return this.takeFinished();
  }

  /** What became of rows since they were asked for last; of the one that is open, nothing yet. */
  takeFinished(): PackedMappedRows {
    const mapped = packMappedRows(this.#mapped);
    this.#mapped = [];
    return mapped;
  }

  /**
   * Makes a row the one that events belong to, and reads it. The map is done with the one before.
   * @param position Counted from 1.
   * @throws BadRowError when it is JSON and cannot be parsed.
   */
  open(position: number): Readonly<Record<string, unknown>> {
    this.#close();
    const { id, content, line, file } = this.#rows[position - 1] as RowToMap;
    this.#id = id;
    this.file = file;
    this.#isOpen = this.#isUnread = true;
    const row = parseRow(content, line);
    this.#isUnread = false;
    return row;
  }

  /** The map has raised an error at the row that is open. */
  fail(error: unknown): void {
    this.#end(reportError(error ?? new Error('the map raised nil')));
  }

  /** Checks and writes an event of the row that is open. @returns What the map's call gives. */
  add(operation: string, account: string, destination: string, input: unknown): object {
    const event = writeEvent(operation, input, (given) => this.#createMessageId(destination, operation, given));
    return this.#keep(account, event);
  }

  /** Checks and writes an event that happened before, of which the row that is open is a record. */
  addReplayed(account: string, destination: string, event: ReplayedEvent): void {
    const type = String(event['type']);
    this.#keep(
      account,
      writeReplayed(event, (given) => this.#createMessageId(destination, type, given)),
    );
  }

  #keep(account: string, { operation, messageId, user, body, bytes }: WrittenEvent): object {
    this.#events.push({ account, operation, messageId, user, body, bytes });
    return { message_id: messageId, status: 'queued' };
  }

  #close(): void {
    if (this.#isOpen) this.#end();
  }

  #end(error?: ErrorReport): void {
    this.#mapped.push({ events: this.#events, error, isUnread: this.#isUnread });
    this.#events = [];
    this.#made = [];
    this.#isOpen = false;
  }

  /** The same row and event make the same id for the same destination, so that what is sent twice counts once. */
  #createMessageId(destination: string, operation: string, given: string): string {
    const made = hash('sha256', `${destination}\n${this.#id}\n${operation}\n${given}`);
    const repetition = this.#made.length === 0 ? 0 : this.#made.filter((other) => other === made).length;
    this.#made.push(made);
    return (repetition === 0 ? made : hash('sha256', `${made}\n${repetition}`)).slice(0, MESSAGE_ID_LENGTH);
  }
}
