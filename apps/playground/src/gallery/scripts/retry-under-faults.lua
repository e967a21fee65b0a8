-- This example comes with faults (see Simulator): Segment answers 429,
-- then 503, then takes the events and drops the line before it answers.
-- Watch the attempts in the list: every event arrives, and arrives once.
local segment = app.integrations.segment

for number = 1, 5 do
  segment.track({
    event = "Step Completed",
    userId = "user-42",
    properties = { step = number }
  })
end

print("Five events handed over. The run ends when all have arrived.")
