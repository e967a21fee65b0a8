import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

import { createMCPClient } from '@ai-sdk/mcp';
import { Experimental_StdioMCPTransport as StdioTransport } from '@ai-sdk/mcp/mcp-stdio';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type MCPServer, MCPServerStdio, MCPServerStreamableHttp } from '@openai/agents-core';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const TOKEN = 'a-token-of-the-test';
const headers = { authorization: `Bearer ${TOKEN}` };
const env = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder() };

let server: ChildProcessWithoutNullStreams;
let url = '';
beforeAll(async () => {
  server = spawn(process.execPath, [CLI, 'mcp', '--http'], { env: { ...env, SEGMENT_LUA_MCP_TOKEN: TOKEN } });
  const [line] = (await once(server.stderr, 'data')) as [Buffer];
  url = /http:\S+/.exec(line.toString())?.[0] ?? '';
});
afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
});

/** What an agent's framework does with a server; answers as the text that its model reads. */
interface Agent {
  tools(): Promise<readonly string[]>;
  call(tool: string, given: Record<string, unknown>): Promise<string>;
  close(): Promise<void>;
}

const textOf = (content: unknown): string => (content as { text?: string }[]).map(({ text }) => text).join('\n');

const aiSdk = async (transport: Parameters<typeof createMCPClient>[0]['transport']): Promise<Agent> => {
  const client = await createMCPClient({ transport });
  const tools = await client.tools();
  return {
    tools: () => Promise.resolve(Object.keys(tools)),
    call: async (tool, given) => {
      const answer = await tools[tool]?.execute(given, { toolCallId: '1', messages: [] });
      return textOf((answer as { content: unknown }).content);
    },
    close: () => client.close(),
  };
};

const openAiAgents = async (connection: MCPServer): Promise<Agent> => {
  await connection.connect();
  return {
    tools: async () => (await connection.listTools()).map(({ name }) => name),
    call: async (tool, given) => textOf(await connection.callTool(tool, given)),
    close: () => connection.close(),
  };
};

const command = { command: process.execPath, args: [CLI, 'mcp'], env };

/* Those of OpenAI wait for five seconds otherwise, in which a busy machine has not started a server. */
const patience = { clientSessionTimeoutSeconds: 30 };

describe.each([
  ['the AI SDK over standard input and output', () => aiSdk(new StdioTransport(command))],
  ['the AI SDK over HTTP', () => aiSdk({ type: 'http', url, headers })],
  [
    'the OpenAI Agents SDK over standard input and output',
    () => openAiAgents(new MCPServerStdio({ ...command, ...patience })),
  ],
  [
    'the OpenAI Agents SDK over HTTP',
    () => openAiAgents(new MCPServerStreamableHttp({ url, requestInit: { headers }, ...patience })),
  ],
])('An agent of %s', (_name, connect) => {
  let agent: Agent;
  beforeAll(async () => {
    agent = await connect();
  });
  afterAll(() => agent.close());

  test('finds every tool', async () => {
    expect(await agent.tools()).toEqual(
      expect.arrayContaining(['lua_list_docs', 'lua_search_docs', 'lua_read_doc', 'check_lua', 'execute_lua']),
    );
  });

  test('reads the page of a function, and runs the example on it', async () => {
    const page = await agent.call('lua_read_doc', { page: 'track' });
    const code = /```lua\n(.*?)```/s.exec(page)?.[1] ?? '';
    expect(await agent.call('check_lua', { code })).toBe('No problem was found. Nothing was run.');
    expect(await agent.call('execute_lua', { code })).toContain('1 of 1 events delivered to the simulator');
  });

  test('reads in the text what a script returned, and what it would have sent', async () => {
    const code = 'local s = app.integrations.segment return s.track({ event = "E", userId = "u" }).status, { 1, 2 }';
    expect(await agent.call('execute_lua', { code })).toContain('Returned: "queued", [1,2]');
    expect(await agent.call('execute_lua', { code, dry_run: true })).toContain('"event":"E"');
  });

  test('is told what it misspelt, and nothing runs', async () => {
    const refused = agent.call('execute_lua', { code: 'error("ran")', dryRun: true }).catch(String);
    expect(await refused).toContain('dry_run');
    expect(await refused).not.toContain('ran"');
  });

  test('reads how a slip is mended', async () => {
    expect(await agent.call('execute_lua', { code: 'segment.track({})' })).toContain('app.integrations.segment');
  });
});
