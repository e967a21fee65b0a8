import { createLua, type LuaError } from '@moonwire/lua-bridge';
import { createSegment } from '@moonwire/segment-sdk';

import { errorReport } from '../host/call-log.js';
import { callOperation } from '../host/call-operation.js';
import { type Invoke, mountAccounts } from '../host/mount-accounts.js';
import type { Run } from '../host/run.js';
import type { RunClient } from '../host/run-clients.js';
import type { MapCall, MapHost, MapJob, MappedRow, RowToMap } from './map-protocol.js';

/** Loads the map and calls it with row after row; what it raises is the row's failure. */
const DRIVER = `
local code, name, batches, open, close = ...
local chunk, message = load(code, "@" .. name)
if not chunk then error(message, 0) end
local map = chunk()
if type(map) ~= "function" then
  error(name .. ": expected it to return a function of one row: return function(row) ... end", 0)
end
for rows in batches do
  for i = 1, #rows do
    open(i)
    close(pcall(map, rows[i]))
  end
end
`;

/** What went wrong, without the position in the driver that called the map. */
const reasonOf = ({ cause, message }: LuaError): string =>
  cause instanceof Error ? cause.message : message.replace(/^import:\d+: /, '');

/** The rows that the map has in hand, and what it has made of them. */
class RowsInHand {
  #rows: readonly RowToMap[] = [];
  #at = 0;
  #events: MapCall[] = [];
  mapped: MappedRow[] = [];

  take(rows: readonly RowToMap[]): void {
    this.#rows = rows;
    this.mapped = [];
  }

  /** Makes a row the one that events belong to; counted from 1. */
  open(position: number): void {
    this.#at = position - 1;
    this.#events = [];
  }

  close(ok: boolean, error: unknown): void {
    this.mapped.push({
      events: this.#events,
      ...(!ok && { error: errorReport(error ?? new Error('the map raised nil')) }),
    });
  }

  add(event: MapCall): void {
    this.#events.push(event);
  }

  /** The same row makes the same message ids, so that what is sent twice counts once. */
  messageId(): string {
    return `${this.#rows[this.#at]?.id ?? ''}-${this.#events.length + 1}`;
  }
}

/** Clients that check events and hand them over in the place of sending them. */
const clientsFor = (hand: RowsInHand, host: MapHost): Run['clients'] => {
  const checker = createSegment({ writeKey: 'none', disable: true });
  const clientOf = (account: string): RunClient => ({
    enqueue: (operation: string, input: unknown) => {
      const enqueued = checker.enqueue(operation, input);
      hand.add({ operation, account, input });
      return enqueued;
    },
    call: (operation: string, input: unknown) => host.read({ operation, account, input }),
    ready: checker.ready,
  });
  const unused = (): Promise<never> => Promise.reject(new Error('a map has no client of its own'));
  return {
    of: (account) => Promise.resolve(clientOf(account)),
    opened: clientOf,
    apart: unused,
    close: () => Promise.resolve(),
    batches: () => 0,
  };
};

/** A run that keeps nothing of its calls: there may be millions. */
const runWithout = (account: string, clients: Run['clients']): Run => ({
  account,
  delivery: 'batch',
  policy: undefined,
  dryRun: undefined,
  log: { records: [], start: (site) => ({ record: { ...site, ms: 0, status: 'ok' }, end: () => undefined }) },
  deliveries: { follow: () => undefined, settled: () => Promise.reject(new Error('an import keeps its own books')) },
  clients,
});

const identifying =
  (hand: RowsInHand, run: Run): Invoke =>
  (operation, account, call, argument) => {
    if (
      operation.auth === 'writeKey' &&
      typeof argument === 'object' &&
      argument !== null &&
      !('messageId' in argument)
    ) {
      Object.assign(argument, { messageId: hand.messageId() });
    }
    return callOperation(run, operation, account, call, argument);
  };

/**
 * Takes the rows of `host` through a map, until there are no more or the map cannot go on.
 * @param onOutput Told what the map prints.
 */
export const runMap = async (
  { map, accounts, limits }: MapJob,
  host: MapHost,
  onOutput: (text: string) => void,
): Promise<void> => {
  const hand = new RowsInHand();
  const lua = createLua({ limits, onOutput });
  mountAccounts(lua, accounts, identifying(hand, runWithout(accounts.default, clientsFor(hand, host))));
  const next = async () => {
    const rows = await host.next(hand.mapped);
    hand.take(rows);
    return rows.length > 0 ? rows.map(({ row }) => row) : undefined;
  };
  const open = (position: unknown): void => {
    hand.open(Number(position));
  };
  const close = (ok: unknown, error: unknown): void => {
    hand.close(ok === true, error);
  };
  const outcome = await lua.run(DRIVER, { name: 'import', args: [map.code, map.name, next, open, close] });
  await host.end({ mapped: hand.mapped, ...(!outcome.ok && { reason: reasonOf(outcome.error) }) });
};
