import type { GroupGuide } from './group-guide.js';

/** What to know of roles, and how its functions go together. */
export const roles: GroupGuide = {
  text: `A role is a set of rights, such as Source Admin. Permissions of users and groups name a role by its id and the resources it is for; this is where the ids come from.`,
  examples: [
    {
      title: 'Find the id of a role by its name',
      code: `
local segment = app.integrations.segment

for _, role in ipairs(segment.list_roles({}).roles) do
  if role.name == "Source Admin" then print(role.id, role.description) end
end
`,
      output: `
role2	May change sources.
`,
    },
    {
      title: 'Give a user a role by its name',
      code: `
local segment = app.integrations.segment

local ids = {}
for _, role in ipairs(segment.list_roles({}).roles) do ids[role.name] = role.id end
local permissions = segment.add_permissions_to_user({
  userId = "sgJDWk3K21k9LE8tLU5gHT",
  permissions = { { roleId = ids["Source Admin"], resources = { { type = "SOURCE", id = "abc123" } } } },
}).permissions
print(#permissions .. " permissions")
`,
      output: `
1 permissions
`,
    },
  ],
};
