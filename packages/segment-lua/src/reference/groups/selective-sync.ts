import type { GroupGuide } from './group-guide.js';

/** What to know of selective sync, and how its functions go together. */
export const selectiveSync: GroupGuide = {
  text: `A warehouse is loaded at certain hours, with a table for each kind of event. Selective sync leaves out tables and columns that nobody needs (or that must not be there, such as e-mail addresses); the reports of the last syncs tell what went wrong. Every function here may be called twice a minute only.`,
  examples: [
    {
      title: 'See which tables of a source are loaded',
      code: `
local segment = app.integrations.segment

local items = segment.list_selective_syncs_from_source({ warehouseId = "wh1", sourceId = "abc123" }).items
for _, item in ipairs(items) do
  print(item.collection, item.enabled)
end
`,
      output: `
order_completed	true
pages	false
`,
    },
    {
      title: 'Read why the last syncs failed',
      code: `
local segment = app.integrations.segment

for _, report in ipairs(segment.list_syncs_from_warehouse({ warehouseId = "wh1" }).reports) do
  for _, notice in ipairs(report.notices or {}) do
    print(report.start, report.status, notice.message)
  end
end
`,
      output: `
2026-01-10T03:00:00Z	FAILED	permission denied for schema website
`,
    },
  ],
};
