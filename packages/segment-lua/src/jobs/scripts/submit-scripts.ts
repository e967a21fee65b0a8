import { LIMITS, NOW, READY, WAITING } from './shared.js';

/** How long a submission may be on its way before its place is free again, in milliseconds. */
const COMING_MS = 10_000;

/**
 * Whether a script may be submitted; if so, it has a place. KEYS: record, limits, coming, day. ARGV: tenant, id,
 * prefix of queues. Returns `known`, `waiting`, `day` or `admitted`, then what the record knows of it, or the limit.
 */
export const admit = `${NOW}${LIMITS}${WAITING}
local known = redis.call('HGET', KEYS[1], 'hash')
if known then return {'known', known} end
local limits = limitsOf(KEYS[2], ARGV[1])
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
if waitingOf(ARGV[3], ARGV[1]) + redis.call('ZCARD', KEYS[3]) >= limits.waiting then return {'waiting', limits.waiting} end
local today = math.floor(now / 86400000)
local count = 0
if tonumber(redis.call('HGET', KEYS[4], 'day') or 0) == today then count = tonumber(redis.call('HGET', KEYS[4], 'count')) end
if limits.perDay > 0 and count >= limits.perDay then return {'day', limits.perDay} end
redis.call('HSET', KEYS[4], 'day', today, 'count', count + 1)
redis.call('PEXPIRE', KEYS[4], 172800000)
redis.call('ZADD', KEYS[3], now + ${COMING_MS}, ARGV[2])
redis.call('PEXPIRE', KEYS[3], ${COMING_MS})
return {'admitted'}
`;

/**
 * Writes down what was submitted, together with BullMQ's job; what is there already stays. KEYS: record, coming, index,
 * tenants, ready, served. ARGV: id, tenant, channel, then fields and values.
 */
export const enter = `${NOW}${READY}
redis.call('ZREM', KEYS[2], ARGV[1])
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
redis.call('HSET', KEYS[1], 'state', 'waiting', 'submitted', now, unpack(ARGV, 4))
redis.call('ZADD', KEYS[3], now, ARGV[1])
redis.call('SADD', KEYS[4], ARGV[2])
makeReady(KEYS[5], KEYS[6], ARGV[2])
redis.call('PUBLISH', ARGV[3], ARGV[2])
return 1
`;
