import type { GroupGuide } from './group-guide.js';

/** What to know of credentials, and how its functions go together. */
export const credentials: GroupGuide = {
  text: `A credential is a login that is stored once and used by several warehouses and sources, so that a new password is set in one place. What is secret in it never comes back: results hide it.`,
  examples: [
    {
      title: 'Set a new password wherever a login is used',
      code: `
local segment = app.integrations.segment

for _, credential in ipairs(segment.list_credentials({}).credentials) do
  if credential.name == "Warehouse login" then
    segment.update_credential({
      credentialId = credential.id,
      settings = { username = "segment", password = "the-new-one" },
    })
    print("changed " .. credential.name)
  end
end
`,
      output: `
changed Warehouse login
`,
    },
    {
      title: 'Store a login and find it again',
      code: `
local segment = app.integrations.segment

local made = segment.create_credential({
  name = "Login of the shop's database",
  settings = { username = "segment", password = "from-your-vault" },
}).credential
print(segment.get_credential({ credentialId = made.id }).credential.name)
`,
      output: `
Login of the shop's database
`,
    },
  ],
};
