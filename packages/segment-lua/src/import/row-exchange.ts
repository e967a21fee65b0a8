import type { RunClients } from '../host/run-clients.js';
import type { Feed } from './feed.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { MapCall, MapEnd, MapHost } from './map-protocol.js';
import { type PackedMappedRows, unpackMappedRows } from './mapped-rows.js';
import { type PackedRows, packRows } from './packed-rows.js';
import type { Queued, Sender } from './relays.js';

/** What an exchange connects the map with. */
export interface ExchangeParts {
  /** Make reading calls. */
  readonly clients: RunClients;
  /** Send what the map makes. */
  readonly relays: Sender;
  readonly feed: Feed;
  readonly ledger: Ledger;
  /** What an account's events are told apart by from those of other accounts, sources and targets. */
  readonly identify: MapHost['identify'];
  /** Told what the map prints. */
  readonly onOutput: (text: string) => void;
  /** No more rows are handed over once it is aborted. */
  readonly signal: AbortSignal;
}

/** Hands rows to the map's thread, sends what the map made of them, and makes its reading calls. */
export class RowExchange implements MapHost {
  /** Why the map ended early, if it did. */
  reason: string | undefined;
  readonly #parts: ExchangeParts;
  /** The rows that are with the map, a lot for each time it asked. */
  readonly #atMap: (readonly OpenRow[])[] = [];
  #next: Promise<readonly OpenRow[]>;
  #turn: Promise<unknown> = Promise.resolve();
  #sending = Promise.resolve();

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
    this.#next = this.#readAhead();
  }

  next(mapped?: PackedMappedRows): Promise<PackedRows | undefined> {
    const turn = this.#turn.then(() => this.#exchange(mapped));
    this.#turn = turn;
    return turn;
  }

  identify(account: string): Promise<string> {
    return this.#parts.identify(account);
  }

  async read({ operation, account, input }: MapCall): Promise<unknown> {
    return (await this.#parts.clients.open(account)).call(operation, input);
  }

  print(text: string): Promise<void> {
    this.#parts.onOutput(text);
    return Promise.resolve();
  }

  async end({ mapped, reason }: MapEnd): Promise<void> {
    await this.#turn;
    await this.#sending;
    this.#startSending(mapped);
    this.reason = reason;
  }

  /** Resolves when everything that the map made has been handed on. */
  async finish(): Promise<void> {
    await this.#turn;
    await this.#sending;
  }

  async #exchange(mapped: PackedMappedRows | undefined): Promise<PackedRows | undefined> {
    await this.#sending;
    if (mapped) this.#startSending(mapped);
    const rows = this.#parts.signal.aborted ? [] : await this.#next;
    if (rows.length > 0) this.#next = this.#readAhead();
    this.#atMap.push(rows);
    return rows.length > 0 ? packRows(rows) : undefined;
  }

  #readAhead(): Promise<readonly OpenRow[]> {
    return this.#parts.feed.next();
  }

  /** In a turn of its own, so that the map gets its next rows first. */
  #startSending(mapped: PackedMappedRows): void {
    const rows = this.#atMap.shift() ?? [];
    this.#sending = waitForNextTurn().then(() => this.#send(rows, mapped));
  }

  async #send(rows: readonly OpenRow[], mapped: PackedMappedRows): Promise<void> {
    for (const [at, { events, error, isUnread }] of unpackMappedRows(mapped).entries()) {
      const row = rows[at];
      if (row === undefined) break;
      row.isUnread = isUnread;
      let failure: unknown = error;
      for (const event of events) {
        try {
          const sent = this.#parts.relays.send(event.account, event, row);
          this.#follow(row, 'then' in sent ? await sent : sent);
        } catch (reason) {
          failure ??= reason;
        }
      }
      this.#parts.ledger.settle(row, failure);
    }
  }

  #follow(row: OpenRow, { delivered }: Queued): void {
    this.#parts.ledger.follow(row, delivered);
  }
}

const waitForNextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
