import type { GroupGuide } from './group-guide.js';

/** What to know of space filters, and how its functions go together. */
export const spaceFilters: GroupGuide = {
  text: `A filter of a space keeps events from becoming part of profiles: those of bots, of tests, of people who must not be profiled. The events still reach the other destinations. It is for the space by the id of its integration. \`if\` is a word of Lua: write \`["if"]\`.`,
  examples: [
    {
      title: 'Keep bots out of the profiles',
      code: `
local segment = app.integrations.segment

local filter = segment.create_filter_for_space({
  integrationId = "space1",
  name = "No crawlers",
  ["if"] = 'contains(context.userAgent, "crawler")',
  drop = true,
  enabled = true,
}).filter
print(filter.name, filter["if"])
`,
      output: `
No crawlers	contains(context.userAgent, "crawler")
`,
    },
    {
      title: 'Read the filters of a space and pause one',
      code: `
local segment = app.integrations.segment

for _, filter in ipairs(segment.list_filters_for_space({ integrationId = "space1" }).filters) do
  local paused = segment.update_filter_by_id({ id = filter.id, integrationId = "space1", enabled = false }).filter
  print(paused.name, paused.enabled)
end
`,
      output: `
No bots	false
`,
    },
  ],
};
