import { hash } from 'node:crypto';

import { createLua, type LuaError } from '@moonwire/lua-bridge';
import { createSegment, type Operation } from '@moonwire/segment-sdk';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import { reportError } from '../host/call-log.js';
import { fromLuaInput, toLuaFields } from '../host/lua-fields.js';
import { type Invoke, mountAccounts } from '../host/mount-accounts.js';
import { coreOperations } from '../host/script-operations.js';
import { writeExactJson } from './exact-json.js';
import type { MapCall, MapHost, MapJob, MappedRow, RowToMap } from './map-protocol.js';
import { parseRow } from './parse-row.js';

/** Loads the map and calls it with row after row; what it raises is the row's failure. */
const DRIVER = `
local code, name, batches, open, close = ...
local pcall, tostring = pcall, tostring
local chunk, message = load(code, "@" .. name)
if not chunk then error(message, 0) end
local map = chunk()
if type(map) ~= "function" then
  error(name .. ": expected it to return a function of one row: return function(row) ... end", 0)
end
local function apply(position)
  map(open(position))
end
for count in batches do
  for position = 1, count do
    local ok, reason = pcall(apply, position)
    if ok or not pcall(close, false, reason) then
      close(ok, not ok and tostring(reason) or nil)
    end
  end
end
`;

/** Takes the rows of `host` through a map, until there are no more or the map cannot go on. */
export const runMap = async ({ map, accounts, limits }: MapJob, host: MapHost): Promise<void> => {
  const collector = new EventCollector();
  const lua = createLua({ limits, onOutput: (text) => void host.print(text) });
  lua.set(SEGMENT_NAMESPACE, mountAccounts(accounts, coreOperations, createInvoke(collector, host)));
  const next = async () => {
    const rows = await host.next(collector.mapped);
    collector.take(rows);
    return rows.length > 0 ? rows.length : undefined;
  };
  const open = (position: unknown): unknown => collector.open(Number(position));
  const close = (ok: unknown, error: unknown): void => {
    collector.close(ok === true, error);
  };
  const outcome = await lua.run(DRIVER, { name: 'import', args: [map.code, map.name, next, open, close] });
  await host.end({ mapped: collector.mapped, ...(!outcome.ok && { reason: findReason(outcome.error) }) });
};

/** Collects the events that the map makes of the rows it is at. */
class EventCollector {
  #rows: readonly RowToMap[] = [];
  #id = '';
  #events: MapCall[] = [];
  #made: string[] = [];
  #isUnread = false;
  mapped: MappedRow[] = [];

  take(rows: readonly RowToMap[]): void {
    this.#rows = rows;
    this.mapped = [];
  }

  /**
   * Makes a row the one that events belong to, and reads it.
   * @param position Counted from 1.
   * @throws BadRowError when it is JSON and cannot be parsed.
   */
  open(position: number): unknown {
    const { id, content, line } = this.#rows[position - 1] as RowToMap;
    this.#id = id;
    this.#events = [];
    this.#made = [];
    this.#isUnread = true;
    const row = parseRow(content, line);
    this.#isUnread = false;
    return row;
  }

  close(ok: boolean, error: unknown): void {
    this.mapped.push({
      events: this.#events,
      ...(!ok && { error: reportError(error ?? new Error('the map raised nil')) }),
      ...(this.#isUnread && { unread: true }),
    });
  }

  add(event: MapCall): void {
    this.#events.push(event);
  }

  /** The same row and event make the same id for the same destination, so that what is sent twice counts once. */
  createMessageId(destination: string, { operation, input }: MapCall): string {
    const made = hash('sha256', `${destination}\n${this.#id}\n${operation}\n${writeExactJson(input)}`);
    const repetition = this.#made.filter((other) => other === made).length;
    this.#made.push(made);
    return (repetition === 0 ? made : hash('sha256', `${made}\n${repetition}`)).slice(0, MESSAGE_ID_LENGTH);
  }
}

/** Hexadecimal digits: 128 bits. */
const MESSAGE_ID_LENGTH = 32;

/** Tracking calls are checked and collected; reading ones are made by the host, who has the credentials. */
const createInvoke = (collector: EventCollector, host: MapHost): Invoke<Operation> => {
  const checker = createSegment({ writeKey: 'none', disable: true });
  const destinations = new Map<string, string>();
  const collect = (call: MapCall, destination: string): unknown => {
    const { operation, input } = call;
    const { messageId: given } = checker.enqueue(operation, input);
    const messageId = lacksMessageId(input) ? collector.createMessageId(destination, call) : given;
    if (lacksMessageId(input)) Object.assign(input, { messageId });
    collector.add(call);
    return { message_id: messageId, status: 'queued' };
  };
  return (operation, account, _call, argument) => {
    const { name, auth, output } = operation;
    const input = fromLuaInput(operation.input, argument ?? {});
    const call = { operation: name, account, input };
    if (auth === 'apiToken') return host.read(call).then((result) => toLuaFields(output, result));
    const known = destinations.get(account);
    if (known !== undefined) return collect(call, known);
    return host.identify(account).then((destination) => {
      destinations.set(account, destination);
      return collect(call, destination);
    });
  };
};

const lacksMessageId = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !('messageId' in input);

/** What went wrong, without the position in the driver that called the map. */
const findReason = ({ cause, message }: LuaError): string =>
  cause instanceof Error ? cause.message : message.replace(/^import:\d+: /, '');
