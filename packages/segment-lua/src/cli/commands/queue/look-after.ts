import { replayDead } from '@moonwire/segment-sdk/durable';

import { paintTable } from '../../terminal/painted-table.js';
import type { Row } from '../../terminal/table.js';
import { countOff, say, sayJson } from '../../terminal/terminal.js';
import { findQueues, type FoundQueue } from './find-queues.js';
import type { QueueDeadFlags, QueuePeekFlags, QueueReplayFlags, QueueStatsFlags } from './queue-command.js';

/** Says what waits in a folder. */
export const sayStats = async (folder: string, { account, json }: QueueStatsFlags): Promise<void> => {
  const queues = await findQueues(folder, account);
  if (json) sayJson(queues.map(describe));
  else if (queues.every(({ events, dead }) => events + dead === 0)) say(`Nothing waits in ${folder}.`);
  else say(await paintTable([['TARGET', 'ACCOUNT', 'WAITING', 'KB', 'OLDEST', 'REFUSED'], ...queues.map(toRow)]));
};

/** Prints the events that go next. */
export const sayNext = async (folder: string, { account, limit }: QueuePeekFlags): Promise<void> => {
  for (const queue of await findQueues(folder, account)) {
    let left = limit;
    for (const { body } of queue.read()) {
      if (left === 0) break;
      say(body);
      left -= 1;
    }
  }
};

/** Prints the events that were refused for good, and why. */
export const sayDead = async (folder: string, { account }: QueueDeadFlags): Promise<void> => {
  for (const queue of await findQueues(folder, account))
    for (const { error, body } of queue.readDead()) say(`{"error":${JSON.stringify(error)},"event":${body}}`);
};

/** Puts events that were refused back. */
export const replay = async (folder: string, { account, json }: QueueReplayFlags): Promise<void> => {
  const queues = (await findQueues(folder, account)).filter(({ dead }) => dead > 0);
  const dead = queues.reduce((sum, queue) => sum + queue.dead, 0);
  let replayed = 0;
  for (const queue of queues) replayed += await replayDead(queue.folder, queue.source);
  const left = dead - replayed;
  if (json) sayJson({ replayed, left });
  else if (dead === 0) say(`No event in ${folder} was refused.`);
  else {
    if (replayed > 0) say(`Put ${countOff(replayed, 'event')} back: segment-lua queue drain ${folder} sends them.`);
    if (left > 0) say(`${countOff(left, 'event')} stay where a running process keeps them; stop it first.`);
  }
};

const describe = ({ target, account, source, events, bytes, oldest, dead }: FoundQueue): object => ({
  target: target || null,
  account: account ?? null,
  source,
  events,
  bytes,
  oldest: oldest?.toISOString() ?? null,
  dead,
});

const toRow = ({ target, account, source, events, bytes, oldest, dead }: FoundQueue): Row => [
  target || '–',
  account ?? `unknown (${source})`,
  events.toLocaleString('en'),
  Math.ceil(bytes / 1024).toLocaleString('en'),
  oldest?.toISOString() ?? '–',
  dead.toLocaleString('en'),
];
