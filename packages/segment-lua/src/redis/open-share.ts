import type { HoldStore } from '../host/hold-store.js';
import type { SessionStore } from '../mcp/session-store.js';
import { createSharedHolds, PREFIX } from './redis-holds.js';
import { createSharedSessions } from './redis-sessions.js';
import { connectShared } from './shared-redis.js';

/** What the servers of agents share. */
export interface Share {
  /** The waits that Segment has named. */
  readonly holds: HoldStore;
  readonly sessions: SessionStore;
  readonly close: () => void;
}

/** Opens what servers share in a Redis. @param onError Learns of each outage, when it begins. */
export const openShare = (url: string, onError: (error: Error) => void): Share => {
  const redis = connectShared(url, onError);
  return {
    holds: createSharedHolds(redis, PREFIX),
    sessions: createSharedSessions(redis, PREFIX),
    close: redis.close,
  };
};
