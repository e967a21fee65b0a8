import type { GroupGuide } from './group-guide.js';

/** What to know of transformations, and how its functions go together. */
export const transformations: GroupGuide = {
  text: `A transformation changes events on their way from a source to its destinations, or to one kind of them: it renames events and properties, sets or hashes values, keeps only some properties, or drops the event. What arrives at the source stays as it was. \`if\` is a word of Lua: write \`["if"]\`.`,
  examples: [
    {
      title: 'Rename an event and one of its properties',
      code: `
local segment = app.integrations.segment

local made = segment.create_transformation({
  name = "One name for purchases",
  sourceId = "abc123",
  enabled = true,
  ["if"] = 'event = "Order Completed"',
  newEventName = "Purchase",
  propertyRenames = { { oldName = "total", newName = "revenue" } },
}).transformation
print(made.name, made["if"], made.new_event_name)
`,
      output: `
One name for purchases	event = "Order Completed"	Purchase
`,
    },
    {
      title: 'Read all transformations and pause those of one source',
      code: `
local segment = app.integrations.segment

for _, one in ipairs(segment.list_transformations({}).transformations) do
  if one.source_id == "abc123" and one.enabled then
    segment.update_transformation({ transformationId = one.id, enabled = false })
    print("paused " .. one.name)
  end
end
`,
      output: `
paused Rename total
`,
    },
  ],
};
