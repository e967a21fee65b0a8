import type { GroupGuide } from './group-guide.js';

/** What to know of warehouses, and how its functions go together. */
export const warehouses: GroupGuide = {
  text: `A warehouse is a database of yours (Snowflake, BigQuery, Redshift, Postgres) that Segment loads events into. Which sources are loaded is decided one by one; a new warehouse is connected to every source unless \`disconnectAllSources\` says otherwise. Deleting it here leaves the database as it is.`,
  examples: [
    {
      title: 'Try the settings of a warehouse before it is connected',
      code: `
local segment = app.integrations.segment
local settings = { host = "db.example.com", database = "analytics", username = "segment", password = "from-your-vault" }

local status = segment.create_validation_in_warehouse({ metadataId = "55d3d3aea3c", settings = settings }).status
print(status)
if status == "CONNECTED" then
  local made = segment.create_warehouse({
    metadataId = "55d3d3aea3c", settings = settings, disconnectAllSources = true,
  }).warehouse
  segment.add_connection_from_source_to_warehouse({ warehouseId = made.id, sourceId = "abc123" })
  for _, source in ipairs(segment.list_connected_sources_from_warehouse({ warehouseId = made.id }).sources) do
    print("loads " .. source.name)
  end
end
`,
      output: `
CONNECTED
loads Website
`,
    },
    {
      title: 'Pause every warehouse',
      code: `
local segment = app.integrations.segment

for _, warehouse in ipairs(segment.list_warehouses({}).warehouses) do
  -- Settings must be given; what was read may be given back.
  local changed = segment.update_warehouse({
    warehouseId = warehouse.id, settings = warehouse.settings, enabled = false,
  }).warehouse
  print(changed.metadata.name, changed.enabled)
end
`,
      output: `
Postgres	false
`,
    },
  ],
};
