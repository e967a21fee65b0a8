import type { GroupGuide } from './group-guide.js';

/** What to know of user groups, and how its functions go together. */
export const userGroups: GroupGuide = {
  text: `A group gathers members of the workspace who may do the same things: permissions are given to the group, and people come and go. Whoever is added by e-mail and is not in the workspace yet is invited. Sending an empty list of members empties a group.`,
  examples: [
    {
      title: 'Make a group, give it a permission, and add people',
      code: `
local segment = app.integrations.segment

local group = segment.create_user_group({ name = "Marketing" }).user_group
segment.add_permissions_to_user_group({
  userGroupId = group.id,
  permissions = { { roleId = "role2", resources = { { type = "SOURCE", id = "abc123" } } } },
})
local filled = segment.add_users_to_user_group({
  userGroupId = group.id, emails = { "jane@example.com", "grace@example.com" },
}).user_group
print(filled.name, filled.member_count)
`,
      output: `
Marketing	2
`,
    },
    {
      title: 'List who is in which group, and who has not accepted yet',
      code: `
local segment = app.integrations.segment

for _, group in ipairs(segment.list_user_groups({}).user_groups) do
  for _, user in ipairs(segment.list_users_from_user_group({ userGroupId = group.id }).users) do
    print(group.name, user.email)
  end
  for _, email in ipairs(segment.list_invites_from_user_group({ userGroupId = group.id }).emails) do
    print(group.name, email, "invited")
  end
end
`,
      output: `
Analysts	jane@example.com
`,
    },
  ],
};
