import { DEFAULT_LIMITS, EVERYONE } from './limits.js';

/** Milliseconds since 1970 by the clock of Redis, which all who share it agree on. */
export const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** What holds for a tenant: its own limits, those of all others, those that nobody has set. */
export const LIMITS = `
local function limitsOf(key, tenant)
  local found = {${Object.entries(DEFAULT_LIMITS)
    .map(([name, value]) => `${name} = ${String(value)}`)
    .join(', ')}}
  for _, field in ipairs({'${EVERYONE}', tenant}) do
    local text = redis.call('HGET', key, field)
    if text then
      for name, value in pairs(cjson.decode(text)) do found[name] = value end
    end
  end
  return found
end
`;

/** Scripts of a tenant that wait in BullMQ. */
export const WAITING = `
local function waitingOf(queues, tenant)
  local queue = queues .. ':' .. tenant
  return redis.call('LLEN', queue .. ':wait') + redis.call('ZCARD', queue .. ':prioritized')
end
`;

/** A tenant that has something waiting gets its turn when those have had theirs that waited longer for one. */
export const READY = `
local function makeReady(ready, served, tenant)
  redis.call('ZADD', ready, tonumber(redis.call('HGET', served, tenant) or 0), tenant)
end
`;
