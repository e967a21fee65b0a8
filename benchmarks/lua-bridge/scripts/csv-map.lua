-- A map of an import: each row of a CSV file becomes an event. The argument is how many rows there are; the result is how
-- many events came of them, and what they add up to.
local rows = ...

local PLANS, CITIES = { 'free', 'pro', 'enterprise' }, { 'Graz', 'Wien', '"Linz, Urfahr"', 'Salzburg' }
local HEADER = { 'id', 'email', 'name', 'plan', 'seats', 'city', 'signed_up', 'amount' }

local function line(i)
  return string.format(
    '%d,User%d@Example.com, Ann %d ,%s,%d,%s,2026-%02d-%02d,%d.50',
    i, i, i, PLANS[i % 3 + 1], i % 20, CITIES[i % 4 + 1], i % 12 + 1, i % 28 + 1, i % 90
  )
end

local function split(text)
  local fields, at = {}, 1
  while at <= #text + 1 do
    if text:sub(at, at) == '"' then
      local close = text:find('"', at + 1, true)
      fields[#fields + 1] = text:sub(at + 1, close - 1)
      at = close + 2
    else
      local comma = text:find(',', at, true) or #text + 1
      fields[#fields + 1] = text:sub(at, comma - 1)
      at = comma + 1
    end
  end
  return fields
end

local function to_row(text)
  local row = {}
  for i, field in ipairs(split(text)) do
    row[HEADER[i]] = field
  end
  return row
end

local function map(row)
  if row.plan == 'free' and tonumber(row.seats) > 10 then
    return nil
  end
  local year, month, day = row.signed_up:match('^(%d+)-(%d+)-(%d+)$')
  return {
    event = row.plan == 'free' and 'Account Created' or 'Plan Bought',
    userId = 'user_' .. row.id,
    timestamp = year .. '-' .. month .. '-' .. day .. 'T00:00:00Z',
    properties = {
      email = row.email:lower(),
      name = row.name:match('^%s*(.-)%s*$'),
      plan = row.plan,
      seats = tonumber(row.seats),
      revenue = tonumber(row.amount),
    },
    context = { location = { city = row.city } },
  }
end

local events, revenue, bytes = 0, 0, 0
for i = 1, rows do
  local event = map(to_row(line(i)))
  if event then
    events = events + 1
    revenue = revenue + event.properties.revenue
    bytes = bytes + #event.properties.email + #event.properties.name + #event.context.location.city + #event.timestamp
  end
end
return string.format('%d events, %.2f, %d bytes', events, revenue, bytes)
