#!/usr/bin/env bash
# The guess: a tool of the MCP SDK is called with an argument that its schema does not have: the call is refused, as additionalProperties of a strict schema would.
# The truth: the argument is taken away without a word and the handler runs with the rest; the schema that clients read says nothing either way.
# Why it matters: a misspelt safety (dryRun for dry_run) is no safety: the tool does for real what the model asked to rehearse.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @modelcontextprotocol/sdk@1.32.2 zod@4.6.7
cat >observe.mjs <<'END'
import assert from 'node:assert/strict';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const server = new McpServer({ name: 'server', version: '1.0.0' });
server.registerTool(
  'run',
  { inputSchema: { code: z.string(), dry_run: z.boolean().optional() } },
  async (input) => ({ content: [{ type: 'text', text: JSON.stringify(input) }] }),
);
const client = new Client({ name: 'client', version: '1.0.0' });
const [near, far] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(near), client.connect(far)]);

const result = await client.callTool({ name: 'run', arguments: { code: 'print(1)', dryRun: true } });
const { tools } = await client.listTools();
await client.close();

console.log('@modelcontextprotocol/sdk 1.32.2: the handler got', result.content[0].text);
assert.equal(result.isError, undefined);
assert.equal(result.content[0].text, '{"code":"print(1)"}');
assert.equal('additionalProperties' in tools[0].inputSchema, false);
END
node observe.mjs
