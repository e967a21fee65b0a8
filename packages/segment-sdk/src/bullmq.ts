export { addJobs } from './bullmq/add-jobs.js';
export { type BullPlace, openBullQueue, openBullWorker } from './bullmq/bull.js';
export type { DeadLetter } from './bullmq/dead-letter.js';
export {
  createEventWorker,
  type EventWorker,
  type EventWorkerOptions,
  type SourceStats,
  type WorkerTotals,
} from './bullmq/event-worker.js';
export { createQueueAdmin, type DrainOptions, type PeekOptions, type QueueAdmin } from './bullmq/queue-admin.js';
export {
  type BullmqPlace,
  bullmqQueue,
  type BullmqQueueOptions,
  openBullmq,
  type OpenBullmqOptions,
} from './bullmq/queue-options.js';
export { RedisLink, type RedisLinkOptions, type RedisPlace, within } from './bullmq/redis-link.js';
