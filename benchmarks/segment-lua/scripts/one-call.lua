app.integrations.segment.track({ event = "Order Completed", userId = "user-42", properties = { revenue = 99.99 } })
