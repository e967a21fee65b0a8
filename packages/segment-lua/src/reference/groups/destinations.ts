import type { GroupGuide } from './group-guide.js';

/** What to know of destinations, and how its functions go together. */
export const destinations: GroupGuide = {
  text: `A destination is a tool that receives the events of a source: an analytics service, an e-mail tool, a webhook. It can be paused without losing its settings. What exactly it receives is decided by its mappings, which Segment calls subscriptions: each says which events (\`trigger\`) start which action of the tool, with which fields.`,
  examples: [
    {
      title: 'Pause a destination by its name, and resume it later',
      code: `
local segment = app.integrations.segment

local function switch(name, enabled)
  for _, destination in ipairs(segment.list_destinations({}).destinations) do
    if destination.name == name then
      return segment.update_destination({ destinationId = destination.id, enabled = enabled }).destination
    end
  end
  error("there is no destination " .. name)
end

print(switch("Order webhook", false).enabled)
print(switch("Order webhook", true).enabled)
`,
      output: `
false
true
`,
    },
    {
      title: 'Connect a source to a new destination, with one mapping',
      code: `
local segment = app.integrations.segment

local destination = segment.create_destination({
  sourceId = "abc123",
  metadataId = "614a3c7d791c91c41bae7599",
  name = "Refund webhook",
  enabled = false,
  settings = {},
}).destination
local mapping = segment.create_destination_subscription({
  destinationId = destination.id,
  name = "Send refunds",
  actionId = "act1",
  trigger = 'event = "Order Refunded"',
  enabled = true,
}).destination_subscription
print(destination.name, mapping.trigger)
`,
      output: `
Refund webhook	event = "Order Refunded"
`,
    },
    {
      title: 'Read the list page by page',
      code: `
local segment = app.integrations.segment

local cursor
repeat
  local page = segment.list_destinations({ pagination = { count = 1, cursor = cursor } })
  for _, destination in ipairs(page.destinations) do
    print(destination.name, destination.enabled and "on" or "paused")
  end
  cursor = page.pagination.next
until not cursor
`,
      output: `
Order webhook	on
Staging webhook	paused
`,
    },
  ],
};
