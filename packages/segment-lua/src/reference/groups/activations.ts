import type { GroupGuide } from './group-guide.js';

/** What to know of activations, and how its functions go together. */
export const activations: GroupGuide = {
  text: `An audience is only a list of people until it is sent somewhere. First it is connected to a destination (an advertising network, an e-mail tool); then an activation says what the destination receives: which ids, traits and entities, and whether everyone is sent again. One audience may have several connections, and a connection several activations.`,
  examples: [
    {
      title: 'See where an audience goes, and by which activations',
      code: `
local segment = app.integrations.segment
local audience = { spaceId = "space1", audienceId = "aud1" }

for _, connection in ipairs(segment.list_destinations_from_audience(audience).connections) do
  print("connected to " .. connection.id)
end
for _, activation in ipairs(segment.list_activations_from_audience(audience).activations) do
  print(activation.activation_name, activation.enabled and "on" or "paused")
end
`,
      output: `
connected to conn1
Buyers	on
`,
    },
    {
      title: 'Pause every activation of an audience',
      code: `
local segment = app.integrations.segment
local audience = { spaceId = "space1", audienceId = "aud1" }

for _, activation in ipairs(segment.list_activations_from_audience(audience).activations) do
  local changed = segment.update_activation_for_audience({
    spaceId = "space1", audienceId = "aud1", id = activation.id, enabled = false,
  }).activation
  print(changed.activation_name, changed.enabled)
end
`,
      output: `
Buyers	false
`,
    },
  ],
};
