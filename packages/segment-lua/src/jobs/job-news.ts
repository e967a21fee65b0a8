import { within } from '@moonwire/segment-sdk/bullmq';
import type { Redis } from 'ioredis';

import type { JobLink } from './job-place.js';

/** What listens to the channels of a place. */
export interface JobNews {
  /** Resolves when it listens, or after a moment: what was missed is seen by looking. */
  readonly ready: Promise<void>;
  readonly close: () => void;
}

const MOST_READY_MS = 1_000;

/**
 * Listens on a connection of its own.
 * @param hear Told of each message, and, with nothing, when a connection is there again: anything may have happened.
 */
export const listenTo = (
  link: JobLink,
  channels: readonly string[],
  hear: (channel: string, message: string) => void,
): JobNews => {
  const connection: Redis = link.redis.duplicate({
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
    lazyConnect: false,
  });
  // The link tells of outages.
  connection.on('error', () => undefined);
  connection.on('ready', () => {
    hear('', '');
  });
  connection.on('message', hear);
  return {
    ready: within(MOST_READY_MS, connection.subscribe(...channels)),
    close: () => {
      connection.disconnect();
    },
  };
};
