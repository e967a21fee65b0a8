import type { HoldStore } from '../../host/hold-store.js';
import type { SessionStore } from '../../mcp/session-store.js';
import { complain } from '../terminal/terminal.js';
import { UsageError } from '../terminal/usage-error.js';
import { isRedis, readRedisAddress } from './queue-place.js';

/** What several machines share. */
export interface Shared {
  /** The waits that Segment has named. */
  readonly holds: HoldStore;
  /** The sessions of agents. */
  readonly sessions: SessionStore;
  readonly close: () => void;
}

/** Opens what `--share` names. @throws UsageError for what is no Redis, or where ioredis is not installed */
export const openShared = async (place: string): Promise<Shared> => {
  const url = readRedisAddress(place);
  if (!isRedis(place) || url === undefined)
    throw new UsageError('--share is given in a Redis: redis://host:6379, or redis: for that of SEGMENT_LUA_REDIS');
  const { connectShared, createSharedHolds, createSharedSessions, PREFIX } = await loadRedis();
  const redis = connectShared(url, ({ message }) => {
    complain(message);
  });
  return {
    holds: createSharedHolds(redis, PREFIX),
    sessions: createSharedSessions(redis, PREFIX),
    close: redis.close,
  };
};

/** ioredis is there only where somebody has installed it. */
const loadRedis = async () => {
  try {
    const [connection, holds, sessions] = await Promise.all([
      import('../../redis/shared-redis.js'),
      import('../../redis/redis-holds.js'),
      import('../../redis/redis-sessions.js'),
    ]);
    return { ...connection, ...holds, ...sessions };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new UsageError('--share needs a package more: npm install ioredis');
  }
};
