-- The lines of a log, chosen and counted by patterns. The argument is how many lines there are; the result is what was
-- found in them.
local lines = ...

local LEVELS, PATHS = { 'INFO', 'INFO', 'WARN', 'INFO', 'ERROR' }, { '/v1/batch', '/v1/identify', '/health', '/users/%d' }

local log = {}
for i = 1, lines do
  local path = PATHS[i % 4 + 1]:format(i)
  log[i] = string.format(
    '2026-11-%02dT%02d:%02d:07Z [%s] 10.0.%d.%d "GET %s HTTP/1.1" %d %dms request_id=%08x',
    i % 30 + 1, i % 24, i % 60, LEVELS[i % 5 + 1], i % 4, i % 200, path, i % 5 == 4 and 503 or 200, i % 900, i * 7919
  )
end
local text = table.concat(log, '\n') .. '\n'

local by_level, by_path, addresses, slow, unhealthy = {}, {}, {}, {}, 0
for line in text:gmatch('([^\n]*)\n') do
  local level, address, path, status, ms = line:match('%[(%u+)%] ([%d.]+) "%u+ (%S+) HTTP/[%d.]+" (%d+) (%d+)ms')
  if path == '/health' then
    unhealthy = unhealthy + (status == '200' and 0 or 1)
  elseif not line:find('request_id=0+%f[%W]') then
    by_level[level] = (by_level[level] or 0) + 1
    local route = path:gsub('%d+$', ':id')
    by_path[route] = (by_path[route] or 0) + tonumber(ms)
    if level == 'ERROR' then
      addresses[address] = (addresses[address] or 0) + 1
    end
    if tonumber(ms) > 850 then
      slow[#slow + 1] = line:gsub('request_id=%x+', 'request_id=…')
    end
  end
end

local found = {}
for _, counts in ipairs({ by_level, by_path }) do
  for name, count in pairs(counts) do
    found[#found + 1] = name .. ' ' .. count
  end
end
table.sort(found)
local distinct = 0
for _ in pairs(addresses) do
  distinct = distinct + 1
end
table.sort(slow)
return string.format('%s; %d addresses, %d slow, %d unhealthy, %s', table.concat(found, ', '), distinct, #slow, unhealthy,
  slow[1] or 'none')
