/** Milliseconds since 1970 by the clock of Redis, which all who share it agree on. */
const NOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/**
 * Which partitions have events that may go, and how many. KEYS: pace, held, totals, then wait and active of each
 * partition. ARGV: how many events are wanted, the most per second (0: no limit). Where nothing is, nothing is counted.
 * Returns the events that may go, and are counted as gone; then the partitions, the one that waits longest first.
 */
const look = `${NOW}
local wanted, perSecond = tonumber(ARGV[1]), tonumber(ARGV[2])
if tonumber(redis.call('HGET', KEYS[1], 'hold') or 0) > now then return {0} end
local found, since, jobs = {}, {}, 0
for n = 4, #KEYS, 2 do
  local at = (n - 4) / 2
  local id = redis.call('LINDEX', KEYS[n], -1)
  local active = redis.call('LLEN', KEYS[n + 1])
  jobs = jobs + active + (id and 1 or 0)
  if id and active == 0 and tonumber(redis.call('HGET', KEYS[1], 'rest:' .. at) or 0) <= now then
    found[#found + 1] = at
    since[at] = tonumber(string.match(redis.call('HGET', KEYS[2], id) or '0', '(%d+)$'))
  end
end
if jobs == 0 then redis.call('DEL', KEYS[2], KEYS[3]) end
if #found == 0 then return {0} end
table.sort(found, function(one, other)
  if since[one] == since[other] then return one < other end
  return since[one] < since[other]
end)
if perSecond > 0 then
  local spent = math.max(now, tonumber(redis.call('HGET', KEYS[1], 'spent') or 0))
  wanted = math.min(wanted, math.floor((now + 1000 - spent) * perSecond / 1000))
  if wanted <= 0 then return {0} end
  redis.call('HSET', KEYS[1], 'spent', spent + wanted * 1000 / perSecond)
end
return {wanted, unpack(found)}
`;

/** Gives back what `look` counted and nobody took. KEYS: pace. ARGV: events, the most per second. */
const giveBack = `
redis.call('HINCRBYFLOAT', KEYS[1], 'spent', -ARGV[1] * 1000 / ARGV[2])
`;

/** Nobody sends for a time. KEYS: pace. ARGV: field, milliseconds. */
const rest = `${NOW}
local till = math.max(tonumber(redis.call('HGET', KEYS[1], ARGV[1]) or 0), now + ARGV[2])
redis.call('HSET', KEYS[1], ARGV[1], till)
`;

/**
 * Counts what chunks hold; to count one again changes nothing. A call that is late, or sent again, counts none that has
 * ended since. KEYS: held, totals. ARGV: of each chunk the key of its job, its id, events (0: it is gone) and bytes.
 */
const count = `${NOW}
for n = 1, #ARGV, 4 do
  local id, left, size = ARGV[n + 1], tonumber(ARGV[n + 2]), tonumber(ARGV[n + 3])
  if left > 0 and redis.call('EXISTS', ARGV[n]) == 0 then left, size = 0, 0 end
  local before = redis.call('HGET', KEYS[1], id)
  local events, bytes, at = 0, 0, now
  if before then
    events, bytes, at = string.match(before, '^(%d+) (%d+) (%d+)$')
  end
  if left == 0 then
    redis.call('HDEL', KEYS[1], id)
  else
    redis.call('HSET', KEYS[1], id, left .. ' ' .. size .. ' ' .. string.format('%.0f', at))
  end
  redis.call('HINCRBY', KEYS[2], 'events', left - events)
  redis.call('HINCRBY', KEYS[2], 'bytes', size - bytes)
end
`;

/**
 * What a source holds. KEYS: held, totals, reserved, waiting dead ones, then wait and active of each partition.
 * Returns events, reserved ones, bytes, age of the oldest in milliseconds, dead ones.
 */
const measure = `${NOW}
local totals = redis.call('HMGET', KEYS[2], 'events', 'bytes')
local reserved, oldest = 0, now
for n = 5, #KEYS, 2 do
  local active = redis.call('LINDEX', KEYS[n + 1], -1)
  if active then reserved = reserved + (redis.call('HGET', KEYS[3], (n - 5) / 2) or 0) end
  for _, id in ipairs({active or '', redis.call('LINDEX', KEYS[n], -1) or ''}) do
    local held = redis.call('HGET', KEYS[1], id)
    if held then oldest = math.min(oldest, tonumber(string.match(held, '(%d+)$'))) end
  end
end
return {tonumber(totals[1] or 0), reserved, tonumber(totals[2] or 0), now - oldest, redis.call('LLEN', KEYS[4])}
`;

/** Our own scripts as methods of a connection; each is given the number of its keys, its keys and its arguments. */
export interface Scripts {
  readonly mwLook: (keys: number, ...given: (string | number)[]) => Promise<number[]>;
  readonly mwGiveBack: (keys: number, ...given: (string | number)[]) => Promise<null>;
  readonly mwRest: (keys: number, ...given: (string | number)[]) => Promise<null>;
  readonly mwCount: (keys: number, ...given: (string | number)[]) => Promise<null>;
  readonly mwMeasure: (keys: number, ...given: (string | number)[]) => Promise<number[]>;
}

/** The scripts by the names of those methods. */
export const SCRIPTS: Readonly<Record<keyof Scripts, string>> = {
  mwLook: look,
  mwGiveBack: giveBack,
  mwRest: rest,
  mwCount: count,
  mwMeasure: measure,
};
