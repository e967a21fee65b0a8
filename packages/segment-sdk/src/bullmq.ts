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
export type { RedisPlace } from './bullmq/redis-link.js';
