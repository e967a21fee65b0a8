import { LIMITS, NOW, WAITING } from './shared.js';

/** What is kept of ended jobs, and for how long. */
const KEEP = `
local function forget(kept, index, records, notes, ids)
  for _, id in ipairs(ids) do
    redis.call('DEL', records .. id, notes .. id)
    redis.call('ZREM', kept, id)
    redis.call('ZREM', index, id)
  end
end
local function keep(now, limits, record, noted, kept, index, records, notes, id)
  redis.call('HSET', record, 'ended', now)
  redis.call('HDEL', record, 'token')
  redis.call('ZADD', kept, now, id)
  redis.call('PEXPIRE', record, limits.keptSeconds * 1000)
  redis.call('PEXPIRE', noted, limits.keptSeconds * 1000)
  forget(kept, index, records, notes, redis.call('ZRANGEBYSCORE', kept, '-inf', now - limits.keptSeconds * 1000))
  local over = redis.call('ZCARD', kept) - limits.kept
  if over > 0 then forget(kept, index, records, notes, redis.call('ZRANGE', kept, 0, over - 1)) end
end
`;

/**
 * Ends a job; 0 if it is no longer the caller's. KEYS: record, notes, kept, index, limits. ARGV: id, tenant, token,
 * state, report, records, notes, channel.
 */
export const finish = `${NOW}${LIMITS}${KEEP}
if redis.call('HGET', KEYS[1], 'token') ~= ARGV[3] then return 0 end
redis.call('HSET', KEYS[1], 'state', ARGV[4], 'report', ARGV[5])
keep(now, limitsOf(KEYS[5], ARGV[2]), KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[6], ARGV[7], ARGV[1])
redis.call('PUBLISH', ARGV[8], ARGV[4])
return 1
`;

/**
 * Cancels a job. KEYS: record, notes, kept, index, limits. ARGV: id, tenant, channel of stops, records, notes, channel
 * of the end. Returns the state in which it found it.
 */
export const cancel = `${NOW}${LIMITS}${KEEP}
local state = redis.call('HGET', KEYS[1], 'state')
if state == 'waiting' then
  redis.call('HSET', KEYS[1], 'state', 'cancelled')
  keep(now, limitsOf(KEYS[5], ARGV[2]), KEYS[1], KEYS[2], KEYS[3], KEYS[4], ARGV[4], ARGV[5], ARGV[1])
  redis.call('PUBLISH', ARGV[6], 'cancelled')
elseif state == 'running' then
  redis.call('HSET', KEYS[1], 'cancel', 1)
  redis.call('PUBLISH', ARGV[3], ARGV[1])
end
return state
`;

/**
 * Forgets what a tenant has no longer, and the tenant when nothing is left. KEYS: kept, index, tenants, served, limits.
 * ARGV: tenant, records, notes, prefix of queues.
 */
export const prune = `${NOW}${LIMITS}${WAITING}${KEEP}
local before = now - limitsOf(KEYS[5], ARGV[1]).keptSeconds * 1000
forget(KEYS[1], KEYS[2], ARGV[2], ARGV[3], redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', before, 'LIMIT', 0, 1000))
local queue = ARGV[4] .. ':' .. ARGV[1]
if redis.call('ZCARD', KEYS[2]) > 0 or waitingOf(ARGV[4], ARGV[1]) > 0 or redis.call('LLEN', queue .. ':active') > 0 then
  return 0
end
redis.call('SREM', KEYS[3], ARGV[1])
redis.call('HDEL', KEYS[4], ARGV[1])
for _, part in ipairs({'events', 'stalled-check', 'id', 'meta', 'pc', 'marker'}) do redis.call('DEL', queue .. ':' .. part) end
return 1
`;
