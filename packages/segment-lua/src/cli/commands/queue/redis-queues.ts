import { loadRedisEngine, readRedisAddress } from '../../session/queue-place.js';
import type { FoundQueue } from './found-queue.js';
import { nameAccounts } from './name-accounts.js';

/** What is done with the queues of a place, which are there meanwhile. */
export type Look = (queues: readonly FoundQueue[]) => Promise<void>;

/** Looks into a Redis, and lets go of it. @throws {SegmentError} `queue_failed` while it is away */
export const lookIntoRedis = async (place: string, look: Look): Promise<void> => {
  const { createQueueAdmin } = await loadRedisEngine();
  const admin = createQueueAdmin({ connection: readRedisAddress(place) });
  try {
    const names = await nameAccounts();
    const stats = await admin.stats();
    await look(
      stats.map(({ source, events, bytes, oldestMs, dead }) => ({
        target: '',
        account: names.get(source),
        source,
        events,
        bytes,
        oldest: events > 0 ? new Date(Date.now() - oldestMs) : undefined,
        dead,
        readNext: async (limit) => (await admin.peek({ source, limit })).map(({ body }) => body),
        readDead: async () =>
          (await admin.dead({ source, limit: dead })).map(
            ({ error, event }) => `{"error":${JSON.stringify(error)},"event":${event.body}}`,
          ),
        replay: () => admin.replay({ source }),
      })),
    );
  } finally {
    admin.close();
  }
};
