-- What can go wrong, and how a script sees it: errors are tables with a `code` and a `message`.
local segment = app.integrations.segment

local function try(title, call, input)
  local ok, err = pcall(call, input)
  print(title .. ": " .. (ok and "fine" or err.code .. ": " .. err.message))
end

try("A missing field", segment.track, { event = "Order Completed" })
try("A wrong type", segment.track, { event = "Order Completed", userId = 42 })
try("A misspelt field", segment.identify, { userId = "user-42", trait = { plan = "pro" } })
try("Another workspace", segment.get_workspace, { slug = "acme" })
try("No such source", segment.get_source, { slug = "my-workspace", id = "nope" })
try("A good call", segment.track, { event = "Order Completed", userId = "user-42" })

-- Decide by code; pass on what you do not expect.
local ok, err = pcall(segment.get_source, { slug = "my-workspace", id = "nope" })
if not ok and err.code ~= "not_found" then
  error(err)
end
print("The source is not there, and that is fine.")
