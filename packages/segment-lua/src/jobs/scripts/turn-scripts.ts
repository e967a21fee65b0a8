import { LIMITS, READY, WAITING } from './shared.js';

/**
 * Whose turn it is: of those who have something waiting and may have more running, the one that had its last turn the
 * longest ago. KEYS: ready, served, turn, limits, busy. ARGV: prefix of queues. Returns the tenant and how many of its
 * scripts may run at a time.
 */
export const turn = `${LIMITS}${WAITING}
local from = 0
while true do
  local tenants = redis.call('ZRANGE', KEYS[1], from, from + 99)
  if #tenants == 0 then return false end
  for _, tenant in ipairs(tenants) do
    if waitingOf(ARGV[1], tenant) == 0 then
      redis.call('ZREM', KEYS[1], tenant)
    else
      local limits = limitsOf(KEYS[4], tenant)
      if redis.call('LLEN', ARGV[1] .. ':' .. tenant .. ':active') < limits.concurrency then
        local number = redis.call('INCR', KEYS[3])
        redis.call('HSET', KEYS[2], tenant, number)
        redis.call('ZADD', KEYS[1], number, tenant)
        redis.call('SADD', KEYS[5], tenant)
        return {tenant, limits.concurrency}
      end
      from = from + 1
    end
  end
end
`;

/** Gives tenants their place among those who wait. KEYS: ready, served. ARGV: channel, or nothing; then tenants. */
export const ready = `${READY}
for n = 2, #ARGV do makeReady(KEYS[1], KEYS[2], ARGV[n]) end
if ARGV[1] ~= '' then redis.call('PUBLISH', ARGV[1], '') end
`;

/** Tenants that have scripts running. KEYS: busy. ARGV: prefix of queues. */
export const busy = `
local found = {}
for _, tenant in ipairs(redis.call('SMEMBERS', KEYS[1])) do
  if redis.call('LLEN', ARGV[1] .. ':' .. tenant .. ':active') > 0 then
    found[#found + 1] = tenant
  else
    redis.call('SREM', KEYS[1], tenant)
  end
end
return found
`;
