import type { GroupGuide } from './group-guide.js';

/** What to know of monthly tracked users, and how its functions go together. */
export const monthlyTrackedUsers: GroupGuide = {
  text: `A monthly tracked user (MTU) is somebody of whom at least one event arrived in a month; most plans of Segment are paid by their number. These functions count them day by day for a month, which is named by its first day. The numbers come as text.`,
  examples: [
    {
      title: 'Add up the tracked users of a month',
      code: `
local segment = app.integrations.segment

local users = 0
for _, day in ipairs(segment.get_daily_workspace_mtu_usage({ period = "2026-01-01" }).daily_workspace_mtu_usage) do
  users = users + tonumber(day.identified) + tonumber(day.anonymous)
end
print("tracked users in January: " .. users)
`,
      output: `
tracked users in January: 235
`,
    },
    {
      title: 'See which sources they come from',
      code: `
local segment = app.integrations.segment

local users = {}
for _, day in ipairs(segment.get_daily_per_source_mtu_usage({ period = "2026-01-01" }).daily_per_source_mtu_usage) do
  users[day.source_id] = (users[day.source_id] or 0) + tonumber(day.identified) + tonumber(day.anonymous)
end
for _, source in ipairs(segment.list_sources({ slug = "my-workspace" }).sources) do
  print(source.name, users[source.id] or 0)
end
`,
      output: `
Website	180
Shop	0
Shop (staging)	0
`,
    },
  ],
};
