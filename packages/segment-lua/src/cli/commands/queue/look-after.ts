import { isRedis, namePlace } from '../../session/queue-place.js';
import { paintTable } from '../../terminal/painted-table.js';
import type { Row } from '../../terminal/table.js';
import { countOff, say, sayJson } from '../../terminal/terminal.js';
import { findFolderQueues } from './folder-queues.js';
import type { FoundQueue } from './found-queue.js';
import type { QueueDeadFlags, QueuePeekFlags, QueueReplayFlags, QueueStatsFlags } from './queue-command.js';
import { type Look, lookIntoRedis } from './redis-queues.js';

/** Says what waits. */
export const sayStats = (place: string, { account, json }: QueueStatsFlags): Promise<void> =>
  lookInto(place, account, async (queues) => {
    if (json) sayJson(queues.map(describe));
    else if (queues.every(({ events, dead }) => events + dead === 0)) say(`Nothing waits in ${namePlace(place)}.`);
    else say(await paintTable([['TARGET', 'ACCOUNT', 'WAITING', 'KB', 'OLDEST', 'REFUSED'], ...queues.map(toRow)]));
  });

/** Prints the events that go next. */
export const sayNext = (place: string, { account, limit }: QueuePeekFlags): Promise<void> =>
  lookInto(place, account, async (queues) => {
    for (const queue of queues) (await queue.readNext(limit)).forEach(say);
  });

/** Prints the events that were refused for good, and why. */
export const sayDead = (place: string, { account }: QueueDeadFlags): Promise<void> =>
  lookInto(place, account, async (queues) => {
    for (const queue of queues.filter(({ dead }) => dead > 0)) (await queue.readDead()).forEach(say);
  });

/** Puts events that were refused back. */
export const replay = (place: string, { account, json }: QueueReplayFlags): Promise<void> =>
  lookInto(place, account, async (queues) => {
    const dead = queues.reduce((sum, queue) => sum + queue.dead, 0);
    let replayed = 0;
    for (const queue of queues) if (queue.dead > 0) replayed += await queue.replay();
    const left = Math.max(0, dead - replayed);
    if (json) sayJson({ replayed, left });
    else if (dead === 0) say(`No event in ${namePlace(place)} was refused.`);
    else {
      if (replayed > 0) say(`Put ${countOff(replayed, 'event')} back into the line, to be sent again.`);
      if (left > 0) say(`${countOff(left, 'event')} stay where a running process keeps them; stop it first.`);
    }
  });

/** @param account The only one whose queues are looked at. */
const lookInto = async (place: string, account: string | undefined, look: Look): Promise<void> => {
  const lookAtChosen: Look = (queues) =>
    look(account === undefined ? queues : queues.filter((queue) => queue.account === account));
  if (isRedis(place)) await lookIntoRedis(place, lookAtChosen);
  else await lookAtChosen(await findFolderQueues(place));
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
