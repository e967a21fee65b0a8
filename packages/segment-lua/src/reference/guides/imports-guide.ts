import type { Guide } from '@moonwire/docs-gen';

/** Rows of files as events. */
export const importsGuide: Guide = {
  name: 'imports',
  title: 'Imports',
  summary: 'Rows of a CSV, NDJSON or JSON file as events: a map in Lua, progress, failures, replays of exports',
  words: ['csv', 'ndjson', 'json', 'file', 'rows', 'replay', 'upload'],
  text: `\`segment-lua import\` sends the rows of files of any size through a function, the map. It is told the columns of a CSV, or
what a line of JSON holds, as a table:

\`\`\`lua
local segment = app.integrations.segment

local function map(row)
  segment.track({
    event = "Order Completed",
    userId = row.user_id,
    timestamp = row.paid_at,
    properties = { revenue = tonumber(row.total) }
  })
end

map({ user_id = "user-42", total = "99.50", paid_at = "2026-11-01T12:00:00Z" })
print("one row, one event")
\`\`\`

\`\`\`text
one row, one event
\`\`\`

In a file of its own the map is returned, \`return map\`, and used so:

\`\`\`sh
segment-lua import orders.csv --map map.lua --dry-run       # shows the first events, sends nothing
segment-lua import orders.csv --map map.lua --live
\`\`\`

- Killed or stopped? Run the same command again: it goes on where it was, and what is sent twice counts once.
- Failed rows are written to \`orders.csv.failures.ndjson\`, each with its reason. Import that file to try again.
- A tracking plan (\`--plan plan.json\`) is checked before anything is sent: you are told how many rows break what, and
  \`--on-violation\` says whether they are sent, kept as failures, or sent without what breaks it.
- Exports of Segment's archive, RudderStack or a warehouse need no map: \`--from segment-archive\`, \`rudderstack\`,
  \`warehouse\`.
- Any encoding, any delimiter: CSV with commas, semicolons or tabs, NDJSON, JSON, gzipped or not, told by content.`,
};
