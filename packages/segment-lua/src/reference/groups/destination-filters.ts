import type { GroupGuide } from './group-guide.js';

/** What to know of destination filters, and how its functions go together. */
export const destinationFilters: GroupGuide = {
  text: `A filter stands in front of one destination. For the events that its condition (\`if\`) describes, it drops them, drops or keeps some of their properties, or lets only a share of them pass. Other destinations of the same source are not affected. \`if\` is a word of Lua: write \`["if"]\`.`,
  examples: [
    {
      title: 'Keep test orders away from a destination',
      code: `
local segment = app.integrations.segment

local filter = segment.create_filter_for_destination({
  destinationId = "dest1",
  sourceId = "abc123",
  title = "No test orders",
  ["if"] = 'event = "Order Completed" and properties.test = true',
  actions = { { type = "DROP" } },
  enabled = true,
}).filter
print(filter.title, filter["if"])
`,
      output: `
No test orders	event = "Order Completed" and properties.test = true
`,
    },
    {
      title: 'Switch off all filters of a destination',
      code: `
local segment = app.integrations.segment

for _, filter in ipairs(segment.list_filters_from_destination({ destinationId = "dest1" }).filters) do
  if filter.enabled then
    segment.update_filter_for_destination({ destinationId = "dest1", filterId = filter.id, enabled = false })
    print("switched off: " .. filter.title)
  end
end
`,
      output: `
switched off: No test orders
`,
    },
  ],
};
