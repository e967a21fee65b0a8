-- What a script asks of the interpreter the first time: statements of every kind, and what scripts call most.
local people, seen = {}, { ['u1'] = true }
for i = 1, 9 do
  people[#people + 1] = { id = 'u' .. i, plan = i % 3 == 0 and 'pro' or 'free', seats = i * 2, email = 'Ann' .. i .. '@Example.com', tags = {} }
end

local Account = {}
Account.__index = Account

function Account.new(name)
  return setmetatable({ name = name, total = 0 }, Account)
end

function Account:add(...)
  local amount, note = ...
  self.total, self.note = self.total + amount, note
  return self
end

local totals, number = {}, 0

local function hostOf(person)
  number = number + 1
  return person.email:match('@(.+)$'):lower()
end

for _, person in ipairs(people) do
  local key = hostOf(person) .. ' ' .. person.plan
  if not totals[key] then
    totals[key] = { users = 0, seats = 0, account = Account.new(key) }
  elseif seen[person.id] then
    person.tags.seen = true
  end
  local total = totals[key]
  total.users = total.users + 1
  total.seats = math.max(total.seats, person.seats) // 1
  total.account:add(person.seats * 1.5, person.email:gsub('%d', '#'))
  if person.email:find('@Example') and person.seats >= 4 or person.seats ~= 2 then
    person.tags[#person.tags + 1] = tostring(person.seats) .. type(person.plan)
  end
end

local lines, count = {}, 0
for key, total in pairs(totals) do
  lines[#lines + 1] = ('%s: %d users, %d seats, %5.1f %s'):format(key, total.users, total.seats, total.account.total, total.account.note)
end
table.sort(lines)
table.sort(people, function(a, b) return a.seats > b.seats end)
while true do
  count = count + (tonumber('1') or 0)
  if count > 3 then break end
end
repeat count = count - 1 until count <= 0
for word in ('plan seats id'):gmatch('%a+') do
  table.insert(lines, word:upper():sub(1, 2))
end

local fine, problem = pcall(function()
  error({ code = 'refused', message = 'no' })
end)
local sent = host.send({ event = 'Order Completed', userId = people[1].id, properties = { plan = people[1].plan, seats = { 1, 2.5, -3 } } })
print(number, table.concat(lines, '; '), fine, problem.code, sent.id, next({}), select('#', 1, 2), table.unpack({ 1, 2 }))
return lines
