-- Say who the user is, then what they did.
-- Press Run: Events shows what Segment received.
local segment = app.integrations.segment

segment.identify({
  userId = "user-42",
  traits = { name = "Jane Doe", email = "jane@example.com", plan = "pro" }
})

local cart = {
  { id = "widget-3000", price = 49.5, quantity = 2 },
  { id = "sprocket-7", price = 12, quantity = 1 }
}

local revenue = 0
for _, item in ipairs(cart) do
  revenue = revenue + item.price * item.quantity
  segment.track({ event = "Product Added", userId = "user-42", properties = item })
end

segment.track({
  event = "Order Completed",
  userId = "user-42",
  properties = { revenue = revenue, currency = "USD", items = #cart }
})

print("Revenue: " .. revenue)
print(cart)
