local segment = app.integrations.segment

return function(row)
  segment.track({
    event = "Order Completed",
    userId = row.user_id,
    timestamp = row.created_at,
    properties = {
      order = row.order_id, total = tonumber(row.total), currency = row.currency, product = row.product,
      quantity = tonumber(row.quantity), country = row.country, city = row.city, channel = row.channel,
    },
  })
end
