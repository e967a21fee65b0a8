export { durableQueue, type DurableQueueOptions, openLog } from './durable/durable-queue.js';
export { readQueues, replayDead, type StoredDeadEvent, type StoredQueue } from './durable/stored-queues.js';
