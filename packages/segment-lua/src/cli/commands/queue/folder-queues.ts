import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { readQueues, replayDead, type StoredQueue } from '@moonwire/segment-sdk/durable';

import { UsageError } from '../../terminal/usage-error.js';
import type { FoundQueue } from './found-queue.js';
import { nameAccounts } from './name-accounts.js';

/** What lies in a folder for one target and one source. */
export interface FolderQueue extends FoundQueue {
  /** The folder that `durableQueue` was given. */
  readonly folder: string;
}

/**
 * Finds the queues in a folder: those for each target, and those of programs that gave it to `durableQueue`.
 * @throws UsageError when there is no folder.
 */
export const findFolderQueues = async (folder: string): Promise<readonly FolderQueue[]> => {
  if (!existsSync(folder))
    throw new UsageError(`there is no folder '${folder}'; --queue of run, import and mcp makes the one that it names`);
  const names = await nameAccounts();
  const inside = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const targets = ['', ...inside.map(({ name }) => name).filter((name) => !SOURCE.test(name))];
  return targets.flatMap((target) => {
    const own = join(folder, target);
    return readQueues(own).map((queue) => describe(queue, own, target, names.get(queue.source)));
  });
};

const SOURCE = /^[\da-f]{16}$/;

const describe = (queue: StoredQueue, folder: string, target: string, account: string | undefined): FolderQueue => ({
  ...queue,
  folder,
  target,
  account,
  readNext: (limit) => {
    const bodies: string[] = [];
    for (const { body } of queue.read()) {
      bodies.push(body);
      if (bodies.length === limit) break;
    }
    return Promise.resolve(bodies);
  },
  readDead: () =>
    Promise.resolve(
      Array.from(queue.readDead(), ({ error, body }) => `{"error":${JSON.stringify(error)},"event":${body}}`),
    ),
  replay: () => replayDead(folder, queue.source),
});
