-- JSON decoded, changed and encoded, by `json` of the sandbox. The argument is how many orders the text has; the result
-- is how long the new text is, and what it says.
local orders = ...

local ORDER = [[{"id":"order_%d","customer":{"id":%d,"name":"Ann \"%d\" Müller","vip":%s},"items":[{"sku":"A-%d","price":%d,"quantity":2},{"sku":"B-%d","price":250,"quantity":%d}],"note":null,"tags":["web","new\nline"]}]]

local texts = {}
for i = 1, orders do
  texts[i] = ORDER:format(i, i % 50, i, i % 7 == 0, i, i % 100 + 1, i, i % 3 + 1)
end

local kept = {}
for _, order in ipairs(json.decode('{"orders":[' .. table.concat(texts, ',') .. ']}').orders) do
  local total = 0
  for _, item in ipairs(order.items) do
    item.total = item.price * item.quantity
    total = total + item.total
  end
  if total > 300 or order.customer.vip then
    order.note = 'worth ' .. total
    order.total = total
    order.tags[#order.tags + 1] = order.customer.vip and 'vip' or 'large'
    order.customer = { id = order.customer.id, name = order.customer.name:upper() }
    kept[#kept + 1] = order
  end
end

local text = json.encode({ orders = kept, count = #kept })
local again, sum = json.decode(text), 0
for _, order in ipairs(again.orders) do
  sum = sum + order.total + #order.note + #order.tags
end
return string.format('%d bytes, %d orders, %d', #text, again.count, sum)
