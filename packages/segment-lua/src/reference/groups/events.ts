import type { GroupGuide } from './group-guide.js';

/** What to know of events, and how its functions go together. */
export const events: GroupGuide = {
  text: `How many events the workspace received, hour by hour or day by day: in all, of one source, or apart by name, type or version of the app. It is the quickest way to see whether data still flows.`,
  examples: [
    {
      title: 'See whether events still arrive',
      code: `
local segment = app.integrations.segment

local volume = segment.get_events_volume_from_workspace({
  granularity = "DAY", startTime = "2026-01-01T00:00:00Z", endTime = "2026-01-08T00:00:00Z",
})
local total = 0
for _, row in ipairs(volume.result) do total = total + row.total end
print("events in the week: " .. total)
`,
      output: `
events in the week: 1020
`,
    },
    {
      title: 'Count the events of one source by name',
      code: `
local segment = app.integrations.segment

local volume = segment.get_events_volume_from_workspace({
  granularity = "DAY",
  startTime = "2026-01-01T00:00:00Z",
  endTime = "2026-01-08T00:00:00Z",
  sourceId = { "abc123" },
  groupBy = { "eventName" },
})
for _, row in ipairs(volume.result) do print(row.event_name, row.total) end
`,
      output: `
Order Completed	120
Page Viewed	900
`,
    },
  ],
};
