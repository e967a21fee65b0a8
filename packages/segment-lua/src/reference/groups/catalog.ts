import type { GroupGuide } from './group-guide.js';

/** What to know of catalog, and how its functions go together. */
export const catalog: GroupGuide = {
  text: `The catalog lists every kind of source, destination and warehouse that can be connected, each with an id and the settings it wants. Making one of them takes that id (\`metadataId\`): look it up here first, by name.`,
  examples: [
    {
      title: 'Find the id that a new destination is made with',
      code: `
local segment = app.integrations.segment

for _, kind in ipairs(segment.get_destinations_catalog({}).destinations_catalog) do
  if kind.name:lower():find("webhook") then
    print(kind.name, kind.id)
  end
end
`,
      output: `
Webhooks (Actions)	614a3c7d791c91c41bae7599
`,
    },
    {
      title: 'See which settings a kind of warehouse must be given',
      code: `
local segment = app.integrations.segment

local kind = segment.get_warehouse_metadata({ warehouseMetadataId = "55d3d3aea3c" }).warehouse_metadata
print(kind.name)
for _, option in ipairs(kind.options or {}) do
  if option.required then print("needs " .. option.name) end
end
`,
      output: `
Postgres
`,
    },
  ],
};
