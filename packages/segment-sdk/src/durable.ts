export { durableQueue, type DurableQueueOptions, openLog } from './durable/durable-queue.js';
