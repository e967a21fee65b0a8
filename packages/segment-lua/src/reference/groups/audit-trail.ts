import type { GroupGuide } from './group-guide.js';

/** What to know of audit trail, and how its functions go together. */
export const auditTrail: GroupGuide = {
  text: `The audit trail remembers who changed what in the workspace: sources made, destinations switched off, members invited. It is where to look when something is other than it was yesterday, and what a security review asks for.`,
  examples: [
    {
      title: 'Count what was done, by kind',
      code: `
local segment = app.integrations.segment

local counts = {}
for _, event in ipairs(segment.list_audit_events({
  startTime = "2026-01-01T00:00:00Z", endTime = "2026-02-01T00:00:00Z",
}).events) do
  counts[event.type] = (counts[event.type] or 0) + 1
end
for kind, count in pairs(counts) do print(kind, count) end
`,
      output: `
Source Modified	1
`,
    },
    {
      title: 'See what happened to one source',
      code: `
local segment = app.integrations.segment

local events = segment.list_audit_events({ resourceType = "source", resourceId = "abc123" }).events
print("changes: " .. #events)
for _, event in ipairs(events) do
  print(event.timestamp, event.type, event.actor_email)
end
`,
      output: `
changes: 1
2026-01-10T09:30:00Z	Source Modified	jane@example.com
`,
    },
  ],
};
