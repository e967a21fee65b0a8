import type { GroupGuide } from './group-guide.js';

/** What to know of users, and how its functions go together. */
export const users: GroupGuide = {
  text: `The members of the workspace: the people who can sign in. They are invited by e-mail; until they accept they are invitations, not users. What a member may do is the sum of their own permissions and those of their groups.`,
  examples: [
    {
      title: 'List who has access, and who is invited',
      code: `
local segment = app.integrations.segment

for _, user in ipairs(segment.list_users({}).users) do
  print(user.name, user.email)
end
for _, email in ipairs(segment.list_invites({}).invites) do
  print("invited", email)
end
`,
      output: `
Jane Doe	jane@example.com
invited	ada@example.com
`,
    },
    {
      title: 'Invite somebody unless they are there already',
      code: `
local segment = app.integrations.segment
local email = "grace@example.com"

local known = {}
for _, user in ipairs(segment.list_users({}).users) do known[user.email] = true end
for _, invited in ipairs(segment.list_invites({}).invites) do known[invited] = true end

if known[email] then
  print(email .. " is there already")
else
  segment.create_invites({
    invites = { { email = email, permissions = { { roleId = "role2", resources = { { type = "SOURCE", id = "abc123" } } } } } },
  })
  print("invited " .. email)
end
`,
      output: `
invited grace@example.com
`,
    },
  ],
};
