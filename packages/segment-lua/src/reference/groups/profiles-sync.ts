import type { GroupGuide } from './group-guide.js';

/** What to know of profiles sync, and how its functions go together. */
export const profilesSync: GroupGuide = {
  text: `A space joins the events of one person into a profile. Profiles sync loads those profiles, with their ids and traits, into a warehouse, where they can be joined with other tables. Tables and columns that nobody needs are turned off.`,
  examples: [
    {
      title: 'Connect a warehouse to a space',
      code: `
local segment = app.integrations.segment

local warehouse = segment.create_profiles_warehouse({
  spaceId = "space1",
  metadataId = "55d3d3aea3c",
  name = "Profiles",
  enabled = true,
  settings = { host = "db.example.com", database = "profiles", username = "segment", password = "from-your-vault" },
}).profiles_warehouse
print(warehouse.space_id, warehouse.enabled)
`,
      output: `
space1	true
`,
    },
    {
      title: 'List which warehouses receive profiles',
      code: `
local segment = app.integrations.segment

for _, space in ipairs(segment.list_spaces({}).spaces) do
  for _, warehouse in ipairs(segment.list_profiles_warehouse_in_space({ spaceId = space.id }).profiles_warehouses) do
    print(space.name, warehouse.metadata.name, warehouse.enabled and "on" or "paused")
  end
end
`,
      output: `
Customers	Postgres	on
`,
    },
  ],
};
