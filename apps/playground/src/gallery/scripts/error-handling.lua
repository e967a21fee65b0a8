-- A call that cannot work raises a table: code, message and more.
local segment = app.integrations.segment

local function try(what, call)
  local ok, err = pcall(call)
  if ok then
    print(what .. ": fine")
  else
    print(what .. ": " .. err.code .. "\n  " .. err.message)
  end
end

try("a call without a user", function()
  segment.track({ event = "Order Completed" })
end)

try("a wrong type", function()
  segment.track({ event = "Order Completed", userId = 42 })
end)

try("another workspace", function()
  segment.get_workspace({ slug = "not-mine" })
end)

try("a good call", function()
  segment.track({ event = "Order Completed", userId = "user-42" })
end)

-- Errors of your own can be tables, too.
try("an error of our own", function()
  error({ code = "out_of_stock", message = "widget-3000 is sold out" })
end)
