-- Takes stock of a workspace: who the token belongs to, what the sources are, and where they send from.
local segment = app.integrations.segment

local user = segment.get_current_user({})
print("Authenticated as: " .. user.email)

local workspace = segment.get_workspace({ slug = "my-workspace" })
print(("%s (%s)"):format(workspace.name, workspace.id))

for _, summary in ipairs(segment.list_sources({ slug = workspace.slug }).sources or {}) do
  local source = segment.get_source({ slug = workspace.slug, id = summary.id })
  local state = source.enabled and "enabled" or "disabled"
  print(("- %s (%s), %s, write key %s"):format(source.name, source.id, state, source.write_key and "visible" or "hidden"))
end
