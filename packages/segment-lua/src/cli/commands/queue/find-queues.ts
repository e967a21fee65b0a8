import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { readQueues, type StoredQueue } from '@moonwire/segment-sdk/durable';
import { nameSource } from '@moonwire/segment-sdk/queue';

import { type AccountSource, createAccountSource } from '../../../accounts/account-source.js';
import { simulatedAccounts } from '../../../accounts/simulated-accounts.js';
import { openRegistry } from '../../session/live-registry.js';
import { UsageError } from '../../terminal/usage-error.js';

/** What lies in a folder for one target and one source. */
export interface FoundQueue extends StoredQueue {
  /** The folder that `durableQueue` was given. */
  readonly folder: string;
  /** Whom the events are for, as the folder is named; empty where whoever opens the queue says it. */
  readonly target: string;
  /** The account that the source is of, if it is one that is known here. */
  readonly account: string | undefined;
}

/**
 * Finds the queues in a folder: those for each target, and those of programs that gave it to `durableQueue`.
 * @param account The only one that is asked for.
 * @throws UsageError when there is no folder.
 */
export const findQueues = async (folder: string, account?: string): Promise<readonly FoundQueue[]> => {
  if (!existsSync(folder))
    throw new UsageError(`there is no folder '${folder}'; --queue of run, import and mcp makes the one that it names`);
  const names = await nameAccounts();
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const targets = ['', ...inside.map(({ name }) => name).filter((name) => !SOURCE.test(name))];
  const found = targets.flatMap((target) => {
    const own = join(folder, target);
    return readQueues(own).map((queue) => ({ ...queue, folder: own, target, account: names.get(queue.source) }));
  });
  return account === undefined ? found : found.filter((queue) => queue.account === account);
};

const SOURCE = /^[\da-f]{16}$/;

/** Names of accounts by what their sources are named in folders. */
export const nameSources = async (accounts: AccountSource): Promise<ReadonlyMap<string, string>> => {
  const { all, default: chosen } = await accounts.names();
  const names = new Map<string, string>();
  for (const name of new Set([...all, chosen])) {
    const { writeKey } = await accounts.credentials(name);
    if (writeKey !== undefined) names.set(await nameSource(writeKey), name);
  }
  return names;
};

const nameAccounts = async (): Promise<ReadonlyMap<string, string>> =>
  new Map([
    ...(await nameSources(createAccountSource(simulatedAccounts()))),
    ...(await nameSources(createAccountSource(openRegistry()))),
  ]);
