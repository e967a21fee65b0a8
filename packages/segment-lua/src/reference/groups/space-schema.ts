import type { GroupGuide } from './group-guide.js';

/** What to know of space schema, and how its functions go together. */
export const spaceSchema: GroupGuide = {
  text: `What a space has seen so far: the names of events, their properties, the traits of people, and entities (things such as orders or cars that people are related to). Read it before you write a query for an audience, so that names are spelt as they are.`,
  examples: [
    {
      title: 'Find events whose names hold a word',
      code: `
local segment = app.integrations.segment

local events = segment.list_events({ spaceId = "space1", search = "Order" }).events
for _, event in ipairs(events) do print(event.name, event.type) end
`,
      output: `
Order Completed	TRACK
`,
    },
    {
      title: 'List the traits that there are',
      code: `
local segment = app.integrations.segment

local traits = segment.list_traits({ spaceId = "space1" }).traits
for _, trait in ipairs(traits) do print(trait.trait, trait.type) end
`,
      output: `
plan	CUSTOM
email	CUSTOM
`,
    },
  ],
};
