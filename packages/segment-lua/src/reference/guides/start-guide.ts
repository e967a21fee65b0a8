import type { Guide } from '@moonwire/docs-gen';

/** From nothing to the first event. */
export const startGuide: Guide = {
  name: 'start',
  title: 'Install and start',
  summary: 'Install segment-lua, run a first script on the simulator, then with your own accounts',
  words: ['install', 'setup', 'npm', 'npx', 'first', 'begin', 'quickstart'],
  text: `\`\`\`sh
npm install -g @moonwire/segment-lua     # Node 20.19 or later; or npx @moonwire/segment-lua …
segment-lua init                         # writes a first script and a first map
segment-lua run hello.lua                # on the simulator: no account is needed, nothing is sent
\`\`\`

A first script:

\`\`\`lua
local segment = app.integrations.segment

segment.identify({ userId = "user-42", traits = { plan = "pro" } })
segment.track({ event = "Signed Up", userId = "user-42" })
print("two events")
\`\`\`

\`\`\`text
two events
\`\`\`

## Your own accounts

\`\`\`sh
segment-lua accounts add production      # asks for the write key and the API token
segment-lua accounts test production
segment-lua run hello.lua --live
\`\`\`

\`app.integrations.segment.track\` uses the default account, \`app.integrations.segment.production.track\` the one of that
name. Credentials never enter a script. \`segment-lua doctor\` finds what is wrong with accounts and connections.

In a program: \`npm install @moonwire/segment-lua\`, then \`createSegmentLua({ accounts }).run(code)\`.`,
};
