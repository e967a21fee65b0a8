import type { KeptSession, SessionStore } from '../mcp/session-store.js';
import type { SharedRedis } from './shared-redis.js';

/** A session that nobody has used for so long is forgotten, in seconds. */
const IDLE_S = 24 * 60 * 60;

/** Remembers sessions in Redis, where all machines see them: who has introduced itself, and how. */
export const createSharedSessions = ({ ask }: SharedRedis, prefix: string): SessionStore => {
  const keyOf = (id: string): string => `${prefix}:session:${id}`;
  return {
    keep: async (id, session) => {
      await ask((redis) => redis.set(keyOf(id), JSON.stringify(session), 'EX', IDLE_S), undefined);
    },
    find: async (id) => {
      const found = await ask((redis) => redis.get(keyOf(id)), null);
      if (found === null) return undefined;
      await ask((redis) => redis.expire(keyOf(id), IDLE_S), 0);
      return JSON.parse(found) as KeptSession;
    },
    forget: async (id) => {
      await ask((redis) => redis.del(keyOf(id)), 0);
    },
  };
};
