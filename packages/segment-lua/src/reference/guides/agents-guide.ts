import type { Guide } from '@moonwire/docs-gen';

/** Scripts that agents write. */
export const agentsGuide: Guide = {
  name: 'agents',
  title: 'For agents',
  summary: 'segment-lua mcp: an MCP server whose tools find functions, check scripts and run them',
  words: ['mcp', 'server', 'llm', 'claude', 'tools'],
  text: `\`segment-lua mcp\` is an MCP server, over standard input and output or, with \`--http\`, for many. Its tools are
\`lua_list_docs\`, \`lua_search_docs\`, \`lua_read_doc\`, \`check_lua\` and \`execute_lua\`.

\`\`\`json
{ "mcpServers": { "segment": { "command": "npx", "args": ["-y", "@moonwire/segment-lua", "mcp"] } } }
\`\`\`

Without \`--live\` it runs scripts on the simulator. An agent finds the functions it needs, writes one script for the whole
job, and runs it once: a loop in Lua costs nothing, a tool call for each row costs a conversation.

\`\`\`lua
local segment = app.integrations.segment
local sent = 0
for _, plan in ipairs({ "free", "pro" }) do
  segment.track({ event = "Plan Viewed", userId = "user-42", properties = { plan = plan } })
  sent = sent + 1
end
print(sent .. " events")
\`\`\`

\`\`\`text
2 events
\`\`\`

What an agent may do is up to you: \`--read-only\`, \`--policy policy.json\` (allow, deny or ask, by account and effect), and
\`--allow NAME\` for what deletes. A denied call is an error with the code \`denied\`. With \`--plan plan.json\` an agent knows
your events, and cannot send one that breaks the plan. \`--audit audit.ndjson\` writes down what was run.`,
};
