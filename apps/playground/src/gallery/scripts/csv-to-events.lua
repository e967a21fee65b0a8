-- Text in, events out: one identify per person, one track per order.
local segment = app.integrations.segment

local csv = [[
email,name,product,price
jane@example.com,Jane Doe,widget-3000,49.5
joe@example.com,Joe Bloggs,sprocket-7,12
jane@example.com,Jane Doe,sprocket-7,12
]]

local function fields(line)
  local list = {}
  for field in (line .. ","):gmatch("([^,]*),") do
    list[#list + 1] = field
  end
  return list
end

local header
local known = {}

for line in csv:gmatch("[^\n]+") do
  local row = fields(line)
  if not header then
    header = row
  else
    local email, name, product, price = row[1], row[2], row[3], tonumber(row[4])
    if not known[email] then
      known[email] = true
      segment.identify({ userId = email, traits = { email = email, name = name } })
    end
    segment.track({ event = "Product Purchased", userId = email, properties = { product = product, price = price } })
    print(("%-18s %-12s %6.2f"):format(email, product, price))
  end
end
