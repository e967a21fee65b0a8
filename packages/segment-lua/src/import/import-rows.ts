import { createLua, type LuaError } from '@moonwire/lua-bridge';
import type { AccountSource } from '../account-source.js';
import { callOperation } from '../call-operation.js';
import { mountAccounts, type Invoke } from '../mount-accounts.js';
import { createRunClients } from '../run-clients.js';
import type { Run } from '../run.js';
import type { SegmentLuaOptions } from '../segment-lua-options.js';
import type { Feed } from './feed.js';
import type { Ledger } from './ledger.js';

/** Events that wait take up at most this much; it bounds the rows that are open, too. */
const QUEUE_BYTES = 4 * 1024 * 1024;

/** The person at the terminal stops what runs too long. */
const LIMITS = { instructions: Infinity, timeMs: Infinity, hostCalls: Infinity, sourceBytes: 16 * 1024 * 1024 };

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

/** What rows go through. */
export interface RowMap {
  readonly code: string;
  /** The chunk's name in messages. */
  readonly name: string;
}

/** What an import works with. */
export interface ImportParts {
  readonly host: SegmentLuaOptions;
  readonly accounts: AccountSource;
  readonly map: RowMap;
  readonly feed: Feed;
  readonly ledger: Ledger;
}

/** A run that keeps nothing of its calls: there may be millions. */
const runWithout = ({ host, accounts, feed, ledger }: ImportParts, account: string): Run => ({
  account,
  delivery: 'batch',
  policy: host.policy,
  dryRun: undefined,
  log: { records: [], start: (site) => ({ record: { ...site, ms: 0, status: 'ok' }, end: () => undefined }) },
  deliveries: {
    follow: (_call, _messageId, delivered) => {
      ledger.follow(feed.current(), delivered);
    },
    settled: () => Promise.reject(new Error('an import keeps its own books')),
  },
  clients: createRunClients({ ...host, client: { ...host.client, maxQueueBytes: QUEUE_BYTES } }, accounts),
});

/** The same row makes the same message ids, so that what is sent twice counts once. */
const identifying =
  (feed: Feed, run: Run): Invoke =>
  (operation, account, call, argument) => {
    if (operation.auth === 'writeKey' && typeof argument === 'object' && argument !== null && !('messageId' in argument)) {
      Object.assign(argument, { messageId: feed.nextMessageId() });
    }
    return callOperation(run, operation, account, call, argument);
  };

/**
 * Takes every row through the map and waits until every event has ended.
 * @returns Why the map could not be used at all; undefined when it could.
 */
export const importRows = async (parts: ImportParts): Promise<LuaError | undefined> => {
  const { host, accounts, map, feed, ledger } = parts;
  const names = await accounts.names();
  const run = runWithout(parts, host.account ?? names.default);
  const lua = createLua({ limits: { ...LIMITS, ...host.limits }, ...(host.onOutput && { onOutput: host.onOutput }) });
  mountAccounts(lua, { ...names, default: run.account }, identifying(feed, run));
  const close = (ok: unknown, error: unknown): void => {
    ledger.settle(feed.current(), ok === true ? undefined : (error ?? new Error('the map raised nil')));
  };
  const outcome = await lua
    .run(DRIVER, { name: 'import', args: [map.code, map.name, feed.next, feed.open, close] })
    .finally(run.clients.close);
  return outcome.ok ? undefined : outcome.error;
};
