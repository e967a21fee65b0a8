import { createHash } from 'node:crypto';

import { createHolds, type HoldStore } from '../host/hold-store.js';
import { connectShared, type SharedRedis } from './shared-redis.js';

/** What keys in Redis begin with where nothing else is said. */
export const PREFIX = 'moonwire';

/** Where waits are kept. */
export interface RedisHoldsOptions {
  /** `redis://` or `rediss://`, of Redis 5 or later, or Valkey. */
  readonly url: string;
  /** What the keys begin with. Default `moonwire`. */
  readonly prefix?: string;
  /** Learns of each outage of Redis, when it begins. Default: a line on standard error. */
  readonly onError?: (error: Error) => void;
}

/** Waits in Redis, over a connection of their own. */
export interface RedisHolds extends HoldStore {
  /** Ends the connection at once. */
  readonly close: () => void;
}

/**
 * Keeps the waits that Segment names in Redis, for all machines that send with the same credentials: what one of them
 * is told to wait, the others wait, too. Needs `ioredis`. While Redis is away each process heeds its own waits alone.
 * @example
 * const holds = createRedisHolds({ url: 'redis://127.0.0.1' });
 * const lua = createSegmentLua({ accounts, holds });
 */
export const createRedisHolds = ({ url, prefix = PREFIX, onError = warn }: RedisHoldsOptions): RedisHolds => {
  const shared = connectShared(url, onError);
  return { ...createSharedHolds(shared, prefix), close: shared.close };
};

const warn = ({ message }: Error): void => {
  console.warn(`@moonwire/segment-lua: ${message}`);
};

/* Of two waits the longer counts; older servers have no PEXPIRE … GT. KEYS: the wait. ARGV: its milliseconds. */
const LENGTHEN = `if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) end`;

/**
 * Keeps waits in Redis, where all machines see them, by its clock; and in this process, which heeds its own also while
 * Redis is away. Redis has digests of what is held, and nothing else.
 */
export const createSharedHolds = ({ ask }: SharedRedis, prefix: string): HoldStore => {
  const own = createHolds();
  const keyOf = (name: string): string =>
    `${prefix}:hold:${createHash('sha256').update(name).digest('hex').slice(0, 40)}`;
  return {
    left: async (name) => (await own.left(name)) || Math.max(0, await ask((redis) => redis.pttl(keyOf(name)), 0)),
    async hold(name, ms) {
      await own.hold(name, ms);
      await ask((redis) => redis.eval(LENGTHEN, 1, keyOf(name), Math.ceil(ms)), undefined);
    },
  };
};
