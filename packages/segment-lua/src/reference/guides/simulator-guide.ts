import type { Guide } from '@moonwire/docs-gen';

/** Trying and testing scripts without Segment. */
export const simulatorGuide: Guide = {
  name: 'simulator',
  title: 'Tests with the simulator',
  summary: 'A Segment in memory or at an address: try scripts, test them, meet faults, without an account',
  words: ['test', 'mock', 'fake', 'local', 'offline', 'faults'],
  text: `Without \`--live\`, scripts talk to a simulator that keeps Segment's rules: nothing leaves the computer. It has a workspace
\`my-workspace\` with sources and a user, and the accounts \`default\`, \`production\` and \`staging\`.

\`\`\`lua
local segment = app.integrations.segment
for _, source in ipairs(segment.list_sources({ slug = "my-workspace" }).sources) do
  print(source.name)
end
\`\`\`

\`\`\`text
Website
Shop
Shop (staging)
\`\`\`

## In a test of yours

\`\`\`ts
import { createSegmentLua } from '@moonwire/segment-lua';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

const simulator = createSimulator();
const host = createSegmentLua({ simulator });
simulator.inject({ status: 503, times: 2 });
const result = await host.run('app.integrations.segment.track({ event = "Signed Up", userId = "user-42" })');
console.log(result.ok, simulator.events.map(({ event }) => event)); // true [ 'Signed Up' ]
await host.close();
\`\`\`

## For programs in any language

\`\`\`sh
segment-lua simulate --port 4010 --fault status=429,retry-after=1,times=3
segment-lua run hello.lua --url http://127.0.0.1:4010
curl http://127.0.0.1:4010/_simulator/events
\`\`\`

With \`--plan plan.json --enforce block\` it holds events to a tracking plan, and lists what broke it at
\`/_simulator/violations\`. The playground is the same simulator in a page.`,
};
