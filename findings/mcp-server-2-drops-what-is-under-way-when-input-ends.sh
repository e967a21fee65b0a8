#!/usr/bin/env bash
# The guess: moving an MCP server from @modelcontextprotocol/sdk 1 to @modelcontextprotocol/server 2 keeps `printf … | server` answering every request of its input.
# The truth: version 1 goes on after the end of its input and answers; version 2 closes there and aborts what is under way, so a tool that takes a moment is never answered.
# Why it matters: pipes, tests and scripts end the input once they have written it; a tool with side effects is broken off half-way, and its caller hears nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2 @modelcontextprotocol/server@2.4.0 zod@4.6.7
cat >one.mjs <<'END'
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { setTimeout as pause } from 'node:timers/promises';

const server = new McpServer({ name: 'one', version: '1.0.0' });
server.registerTool('wait', {}, async () => {
  await pause(300);
  return { content: [{ type: 'text', text: 'done' }] };
});
await server.connect(new StdioServerTransport());
END
cat >two.mjs <<'END'
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { setTimeout as pause } from 'node:timers/promises';

serveStdio(() => {
  const server = new McpServer({ name: 'two', version: '1.0.0' });
  server.registerTool('wait', {}, async () => {
    await pause(300);
    return { content: [{ type: 'text', text: 'done' }] };
  });
  return server;
});
END
cat >input.ndjson <<'END'
{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"pipe","version":"1"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"wait","arguments":{}}}
END
count() { timeout 20 node "$1" <input.ndjson | grep -c '"id":2' || true; }
one=$(count one.mjs)
two=$(count two.mjs)
echo "answers to the call: @modelcontextprotocol/sdk 1.32.2 $one, @modelcontextprotocol/server 2.4.0 $two"
[ "$one" = 1 ] && [ "$two" = 0 ]
