import type { Guide } from '@moonwire/docs-gen';

/** What is tried again, and what a script does about the rest. */
export const retriesGuide: Guide = {
  name: 'retries',
  title: 'Retries',
  summary: 'What is tried again by itself: 429, 5xx, broken connections, and what to do about the rest',
  words: ['retry', 'retried', '429', '503', 'backoff', 'attempts', 'idempotent'],
  text: `A script needs no retry of its own. Events wait in a queue and are sent in batches; a batch that meets 429, a 5xx status, a
timeout or a broken connection is sent again, after the time that \`Retry-After\` names or after a pause that grows, for up
to 15 minutes. The order of each user's events is kept, and one user's trouble stops nobody else's. A call that reads is
tried again ten times.

\`\`\`lua
local segment = app.integrations.segment
for n = 1, 3 do
  segment.track({ event = "Invoice Sent", userId = "user-" .. n })
end
print("queued")
\`\`\`

\`\`\`text
queued
\`\`\`

The run is over when every event is delivered or given up; one that is given up makes it fail with \`not_delivered\`, which
names the event and its line.

## Once and not twice

A connection may break after Segment has taken a batch. It is sent again, and Segment drops what it has: each event has a
message id. Give one yourself where the whole script may run again:

\`\`\`lua
local segment = app.integrations.segment
for _ = 1, 2 do
  segment.track({ event = "Invoice Paid", userId = "user-42", messageId = "invoice-2026-11-042" })
end
print("counts once")
\`\`\`

\`\`\`text
counts once
\`\`\`

## After the last retry

A reading call that fails after all retries raises \`rate_limited\`, \`api_error\`, \`network_error\` or \`timeout\`. What is worth
going on without is caught:

\`\`\`lua
local segment = app.integrations.segment
local ok, err = pcall(segment.get_source, { slug = "my-workspace", id = "nope" })
if not ok and err.code == "not_found" then
  print("no such source, going on")
elseif not ok then
  error(err)
end
\`\`\`

\`\`\`text
no such source, going on
\`\`\`

At the command line, \`segment-lua simulate --fault status=429,retry-after=2,times=3\` shows how a script waits, and
\`--deadline 30\` ends a run, delivery included, after half a minute.`,
};
