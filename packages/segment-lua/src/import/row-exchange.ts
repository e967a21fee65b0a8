import { enqueueLater, enqueueNow } from '../host/enqueue.js';
import type { RunClients } from '../host/run-clients.js';
import type { Feed } from './feed.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { MapCall, MapEnd, MapHost, MappedRow, RowToMap } from './map-protocol.js';

/** What an exchange connects the map with. */
export interface ExchangeParts {
  readonly clients: RunClients;
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
  #atMap: readonly OpenRow[] = [];
  #next: Promise<readonly OpenRow[]>;
  #sending = Promise.resolve();

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
    this.#next = this.#readAhead();
  }

  async next(mapped: readonly MappedRow[]): Promise<readonly RowToMap[]> {
    await this.#sending;
    this.#startSending(mapped);
    this.#atMap = this.#parts.signal.aborted ? [] : await this.#next;
    if (this.#atMap.length > 0) this.#next = this.#readAhead();
    return this.#atMap.flatMap(({ id, content, line }) => ('text' in content ? [] : [{ id, content, line }]));
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
    await this.#sending;
    this.#startSending(mapped);
    this.reason = reason;
  }

  /** Resolves when everything that the map made has been handed to the clients. */
  finish(): Promise<void> {
    return this.#sending;
  }

  #readAhead(): Promise<readonly OpenRow[]> {
    return this.#parts.feed.next();
  }

  /** In a turn of its own, so that the map gets its next rows first. */
  #startSending(mapped: readonly MappedRow[]): void {
    const rows = this.#atMap;
    this.#sending = waitForNextTurn().then(() => this.#send(rows, mapped));
  }

  async #send(rows: readonly OpenRow[], mapped: readonly MappedRow[]): Promise<void> {
    for (const [at, { events, error, unread }] of mapped.entries()) {
      const row = rows[at];
      if (row === undefined) break;
      row.isUnread = unread === true;
      let failure: unknown = error;
      for (const event of events) await this.#sendEvent(row, event).catch((reason: unknown) => (failure ??= reason));
      this.#parts.ledger.settle(row, failure);
    }
  }

  async #sendEvent(row: OpenRow, { operation, account, input }: MapCall): Promise<void> {
    const { clients, ledger } = this.#parts;
    const client = clients.find(account);
    const enqueued = client && enqueueNow(client, operation, input);
    const { delivered } = enqueued ?? (await enqueueLater(clients.open(account), operation, input));
    ledger.follow(row, delivered);
  }
}

const waitForNextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
