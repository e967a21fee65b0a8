-- A two-minute tour. Run it with `npm start`: it talks to a simulator, so nothing leaves your machine.
local segment = app.integrations.segment

-- 1. Who is calling? Reading the workspace needs the account's API token.
local workspace = segment.get_workspace({ slug = "my-workspace" })
print("Workspace: " .. workspace.name)

-- 2. Tell Segment who a user is, and which organization they belong to.
segment.identify({
  userId = "user-42",
  traits = { name = "Jane Doe", email = "jane@example.com", plan = "pro" },
})
segment.group({
  groupId = "org-123",
  userId = "user-42",
  traits = { name = "Acme Corp", employee_count = 250 },
})

-- 3. Track what they do. Calls are queued, batched and retried for you; the run ends when all are delivered.
local cart = {
  { product = "widget-3000", price = 49.5, quantity = 2 },
  { product = "gadget-mini", price = 19.99, quantity = 1 },
}
local total = 0
for _, line in ipairs(cart) do
  segment.track({ event = "Product Added", userId = "user-42", properties = line })
  total = total + line.price * line.quantity
end

local receipt = segment.track({
  event = "Order Completed",
  userId = "user-42",
  properties = { revenue = total, currency = "USD", products = cart },
})
print(("Order of $%.2f: %s"):format(total, receipt.status))

-- 4. Mistakes are caught before anything is sent. An error is a table with a code and a message.
local _, err = pcall(segment.track, { event = "Order Completed", userid = "user-42" })
print(("%s: %s"):format(err.code, err.message))

-- 5. Every account has the same functions; only the credentials differ.
segment.production.page({ name = "Pricing", userId = "user-42", properties = { url = "/pricing" } })
segment.staging.track({ event = "Smoke Test", userId = "robot" })

-- 6. Look around. print shows tables as they are.
for _, source in ipairs(segment.list_sources({ slug = workspace.slug }).sources or {}) do
  print(("Source: %s (%s)"):format(source.name, source.id))
end
print(workspace)
