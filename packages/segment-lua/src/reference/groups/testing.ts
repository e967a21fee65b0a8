import type { GroupGuide } from './group-guide.js';

/** What to know of testing, and how its functions go together. */
export const testing: GroupGuide = {
  text: `One call that changes nothing: it sends a message back. Use it to see whether a token is valid and the network lets calls through, or to see how a script deals with an error.`,
  examples: [
    {
      title: 'See whether the API can be reached',
      code: `
local segment = app.integrations.segment

print(segment.echo({ message = "Are you there?" }).message)
`,
      output: `
Are you there?
`,
    },
    {
      title: 'Try what a script does when a call fails',
      code: `
local segment = app.integrations.segment

local ok, err = pcall(segment.echo, { message = "Not this one", triggerError = true })
print(ok, err.status)
`,
      output: `
false	400
`,
    },
  ],
};
