import { createLua, type LuaError } from '@moonwire/lua-bridge';
import { createSegment } from '@moonwire/segment-sdk';

import { reportError } from '../host/call-log.js';
import { fromLuaInput, toLuaFields } from '../host/lua-fields.js';
import { type Invoke, mountAccounts } from '../host/mount-accounts.js';
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

/**
 * Takes the rows of `host` through a map, until there are no more or the map cannot go on.
 * @param onOutput Told what the map prints.
 */
export const runMap = async (
  { map, accounts, limits }: MapJob,
  host: MapHost,
  onOutput: (text: string) => void,
): Promise<void> => {
  const collector = new EventCollector();
  const lua = createLua({ limits, onOutput });
  mountAccounts(lua, accounts, createInvoke(collector, host));
  const next = async () => {
    const rows = await host.next(collector.mapped);
    collector.take(rows);
    return rows.length > 0 ? rows.map(({ row }) => row) : undefined;
  };
  const open = (position: unknown): void => {
    collector.open(Number(position));
  };
  const close = (ok: unknown, error: unknown): void => {
    collector.close(ok === true, error);
  };
  const outcome = await lua.run(DRIVER, { name: 'import', args: [map.code, map.name, next, open, close] });
  await host.end({ mapped: collector.mapped, ...(!outcome.ok && { reason: findReason(outcome.error) }) });
};

/** Collects the events that the map makes of the rows it is at. */
class EventCollector {
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
      ...(!ok && { error: reportError(error ?? new Error('the map raised nil')) }),
    });
  }

  add(event: MapCall): void {
    this.#events.push(event);
  }

  /** The same row makes the same message ids, so that what is sent twice counts once. */
  createMessageId(): string {
    return `${this.#rows[this.#at]?.id ?? ''}-${this.#events.length + 1}`;
  }
}

/** Tracking calls are checked and collected; reading ones are made by the host, who has the credentials. */
const createInvoke = (collector: EventCollector, host: MapHost): Invoke => {
  const checker = createSegment({ writeKey: 'none', disable: true });
  return (operation, account, _call, argument) => {
    const { name, auth, output } = operation;
    const input = fromLuaInput(operation.input, argument ?? {});
    const call = { operation: name, account, input };
    if (auth === 'apiToken') return host.read(call).then((result) => toLuaFields(output, result));
    if (lacksMessageId(input)) Object.assign(input, { messageId: collector.createMessageId() });
    const { messageId } = checker.enqueue(name, input);
    collector.add(call);
    return { message_id: messageId, status: 'queued' };
  };
};

const lacksMessageId = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !('messageId' in input);

/** What went wrong, without the position in the driver that called the map. */
const findReason = ({ cause, message }: LuaError): string =>
  cause instanceof Error ? cause.message : message.replace(/^import:\d+: /, '');
