import { join } from 'node:path';

import type { Queue } from '@moonwire/segment-sdk';

import type { SegmentLuaOptions } from '../../host/segment-lua-options.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';

/** Whom the events of a queue are for. */
export interface QueueAim {
  readonly live?: true | undefined;
  readonly url?: string | undefined;
}

/** Whether `--queue` names a Redis, by its address, or `redis:` for that of the environment; else it names a folder. */
export const isRedis = (place: string): boolean => /^rediss?:/.test(place);

/** The address of a Redis. One in the environment is seen by nobody else on the machine. */
export const readRedisAddress = (place = 'redis:'): string | undefined =>
  place === 'redis:' ? process.env['SEGMENT_LUA_REDIS'] : place;

/** A Redis without what is secret in its address. */
export const namePlace = (place: string): string =>
  isRedis(place) ? place.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '') : place;

/**
 * The part of a folder that `--queue` names in which the events for one target lie: what was meant for one never goes
 * to another.
 */
export const aimFolder = (folder: string, { url }: QueueAim): string =>
  join(folder, url === undefined ? 'segment' : url.replace(/^https?:\/\//, '').replace(/[^\w.-]+/g, '_'));

/** The command that sends what waits. */
export const nameDrain = (place: string, { url }: QueueAim): string => {
  const aim = url === undefined ? '--live' : `--url ${url}`;
  return isRedis(place)
    ? `segment-lua worker ${aim} --redis ${namePlace(place)}`
    : `segment-lua queue drain ${place} ${aim}`;
};

/** BullMQ and ioredis are there only where somebody has installed them. */
export const loadRedisEngine = (): Promise<typeof import('@moonwire/segment-sdk/bullmq')> =>
  loadOptional(() => import('@moonwire/segment-sdk/bullmq'));

/**
 * Loads what needs packages that may not be installed.
 * @param advice Says how they are. Default: that of queues in Redis.
 * @throws UsageError with the advice
 */
export const loadOptional = async <Module>(
  load: () => Promise<Module>,
  advice = 'a queue in Redis needs two packages more: npm install bullmq ioredis',
): Promise<Module> => {
  try {
    return await load();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError(advice);
  }
};

/** When a queue in a folder has an event: when the operating system has it, or when the disk has. */
export type QueueSync = 'os' | 'group';

/**
 * Makes queues in a folder, or in Redis, if a place is given.
 * @throws UsageError where nothing could ever fail to arrive, and where there is no folder to sync
 */
export const openQueues = async (
  place: string | undefined,
  aim: QueueAim,
  sync: QueueSync | undefined,
): Promise<Pick<SegmentLuaOptions, 'queue'>> => {
  if (sync !== undefined && (place === undefined || isRedis(place)))
    throw new UsageError('--queue-sync is for a folder of --queue; how safe events are in Redis, its own settings say');
  if (place === undefined) return {};
  if (!aim.live && aim.url === undefined)
    throw new UsageError(
      '--queue keeps events until Segment has them; give --live, or --url for what stands in for it',
    );
  if (isRedis(place)) {
    const { bullmqQueue } = await loadRedisEngine();
    return { queue: () => bullmqQueue({ connection: readRedisAddress(place) }) };
  }
  return { queue: await openFolderQueues(aimFolder(place, aim), sync) };
};

/** Makes queues in a folder of one target; what is damaged in it is told. */
export const openFolderQueues = async (folder: string, sync?: QueueSync): Promise<() => Queue> => {
  const { durableQueue } = await import('@moonwire/segment-sdk/durable');
  const onDamage = ({ message }: Error): void => {
    complain(message);
  };
  return () => durableQueue({ folder, sync, onDamage });
};
