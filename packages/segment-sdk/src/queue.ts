export { createQueue } from './queue/create-queue.js';
export { type MemoryQueue, memoryQueue, type MemoryQueueOptions } from './queue/memory-queue.js';
export type { QueueCase, QueuePlace } from './queue/queue-case.js';
export { queueCases } from './queue/queue-cases.js';
export { ReservingLine } from './queue/reserving-line.js';
export { nameSource } from './queue/source-name.js';
