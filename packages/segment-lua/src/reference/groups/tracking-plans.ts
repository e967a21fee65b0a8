import type { GroupGuide } from './group-guide.js';

/** What to know of tracking plans, and how its functions go together. */
export const trackingPlans: GroupGuide = {
  text: `A tracking plan says which events are expected and which properties each must have, as rules in JSON Schema. Sources are held to a plan; what does not follow it is reported or, if the source's schema settings say so, blocked. A rule is told apart by its type, key and version. At most 200 rules go into one request: larger plans are changed in parts.`,
  examples: [
    {
      title: 'Read the rules, require a property, and write them back',
      code: `
local segment = app.integrations.segment

local rules = segment.list_rules_from_tracking_plan({ trackingPlanId = "tp1" }).rules
for _, rule in ipairs(rules) do
  if rule.key == "Order Completed" then
    rule.json_schema.properties.total = { type = "number" }
    rule.json_schema.required = { "total" }
  end
end
segment.update_rules_in_tracking_plan({ trackingPlanId = "tp1", rules = rules })

local written = segment.list_rules_from_tracking_plan({ trackingPlanId = "tp1" }).rules[1]
print(written.key, written.json_schema.required[1])
`,
      output: `
Order Completed	total
`,
    },
    {
      title: 'Copy a plan, in parts of 200 rules',
      code: `
local segment = app.integrations.segment

local copy = segment.create_tracking_plan({ name = "Website plan (copy)", type = "LIVE" }).tracking_plan
local rules = segment.list_rules_from_tracking_plan({ trackingPlanId = "tp1" }).rules
for first = 1, #rules, 200 do
  local part = { table.unpack(rules, first, math.min(first + 199, #rules)) }
  segment.update_rules_in_tracking_plan({ trackingPlanId = copy.id, rules = part })
end
print(copy.name, #segment.list_rules_from_tracking_plan({ trackingPlanId = copy.id }).rules)
`,
      output: `
Website plan (copy)	1
`,
    },
    {
      title: 'Hold all sources to a plan',
      code: `
local segment = app.integrations.segment

for _, source in ipairs(segment.list_sources({ slug = "my-workspace" }).sources) do
  segment.add_source_to_tracking_plan({ trackingPlanId = "tp1", sourceId = source.id })
end
print(#segment.list_sources_from_tracking_plan({ trackingPlanId = "tp1" }).sources .. " sources")
`,
      output: `
3 sources
`,
    },
  ],
};
