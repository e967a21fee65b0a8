import type { GroupGuide } from './group-guide.js';

/** What to know of functions, and how its functions go together. */
export const functions: GroupGuide = {
  text: `A function is JavaScript of your own that Segment runs: it receives webhooks and makes events of them (a source function), sends events to a service that has no destination yet (a destination function), or changes events in front of a destination (an insert function). New code counts only once it is deployed. \`function\` is a word of Lua: read \`result["function"]\`.`,
  examples: [
    {
      title: 'Change the code of a function and deploy it',
      code: `
local segment = app.integrations.segment

local before = segment.get_function({ functionId = "fn1" })["function"]
local changed = segment.update_function({
  functionId = before.id,
  code = "// sends orders only\\n" .. before.code,
})["function"]
print(changed.display_name)
print(segment.create_function_deployment({ functionId = "fn1" }).function_deployment.status)
`,
      output: `
Enrich
SUCCESS
`,
    },
    {
      title: 'Put an insert function in front of a destination',
      code: `
local segment = app.integrations.segment

local made = segment.create_function({
  displayName = "Mask e-mail addresses",
  resourceType = "INSERT_DESTINATION",
  code = "async function onTrack(event) { delete event.properties.email; return event; }",
})["function"]
local use = segment.create_insert_function_instance({
  functionId = made.id, integrationId = "dest1", name = made.display_name, enabled = true, settings = {},
}).insert_function_instance
print(use.name, use.enabled)
`,
      output: `
Mask e-mail addresses	true
`,
    },
  ],
};
