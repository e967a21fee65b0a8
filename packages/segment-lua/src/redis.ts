export type { HoldStore } from './host/hold-store.js';
export { createRedisHolds, type RedisHolds, type RedisHoldsOptions } from './redis/redis-holds.js';
