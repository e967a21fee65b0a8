import type { GroupGuide } from './group-guide.js';

/** What to know of audiences, and how its functions go together. */
export const audiences: GroupGuide = {
  text: `An audience is the group of people or accounts that a query describes: everyone who has bought twice, every company with more than ten users. It belongs to a space. Segment computes its members again and again, by a schedule or all the time; a preview tells how many they would be before anything is created.`,
  examples: [
    {
      title: 'Try a query before an audience is made of it',
      code: `
local segment = app.integrations.segment
local definition = { query = "event('Order Completed').count() >= 2" }

local id = segment.create_audience_preview({
  spaceId = "space1", definition = definition, audienceType = "USERS",
}).audience_preview.id

local preview
repeat
  preview = segment.get_audience_preview({ spaceId = "space1", id = id }).audience_preview
until preview.status ~= "RUNNING"
print(preview.status, preview.size.count .. " members")

if preview.status == "COMPLETED" then
  local made = segment.create_audience({
    spaceId = "space1", name = "Loyal buyers", definition = definition, audienceType = "USERS",
  }).audience
  print("created " .. made.name)
end
`,
      output: `
COMPLETED	0 members
created Loyal buyers
`,
    },
    {
      title: 'Pause all audiences whose names begin with a word',
      code: `
local segment = app.integrations.segment

for _, audience in ipairs(segment.list_audiences({ spaceId = "space1" }).audiences) do
  if audience.name:find("^Buy") and audience.enabled then
    segment.update_audience_for_space({ spaceId = "space1", id = audience.id, enabled = false })
    print("paused " .. audience.name)
  end
end
`,
      output: `
paused Buyers
`,
    },
  ],
};
