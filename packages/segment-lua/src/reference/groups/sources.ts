import type { GroupGuide } from './group-guide.js';

/** What to know of sources, and how its functions go together. */
export const sources: GroupGuide = {
  text: `A source is where events come from: a website, an app, a server, another service. What sends events to it knows its write key. It belongs to a kind of the catalog, may be held to a tracking plan, and is connected to destinations and warehouses. A new source is connected to every warehouse unless \`disconnectAllWarehouses\` says otherwise.`,
  examples: [
    {
      title: 'Give a source a new write key and withdraw the old one',
      code: `
local segment = app.integrations.segment

local before = segment.get_source({ slug = "my-workspace", id = "abc123" }).write_key
local keys = segment.create_write_key_for_source({ sourceId = "abc123" }).source.write_keys
print(#keys .. " keys")
-- Let whatever sends use the new key before the old one is withdrawn.
print(segment.remove_write_key_from_source({ sourceId = "abc123", writeKey = before }).status)
`,
      output: `
2 keys
SUCCESS
`,
    },
    {
      title: 'Block what the tracking plan does not know',
      code: `
local segment = app.integrations.segment

local settings = segment.update_schema_settings_in_source({
  sourceId = "abc123",
  track = { allowUnplannedEvents = false, allowUnplannedEventProperties = false, commonEventOnViolations = "BLOCK" },
}).settings
print(settings.track.common_event_on_violations)
`,
      output: `
BLOCK
`,
    },
    {
      title: 'See where the events of each source go',
      code: `
local segment = app.integrations.segment

for _, source in ipairs(segment.list_sources({ slug = "my-workspace" }).sources) do
  for _, destination in ipairs(segment.list_connected_destinations_from_source({ sourceId = source.id }).destinations) do
    print(source.name, destination.name)
  end
end
`,
      output: `
Website	Order webhook
Shop (staging)	Staging webhook
`,
    },
  ],
};
