import type { GroupGuide } from './group-guide.js';

/** What to know of labels, and how its functions go together. */
export const labels: GroupGuide = {
  text: `A label is a pair of a key and a value, such as \`environment: production\`, that marks sources. Permissions can be given for everything with a label, and lists can be read by it. A label is made once for the workspace and then given to sources.`,
  examples: [
    {
      title: 'Make a label unless there is one, and mark a source with it',
      code: `
local segment = app.integrations.segment
local label = { key = "team", value = "checkout" }

local ok, err = pcall(segment.create_label, { label = label })
if not ok and err.status ~= 409 then error(err) end

for _, one in ipairs(segment.add_labels_to_source({ sourceId = "def456", labels = { label } }).labels) do
  print(one.key, one.value)
end
`,
      output: `
environment	production
team	checkout
`,
    },
    {
      title: 'List all labels',
      code: `
local segment = app.integrations.segment

for _, label in ipairs(segment.list_labels({}).labels) do
  print(label.key .. ": " .. label.value)
end
`,
      output: `
environment: production
environment: staging
`,
    },
  ],
};
