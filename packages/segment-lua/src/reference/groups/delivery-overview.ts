import type { GroupGuide } from './group-guide.js';

/** What to know of delivery overview, and how its functions go together. */
export const deliveryOverview: GroupGuide = {
  text: `Between a source and a destination an event can go four ways: refused when it arrives (ingress failed), discarded at its source, kept back by a filter, or sent on and then delivered or refused by the destination (egress success, egress failed). These functions count each, over time; \`groupBy\` tells the causes apart. Begin with \`get_egress_failed_metrics\` when a destination misses events.`,
  examples: [
    {
      title: 'Find out why events do not reach a destination',
      code: `
local segment = app.integrations.segment

local failed = segment.get_egress_failed_metrics({
  sourceId = "abc123",
  destinationConfigId = "dest1",
  startTime = "2026-01-01T00:00:00Z",
  endTime = "2026-01-08T00:00:00Z",
  granularity = "DAY",
  groupBy = { "discardReason" },
})
for _, row in ipairs(failed.dataset) do
  print(row.event_name, row.discard_reason, row.total)
end
`,
      output: `
Order Completed	HTTP 401	12
Order Completed	HTTP 429	3
`,
    },
    {
      title: 'Compare what arrived with what was delivered',
      code: `
local segment = app.integrations.segment
local week = { startTime = "2026-01-01T00:00:00Z", endTime = "2026-01-08T00:00:00Z", granularity = "DAY", sourceId = "abc123" }

local function add_up(metrics)
  local sum = 0
  for _, row in ipairs(metrics.dataset) do sum = sum + row.total end
  return sum
end

local arrived = add_up(segment.get_ingress_success_metrics(week))
week.destinationConfigId = "dest1"
local delivered = add_up(segment.get_egress_success_metrics(week))
print(arrived .. " arrived, " .. delivered .. " delivered")
`,
      output: `
1020 arrived, 1005 delivered
`,
    },
  ],
};
