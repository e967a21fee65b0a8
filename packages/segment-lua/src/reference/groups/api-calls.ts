import type { GroupGuide } from './group-guide.js';

/** What to know of api calls, and how its functions go together. */
export const apiCalls: GroupGuide = {
  text: `Segment counts the calls that arrive at its tracking API, and the bill depends on them. These functions tell how many there were, day by day, for the workspace and for each source. Ask for a month by its first day. The numbers come as text, because they may be larger than a script can count exactly.`,
  examples: [
    {
      title: 'Add up a month of API calls',
      code: `
local segment = app.integrations.segment

local total = 0
for _, day in ipairs(segment.get_daily_workspace_api_calls_usage({ period = "2026-01-01" }).daily_workspace_api_calls_usage) do
  total = total + tonumber(day.api_calls)
end
print("API calls in January: " .. total)
`,
      output: `
API calls in January: 2650
`,
    },
    {
      title: 'Find the source that uses most of them',
      code: `
local segment = app.integrations.segment

local calls = {}
for _, day in ipairs(segment.get_daily_per_source_api_calls_usage({ period = "2026-01-01" }).daily_per_source_api_calls_usage) do
  calls[day.source_id] = (calls[day.source_id] or 0) + tonumber(day.api_calls)
end
local most
for source_id, count in pairs(calls) do
  if not most or count > calls[most] then most = source_id end
end
print(most or "no source has sent anything")
`,
      output: `
abc123
`,
    },
  ],
};
