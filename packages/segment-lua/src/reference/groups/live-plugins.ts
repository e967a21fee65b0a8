import type { GroupGuide } from './group-guide.js';

/** What to know of live plugins, and how its functions go together. */
export const livePlugins: GroupGuide = {
  text: `A live plugin is JavaScript that Segment's library loads in the browser of a website's visitors, to change or add to events before they are sent. Each source has one; publishing again makes a new version of it.`,
  examples: [
    {
      title: 'Publish a live plugin for a website',
      code: `
local segment = app.integrations.segment

local plugin = segment.create_live_plugin({
  sourceId = "abc123",
  code = "addLivePlugin({ name: 'page title', execute: (event) => event });",
}).live_plugin
print(plugin.version)
`,
      output: `
2
`,
    },
    {
      title: 'Read the one that runs, and take it away',
      code: `
local segment = app.integrations.segment

local plugin = segment.get_latest_from_live_plugins({ sourceId = "abc123" }).live_plugin
print(plugin.version)
print(segment.delete_live_plugin_code({ sourceId = "abc123" }).status)
`,
      output: `
1
SUCCESS
`,
    },
  ],
};
