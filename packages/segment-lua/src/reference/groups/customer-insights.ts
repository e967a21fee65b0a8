import type { GroupGuide } from './group-guide.js';

/** What to know of customer insights, and how its functions go together. */
export const customerInsights: GroupGuide = {
  text: `Segment exports what it knows about customers hour by hour, as files. A download is a list of addresses that are valid for a while; whoever has one of them can fetch the file, so treat them like passwords. There may be 120 downloads a day.`,
  examples: [
    {
      title: 'Fetch the addresses of one hour',
      code: `
local segment = app.integrations.segment

local download = segment.create_download({ collectionId = "profiles", hour = "2026-01-15T09" }).download
print(#download.urls .. " files")
`,
    },
    {
      title: 'Go through the hours of a morning',
      code: `
local segment = app.integrations.segment

for hour = 6, 8 do
  local urls = segment.create_download({
    collectionId = "profiles", hour = string.format("2026-01-15T%02d", hour),
  }).download.urls
  print(hour, #urls)
end
`,
    },
  ],
};
