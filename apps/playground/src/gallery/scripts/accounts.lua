-- Every account is a namespace with the same functions.
-- Add your own under Accounts: it is completed at once.
local segment = app.integrations.segment

local function purchase(account, amount)
  account.track({
    event = "Order Completed",
    userId = "user-42",
    properties = { revenue = amount, currency = "USD" }
  })
end

purchase(segment, 10)             -- the default account
purchase(segment.default, 20)     -- the same, said aloud
purchase(segment.production, 30)
purchase(segment.staging, 40)

print("Sent to three accounts. Look at the account column.")
