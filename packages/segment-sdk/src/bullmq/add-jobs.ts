import { createIORedisClient, type Job } from 'bullmq';
import type { Redis } from 'ioredis';

import { fullIfOutOfMemory } from './redis-error.js';

/**
 * Adds jobs in one transaction: all or none. (`addBulk` stores some of them when memory ends, and a flow says nothing.)
 * @param also Commands that go with them.
 * @throws {SegmentError} `queue_full` if Redis has no memory
 */
export const addJobs = async <Scripted extends Redis>(
  redis: Scripted,
  jobs: readonly Job[],
  also: (transaction: Scripted) => unknown = () => undefined,
): Promise<void> => {
  const transaction = createIORedisClient(redis).multi();
  for (const job of jobs) await job.addJob(transaction as unknown as Parameters<Job['addJob']>[0]);
  // What it returns is the transaction.
  void also(transaction as unknown as Scripted);
  try {
    for (const [error] of (await transaction.exec()) ?? []) if (error) throw error;
  } catch (error) {
    throw fullIfOutOfMemory(error);
  }
};
