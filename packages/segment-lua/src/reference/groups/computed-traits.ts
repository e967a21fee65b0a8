import type { GroupGuide } from './group-guide.js';

/** What to know of computed traits, and how its functions go together. */
export const computedTraits: GroupGuide = {
  text: `A trait is a fact about a person or an account. A computed trait is one that Segment works out from their events: how many orders, the first page they saw, what they spent. It is defined by a query, belongs to a space, and is kept up to date.`,
  examples: [
    {
      title: 'Create a computed trait unless there is one of its name',
      code: `
local segment = app.integrations.segment

local function find(name)
  for _, trait in ipairs(segment.list_computed_traits({ spaceId = "space1" }).computed_traits) do
    if trait.name == name then return trait end
  end
end

local trait = find("Orders so far") or segment.create_computed_trait({
  spaceId = "space1",
  name = "Orders so far",
  definition = { type = "USERS", query = "event('Order Completed').count()" },
}).computed_trait
print(trait.name, trait.definition.query)
`,
      output: `
Orders so far	event('Order Completed').count()
`,
    },
    {
      title: 'Read a trait, change its definition, and write it back',
      code: `
local segment = app.integrations.segment

local trait = segment.get_computed_trait({ spaceId = "space1", id = "trait1" }).computed_trait
local changed = segment.update_computed_trait_for_space({
  spaceId = "space1",
  id = trait.id,
  name = trait.name .. " of the last 30 days",
  definition = { type = trait.definition.type, query = "event('Order Completed').within(30 days).count()" },
}).computed_trait
print(changed.name)
`,
      output: `
Orders of the last 30 days
`,
    },
  ],
};
