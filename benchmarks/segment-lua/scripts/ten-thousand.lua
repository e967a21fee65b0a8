for i = 1, 10000 do
  app.integrations.segment.track({
    event = "Order Completed",
    userId = "user-" .. i,
    properties = { orderId = "order-" .. i, revenue = 99.99, currency = "USD", quantity = 2, category = "Widgets" },
  })
end
