-- The Public API, answered by the simulator. Edit the workspace under Simulator.
local segment = app.integrations.segment

local workspace = segment.get_workspace({ slug = "my-workspace" })
print(workspace.name .. " (" .. workspace.id .. ")")

local sources = segment.list_sources({ slug = "my-workspace" }).sources or {}
for _, source in ipairs(sources) do
  print("  " .. source.id .. "  " .. source.name)
end

local source = segment.get_source({ slug = "my-workspace", id = "abc123" })
print("Write key of " .. source.name .. ": " .. source.write_key)

local user = segment.get_current_user({})
print("Authenticated as: " .. user.email)
