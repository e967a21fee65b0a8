-- Thirty lines that run once: what an agent writes to answer one question. The argument is how many users there are.
local users = ...

local people = {}
for i = 1, users do
  people[i] = { id = 'u' .. i, plan = i % 3 == 0 and 'pro' or 'free', seats = i % 9, email = 'Ann' .. i .. '@Example.com' }
end

local function domain(email)
  return email:lower():match('@(.+)$')
end

local totals = {}
for _, person in ipairs(people) do
  local key = person.plan .. '/' .. domain(person.email)
  totals[key] = totals[key] or { users = 0, seats = 0 }
  totals[key].users = totals[key].users + 1
  totals[key].seats = totals[key].seats + person.seats
end

local lines = {}
for key, total in pairs(totals) do
  if total.users > 1 then
    lines[#lines + 1] = ('%s: %d users, %d seats'):format(key, total.users, total.seats)
  end
end
table.sort(lines)

return table.concat(lines, '; ')
