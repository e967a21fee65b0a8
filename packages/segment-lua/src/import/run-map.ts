import { createLua, type LuaError } from '@moonwire/lua-bridge';
import type { Operation } from '@moonwire/segment-sdk';

import { SEGMENT_NAMESPACE } from '../accounts/segment-account.js';
import { createFileModules } from '../host/file-modules.js';
import { fromLuaInput, toLuaFields } from '../host/lua-fields.js';
import { createAccountMount, type Invoke } from '../host/mount-accounts.js';
import { coreOperations } from '../host/script-operations.js';
import { EventCollector } from './event-collector.js';
import type { MapHost, MapJob, RowMap } from './map-protocol.js';
import type { PackedRows } from './packed-rows.js';
import { SHAPES } from './shapes/index.js';
import type { Shape } from './shapes/shape.js';

/** Loads the map and calls it with row after row; what it raises is the row's failure. */
const DRIVER = `
local code, name, batches, open, fail = ...
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
    if not ok and not pcall(fail, reason) then fail(tostring(reason)) end
  end
end
`;

/** So many lots of rows are with the map's thread, so that it has the next when it is done with one. */
const LOTS_AHEAD = 2;

/** Takes the rows of `host` through a map, until there are no more or the map cannot go on. */
export const runMap = async (job: MapJob, host: MapHost): Promise<void> => {
  const collector = new EventCollector();
  const next = createNext(collector, host);
  const { map } = job;
  let reason: string | undefined;
  if ('from' in map) await replay(SHAPES[map.from], job, collector, host, next);
  else reason = await mapRows(map, job, collector, host, next);
  await host.end({ mapped: collector.takeFinished(), ...(reason !== undefined && { reason }) });
};

/** Takes the next rows, and says how many they are. */
type Next = () => Promise<number | undefined>;

const createNext = (collector: EventCollector, host: MapHost): Next => {
  const lots: Promise<PackedRows | undefined>[] = [];
  return async () => {
    if (lots.length > 0) lots.push(host.next(collector.takeMapped()));
    else while (lots.length < LOTS_AHEAD) lots.push(host.next());
    const rows = await lots.shift();
    return rows && collector.take(rows);
  };
};

/** @returns Why the map could not go on. */
const mapRows = async (
  map: RowMap,
  { accounts, limits }: MapJob,
  collector: EventCollector,
  host: MapHost,
  next: Next,
): Promise<string | undefined> => {
  const modules = map.path === undefined ? {} : { modules: createFileModules(map.path) };
  const lua = createLua({ limits, ...modules, onOutput: (text) => void host.print(text) });
  lua.set(
    SEGMENT_NAMESPACE,
    createAccountMount(coreOperations)(accounts.all, accounts.default, createInvoke(collector, host)),
  );
  const open = (position: unknown): unknown => collector.open(Number(position));
  const fail = (error: unknown): void => {
    collector.fail(error);
  };
  const outcome = await lua.run(DRIVER, { name: 'import', args: [map.code, map.name, next, open, fail] });
  return outcome.ok ? undefined : findReason(outcome.error);
};

/** Makes the events again that rows are the records of. */
const replay = async (
  shape: Shape,
  { accounts }: MapJob,
  collector: EventCollector,
  host: MapHost,
  next: Next,
): Promise<void> => {
  const account = accounts.default;
  const destination = await host.identify(account);
  for (let count = await next(); count !== undefined; count = await next()) {
    for (let position = 1; position <= count; position += 1) {
      try {
        collector.addReplayed(account, destination, shape(collector.open(position), collector.file));
      } catch (error) {
        collector.fail(error);
      }
    }
  }
};

/** Tracking calls are checked, written and collected; reading ones are made by the host, who has the credentials. */
const createInvoke = (collector: EventCollector, host: MapHost): Invoke<Operation> => {
  const destinations = new Map<string, string>();
  return (operation, account, _call, argument) => {
    const { name, auth, output } = operation;
    const input = fromLuaInput(operation.input, argument ?? {});
    if (auth === 'apiToken')
      return host.read({ operation: name, account, input }).then((result) => toLuaFields(output, result));
    const known = destinations.get(account);
    if (known !== undefined) return collector.add(name, account, known, input);
    return host.identify(account).then((destination) => {
      destinations.set(account, destination);
      return collector.add(name, account, destination, input);
    });
  };
};

/** What went wrong, without the position in the driver that called the map. */
const findReason = ({ cause, message }: LuaError): string =>
  cause instanceof Error ? cause.message : message.replace(/^import:\d+: /, '');
