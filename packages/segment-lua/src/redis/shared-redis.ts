import { Redis } from 'ioredis';

/** How long an answer is waited for, in milliseconds: whoever asks goes on without one. */
const PATIENCE_MS = 500;

const LONGEST_PAUSE_MS = 1_000;

/** A connection for what is nice to have: it is refused at once while Redis is away, and nothing waits for it. */
export interface SharedRedis {
  readonly redis: Redis;
  /** What Redis answers, or what stands in for it while it is away. */
  readonly ask: <Answer>(question: (redis: Redis) => Promise<Answer>, otherwise: Answer) => Promise<Answer>;
  readonly close: () => void;
}

/**
 * Connects to Redis or Valkey.
 * @param url `redis://` or `rediss://`.
 * @param onError Learns of each outage, when it begins; its message names the host and never the password.
 */
export const connectShared = (url: string, onError: (error: Error) => void): SharedRedis => {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: PATIENCE_MS,
    retryStrategy: (times) => Math.min(LONGEST_PAUSE_MS, 25 * 2 ** times),
  });
  const { host, port } = redis.options;
  let isAway = false;
  redis.on('error', (error: Error) => {
    if (!isAway) onError(new Error(`Redis at ${host}:${port} cannot be reached: ${describe(error)}`, { cause: error }));
    isAway = true;
  });
  redis.on('ready', () => (isAway = false));
  const connected = new Promise<void>((resolve) => {
    redis.once('ready', resolve);
    redis.once('error', () => {
      resolve();
    });
  });
  return {
    redis,
    ask: async (question, otherwise) => {
      await connected;
      try {
        return await question(redis);
      } catch {
        // Told by the connection.
        return otherwise;
      }
    },
    close: () => {
      redis.disconnect();
    },
  };
};

const describe = (error: Error): string => error.message || (error as NodeJS.ErrnoException).code || error.name;
