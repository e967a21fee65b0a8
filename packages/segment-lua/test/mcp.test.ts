import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Progress } from '@modelcontextprotocol/sdk/types.js';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const segment = 'app.integrations.segment';
const track = `${segment}.track({ event = "Order Completed", userId = "user-42" })`;
const environment = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder() };

type ToolResult = {
  readonly isError?: boolean;
  readonly content: readonly { readonly text: string }[];
  readonly structuredContent: Readonly<Record<string, unknown>>;
};

const call = async (client: Client, name: string, args: Record<string, unknown> = {}): Promise<ToolResult> =>
  (await client.callTool({ name, arguments: args })) as unknown as ToolResult;

const connectStdio = async (...args: string[]): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [CLI, 'mcp', ...args],
      env: environment,
      stderr: 'inherit',
    }),
  );
  return client;
};

describe('segment-lua mcp over standard input and output', () => {
  let client: Client;
  beforeAll(async () => {
    client = await connectStdio();
  });
  afterAll(() => client.close());

  test('introduces itself and its tools', async () => {
    expect(client.getServerVersion()?.name).toBe('segment-lua');
    expect(client.getInstructions()).toContain('execute_lua');
    const { tools } = await client.listTools();
    expect(tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint])).toEqual([
      ['lua_list_docs', true],
      ['lua_search_docs', true],
      ['lua_read_doc', true],
      ['check_lua', true],
      ['execute_lua', false],
    ]);
    expect(tools.every(({ outputSchema, description }) => outputSchema && description)).toBe(true);
  });

  test('lets an agent find a function, read about it and use it', async () => {
    const { structuredContent: list } = await call(client, 'lua_list_docs');
    const listed = (list['pages'] as { name: string }[]).map(({ name }) => name);
    expect(listed).toEqual(expect.arrayContaining(['segment', 'track', 'destinations', 'tracking-plans', 'errors']));
    const { structuredContent: found } = await call(client, 'lua_search_docs', { query: 'purchase event' });
    const [first] = found['pages'] as { name: string }[];
    const { structuredContent: page, content } = await call(client, 'lua_read_doc', { name: first?.name ?? '' });
    expect(page).toMatchObject({ name: 'track', text: content[0]?.text });
    const example = /```lua\n(.*?)```/s.exec(content[0]?.text ?? '')?.[1] ?? '';
    const { structuredContent: run, isError } = await call(client, 'execute_lua', { code: example });
    expect(isError).toBe(false);
    expect(run).toMatchObject({ ok: true, deliveries: { queued: 1, delivered: 1 } });
  });

  test('lists groups for at most 1,200 tokens, and the functions of one', async () => {
    const everything = await call(client, 'lua_list_docs');
    // Counted once with o200k: 697 tokens of text and 464 of data, 1,161 in all.
    expect(JSON.stringify([everything.content, everything.structuredContent]).length).toBeLessThanOrEqual(5_250);
    const group = await call(client, 'lua_list_docs', { group: 'destinations' });
    expect(group.content[0]?.text).toContain('update_destination: Rename a destination, pause or resume it');
    const wrong = await call(client, 'lua_list_docs', { group: 'destination' });
    expect(wrong).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('Did you mean: destinations') }],
    });
    const { structuredContent: found } = await call(client, 'lua_search_docs', {
      query: 'how do I pause a destination',
    });
    expect(found['pages']).toMatchObject([
      { name: 'update_destination', group: 'destinations' },
      {},
      {},
      ...Array.from({ length: 7 }, () => ({})),
    ]);
    const { contents } = await client.readResource({ uri: 'segment-lua://docs/update_destination' });
    expect(contents[0]).toMatchObject({ text: expect.stringContaining('false pauses it') });
  });

  test('suggests pages when there is none of a name', async () => {
    const result = await call(client, 'lua_read_doc', { name: 'trakc' });
    expect(result.isError).toBe(true);
    expect(result.content[0]?.text).toContain('track');
  });

  test('offers each page as a resource', async () => {
    const { resources } = await client.listResources();
    const track = resources.find(({ name }) => name === 'track');
    const { contents } = await client.readResource({ uri: track?.uri ?? '' });
    expect(contents[0]).toMatchObject({ mimeType: 'text/markdown', text: expect.stringContaining('Order Completed') });
  });

  test('returns what a script printed and returned, and its calls', async () => {
    const code = `print("sum", args.a + 1)\n${track}\nreturn { done = true }`;
    const { content, structuredContent } = await call(client, 'execute_lua', {
      code,
      args: { a: 1 },
      account: 'staging',
    });
    expect(content[0]?.text).toBe(
      'sum\t2\nReturned: {"done":true}\n1 of 1 events delivered to the simulator (nothing reaches Segment).',
    );
    expect(structuredContent).toMatchObject({
      ok: true,
      output: 'sum\t2\n',
      values: [{ done: true }],
      calls: [{ operation: 'track', account: 'staging', line: 2, status: 'delivered' }],
    });
  });

  test('returns values that JSON does not have, in a form that it has', async () => {
    const { structuredContent } = await call(client, 'execute_lua', {
      code: 'return 2^53 | 1, "\\xff\\xfe", print, nil, 1',
    });
    expect(structuredContent['values']).toEqual([9007199254740993n.toString(), '//4=', null, null, 1]);
  });

  test('returns errors with code, line and suggestion', async () => {
    const { isError, content, structuredContent } = await call(client, 'execute_lua', {
      code: `\n${segment}.trakc({})`,
    });
    expect(isError).toBe(true);
    expect(content[0]?.text).toBe(
      `script.lua:2: Unknown function: ${segment}.trakc. Did you mean: track [unknown_function]`,
    );
    expect(structuredContent['error']).toMatchObject({ code: 'unknown_function', line: 2, suggestion: 'track' });
  });

  test('shows a dry run', async () => {
    const { structuredContent } = await call(client, 'execute_lua', { code: track, dry_run: true });
    expect(structuredContent['planned']).toMatchObject([
      { operation: 'track', method: 'POST', body: { event: 'Order Completed' } },
    ]);
  });

  test('reports progress', async () => {
    const seen: Progress[] = [];
    const code = `for i = 1, 1000 do ${track} end`;
    await client.callTool({ name: 'execute_lua', arguments: { code } }, undefined, {
      onprogress: (progress) => seen.push(progress),
    });
    expect(seen[0]).toMatchObject({ progress: 1, message: expect.stringContaining(`${segment}.track on line 1`) });
  });

  test('stops a script that is cancelled, and goes on serving', async () => {
    const cancel = new AbortController();
    const running = client.callTool(
      { name: 'execute_lua', arguments: { code: `${track} while true do pcall(error) end` } },
      undefined,
      {
        signal: cancel.signal,
        onprogress: () => {
          cancel.abort('enough');
        },
      },
    );
    await expect(running).rejects.toThrow('enough');
    expect((await call(client, 'execute_lua', { code: 'return 1' })).structuredContent['values']).toEqual([1]);
  });

  test.each([
    { name: 'execute_lua', args: {}, says: 'code' },
    { name: 'execute_lua', args: { code: 7 }, says: 'code' },
    { name: 'execute_lua', args: { code: 'return 1', args: 'x' }, says: 'args' },
    { name: 'lua_search_docs', args: { query: 'track', limit: 0 }, says: 'limit' },
    { name: 'lua_read_doc', args: {}, says: 'name' },
    { name: 'execute_lua', args: { code: 'x()', dryRun: true }, says: "no argument 'dryRun'. Did you mean: dry_run" },
    { name: 'execute_lua', args: { script: 'x()', code: 'x()' }, says: "no argument 'script'. Available: code" },
    { name: 'check_lua', args: { code: 'x()', strict: true }, says: "no argument 'strict'" },
    { name: 'lua_list_docs', args: { folder: 'x' }, says: "no argument 'folder'" },
    { name: 'lua_search_docs', args: { qurey: 'x' }, says: 'Did you mean: query' },
  ])('answers $name with $args by an error that names what is wrong', async ({ name, args, says }) => {
    const result = await call(client, name, args);
    expect({ isError: result.isError, text: result.content[0]?.text }).toEqual({
      isError: true,
      text: expect.stringContaining(says),
    });
  });

  test('refuses a tool that is not there', async () => {
    await expect(call(client, 'execute_python', { code: '1' })).rejects.toThrow('execute_python');
  });

  test('says whom it talks to, in text and as a field', async () => {
    expect(client.getInstructions()).toContain('Scripts talk to the simulator (nothing reaches Segment).');
    const { tools } = await client.listTools();
    expect(tools.find(({ name }) => name === 'execute_lua')?.description).toContain('the simulator');
    expect((await call(client, 'execute_lua', { code: 'return 1' })).structuredContent['target']).toBe('simulator');
  });

  test('checks a script without running it', async () => {
    const code = `${segment}.track({ event = 7 })\n${segment}.trakc({})`;
    const { content, structuredContent } = await call(client, 'check_lua', { code });
    expect(structuredContent['problems']).toMatchObject([
      { line: 1, code: 'invalid_input' },
      { line: 2, code: 'unknown_function', suggestion: 'track' },
    ]);
    const [first, hint, second] = content[0]?.text.split('\n') ?? [];
    expect([first, hint, second].map((line) => line?.slice(0, 6))).toEqual(['1:34: ', '  hint', '2:26: ']);
    expect((await call(client, 'check_lua', { code: track })).content[0]?.text).toContain('Nothing was run');
  });

  test.each([
    ['printed', `for i = 1, 100000 do print("line " .. i) end`],
    ['returned', `return string.rep("x", 500000), "end"`],
    ['returned in small pieces', `local t = {} for i = 1, 20000 do t[i] = { name = "item " .. i } end return t`],
    ['sent', `for i = 1, 3000 do ${track} end`],
    ['raised', `error(string.rep("long ", 100000))`],
    ['printed beyond ASCII', `print(string.rep("é€😀", 50000))`],
  ])('keeps its answer short when much is %s', async (_, code) => {
    const { content, structuredContent } = await call(client, 'execute_lua', { code });
    expect(Buffer.byteLength(content[0]?.text ?? '')).toBeLessThan(21_000);
    expect(Buffer.byteLength(JSON.stringify(structuredContent))).toBeLessThan(21_000);
    expect(JSON.stringify([content, structuredContent])).not.toContain('\uFFFD');
    expect(JSON.stringify([content, structuredContent])).toMatch(/left out|left_out/);
  });

  test('shows the requests of a dry run in the text', async () => {
    const { content } = await call(client, 'execute_lua', { code: track, dry_run: true });
    expect(content[0]?.text).toMatch(
      /^Dry run: 1 request would go to the simulator; nothing was sent\.\nline 1, default: POST http\S+ \{.*"Order Completed"/,
    );
  });

  test('offers prompts', async () => {
    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(['write_script', 'explain_workspace']);
    const { messages } = await client.getPrompt({ name: 'write_script', arguments: { task: 'count sources' } });
    expect(JSON.stringify(messages)).toContain('count sources');
  });

  test('answers for an account that is not there', async () => {
    const { isError, structuredContent } = await call(client, 'execute_lua', { code: track, account: 'nope' });
    expect({ isError, error: structuredContent['error'] }).toMatchObject({
      isError: true,
      error: { code: 'unknown_account' },
    });
  });

  test('denies what writes when it may only read', async () => {
    const reader = await connectStdio('--read-only');
    const { tools } = await reader.listTools();
    expect(tools.find(({ name }) => name === 'execute_lua')?.annotations).toEqual({
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    });
    const { structuredContent } = await call(reader, 'execute_lua', { code: track });
    await reader.close();
    expect(structuredContent['error']).toMatchObject({
      code: 'denied',
      message: expect.stringContaining('--read-only'),
    });
  });
});

describe('segment-lua mcp --http', () => {
  const token = 'a-token-of-the-test';
  let server: ChildProcessWithoutNullStreams;
  let url: URL;
  const clients: Client[] = [];

  const connect = async (headers: Record<string, string>): Promise<Client> => {
    const client = new Client({ name: 'test', version: '1' });
    clients.push(client);
    await client.connect(new StreamableHTTPClientTransport(url, { requestInit: { headers } }));
    return client;
  };

  beforeAll(async () => {
    server = spawn(process.execPath, [CLI, 'mcp', '--http'], { env: { ...environment, SEGMENT_LUA_MCP_TOKEN: token } });
    const [line] = (await once(server.stderr, 'data')) as [Buffer];
    url = new URL(/http:\S+/.exec(line.toString())?.[0] ?? '');
  });
  afterEach(() => Promise.all(clients.splice(0).map((client) => client.close())));
  afterAll(async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
  });

  test('serves several clients that present the token', async () => {
    const headers = { authorization: `Bearer ${token}` };
    const both = await Promise.all([connect(headers), connect(headers)]);
    const results = await Promise.all(
      both.map((client, index) => call(client, 'execute_lua', { code: `n = (n or 0) + ${index} return n` })),
    );
    expect(results.map(({ structuredContent }) => structuredContent['values'])).toEqual([[0], [1]]);
  });

  test.each([
    { title: 'no token', headers: {}, status: 401 },
    { title: 'a wrong token', headers: { authorization: 'Bearer wrong' }, status: 401 },
    {
      title: 'the token, from a page of another site',
      headers: { authorization: `Bearer ${token}`, origin: 'https://evil.example' },
      status: 403,
    },
  ])('turns away a request with $title', async ({ headers, status }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: '{}',
    });
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain(token);
  });

  test.each([
    { title: 'a body that is no JSON', path: '/mcp', headers: {}, body: '{', status: 400 },
    {
      title: 'a call before it has introduced itself',
      path: '/mcp',
      headers: {},
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
      status: 400,
    },
    {
      title: 'a session that is not there',
      path: '/mcp',
      headers: { 'mcp-session-id': 'x' },
      body: '{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
      status: 404,
    },
    { title: 'another path', path: '/', headers: {}, body: '{}', status: 404 },
  ])('answers $title with $status', async ({ path, headers, body, status }) => {
    const given = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...headers,
    };
    const response = await fetch(new URL(path, url), { method: 'POST', headers: given, body });
    expect({ status: response.status, answer: await response.json() }).toEqual({
      status,
      answer: expect.objectContaining({ error: expect.anything() }),
    });
  });

  test('turns away a name that was rebound to this machine', async () => {
    const { request } = await import('node:http');
    const sent = request(url, { method: 'POST', headers: { authorization: `Bearer ${token}`, host: 'evil.example' } });
    sent.end('{}');
    const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }];
    response.resume();
    expect(response.statusCode).toBe(403);
  });
});
