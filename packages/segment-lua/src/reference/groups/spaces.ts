import type { GroupGuide } from './group-guide.js';

/** What to know of spaces, and how its functions go together. */
export const spaces: GroupGuide = {
  text: `A space holds the profiles that Segment makes of the events of each person, and what is built on them: audiences, computed traits, messages. A workspace has one for each environment or brand. Here is also kept who wants which messages: the subscription of each address or phone number.`,
  examples: [
    {
      title: 'List the spaces and how many audiences each has',
      code: `
local segment = app.integrations.segment

for _, space in ipairs(segment.list_spaces({}).spaces) do
  print(space.name, #segment.list_audiences({ spaceId = space.id }).audiences)
end
`,
      output: `
Customers	1
`,
    },
    {
      title: 'Unsubscribe somebody from e-mail',
      code: `
local segment = app.integrations.segment

local result = segment.replace_messaging_subscriptions({
  spaceId = "space1",
  subscriptions = { { key = "ada@example.com", type = "EMAIL", status = "UNSUBSCRIBED" } },
})
for _, failure in ipairs(result.failures or {}) do print("failed: " .. failure.key) end
`,
    },
  ],
};
