-- parallel runs functions side by side, so that their waits overlap.
-- This example comes with a fault (see Simulator): every answer takes 0.3 s.
-- The requests in the list leave together, not one after the other.
local segment = app.integrations.segment

local workspace, sources, user = parallel(
  function() return segment.get_workspace({ slug = "my-workspace" }) end,
  function() return segment.list_sources({ slug = "my-workspace" }) end,
  function() return segment.get_current_user({}) end
)

print(workspace.name .. ", seen by " .. user.email)

-- Over a list: at most four at a time, the results in the order of the list.
local keys = parallel(sources.sources, function(source)
  return segment.get_source({ slug = "my-workspace", id = source.id }).write_key
end, { limit = 4 })

for index, key in ipairs(keys) do
  print(sources.sources[index].name .. ": " .. key)
end
