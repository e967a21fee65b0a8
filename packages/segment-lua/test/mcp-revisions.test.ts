import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const TOKEN = 'a-token-of-the-test';
const env = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder() };
const headers = { authorization: `Bearer ${TOKEN}` };

let server: ChildProcessWithoutNullStreams;
let url: URL;
const log: string[] = [];
beforeAll(async () => {
  server = spawn(process.execPath, [CLI, 'mcp', '--http', '--runs', '2'], {
    env: { ...env, SEGMENT_LUA_MCP_TOKEN: TOKEN },
  });
  const [line] = (await once(server.stderr, 'data')) as [Buffer];
  url = new URL(/http:\S+/.exec(line.toString())?.[0] ?? '');
  server.stderr.on('data', (chunk: Buffer) => log.push(chunk.toString()));
});
afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
});

const overStdio = () => new StdioClientTransport({ command: process.execPath, args: [CLI, 'mcp'], env });
const overHttp = () => new StreamableHTTPClientTransport(url, { requestInit: { headers } });

describe.each([
  ['the revision of 2026-07-28 over standard input and output', '2026-07-28', overStdio],
  ['the revision of 2026-07-28 over HTTP', '2026-07-28', overHttp],
  ['the one before over standard input and output', '2025-11-25', overStdio],
  ['the one before over HTTP', '2025-11-25', overHttp],
])('a client of %s', (_, revision, connect) => {
  const name = `test ${revision}`;
  let client: Client;
  beforeAll(async () => {
    const versionNegotiation = revision === '2026-07-28' ? ({ mode: { pin: revision } } as const) : undefined;
    client = new Client({ name, version: '1' }, versionNegotiation && { versionNegotiation });
    await client.connect(connect());
  });
  afterAll(() => client.close());

  test('is served in it', async () => {
    expect(client.getNegotiatedProtocolVersion()).toBe(revision);
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('execute_lua');
  });

  test('reads, checks and runs', async () => {
    const page = await client.callTool({ name: 'lua_read_doc', arguments: { page: 'track', name: null } });
    const [first] = page.content;
    const text = first?.type === 'text' ? first.text : '';
    const code = /```lua\n(.*?)```/s.exec(text)?.[1] ?? '';
    const checked = await client.callTool({ name: 'check_lua', arguments: { code } });
    expect(checked.structuredContent).toEqual({ problems: [] });
    const run = await client.callTool({ name: 'execute_lua', arguments: { code } });
    expect(run.structuredContent).toMatchObject({ ok: true, target: 'simulator', deliveries: { delivered: 1 } });
  });

  test('hears of progress', async () => {
    const heard: string[] = [];
    // This client forgets who listens once it is answered, maybe in one piece with what it was to hear before.
    const code = `app.integrations.segment.track({ event = "E", userId = "u" })
      for i = 1, 5e7 do local x = i % 3 end`;
    await client.callTool(
      { name: 'execute_lua', arguments: { code } },
      { onprogress: ({ message = '' }) => void heard.push(message) },
    );
    expect(heard[0]).toContain('app.integrations.segment.track on line 1');
  });

  test('stops a script by cancelling the call', async () => {
    const cancel = new AbortController();
    const code = 'app.integrations.segment.track({ event = "E", userId = "u" }) while true do pcall(error) end';
    const running = client.callTool(
      { name: 'execute_lua', arguments: { code } },
      {
        signal: cancel.signal,
        onprogress: () => {
          cancel.abort('enough');
        },
      },
    );
    await expect(running).rejects.toThrow();
    const { structuredContent } = await client.callTool({ name: 'execute_lua', arguments: { code: 'return 1' } });
    expect(structuredContent).toMatchObject({ values: [1] });
  });
});

describe('over HTTP', () => {
  const post = (body: unknown, more = {}) =>
    fetch(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        ...more,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  test('whoever has no token is told which kind is expected', async () => {
    const response = await post({}, { authorization: '' });
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="segment-lua"']);
  });

  test('how much there is to do is told without a token, and nothing else', async () => {
    const response = await fetch(new URL('/health', url));
    expect(await response.json()).toEqual({
      status: 'ok',
      version: expect.any(String),
      target: 'simulator',
      runs: { running: expect.any(Number), queued: expect.any(Number) },
    });
  });

  test('a request that is too long, or no JSON, is refused', async () => {
    expect((await post(`"${'x'.repeat(5_000_000)}"`)).status).toBe(413);
    const broken = await post('{');
    expect([broken.status, await broken.json()]).toEqual([400, expect.objectContaining({ error: expect.anything() })]);
  });

  test('each request is a line of the log, without what it carried', async () => {
    await post({
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'execute_lua', arguments: { code: 'secret' } },
    });
    while (!log.join('').includes('tools/call execute_lua')) await once(server.stderr, 'data');
    expect(log.join('')).toMatch(/^\S+Z POST \/mcp \d+ \d+ ms tools\/call execute_lua$/m);
    expect(log.join('')).not.toContain('secret');
    expect(log.join('')).not.toContain(TOKEN);
  });

  test('a client whose scripts take all there is leaves a place for another', async () => {
    const [busy, other] = [new Client({ name: 'busy', version: '1' }), new Client({ name: 'other', version: '1' })];
    await Promise.all([busy.connect(overHttp()), other.connect(overHttp())]);
    const stop = new AbortController();
    const started = { count: 0 };
    const busyRuns = Array.from({ length: 4 }, () =>
      busy
        .callTool(
          {
            name: 'execute_lua',
            arguments: {
              code: 'app.integrations.segment.track({ event = "E", userId = "u" }) while true do pcall(error) end',
            },
          },
          { signal: stop.signal, onprogress: () => void (started.count += 1), timeout: 60_000 },
        )
        .catch(() => undefined),
    );
    const { structuredContent } = await other.callTool({ name: 'execute_lua', arguments: { code: 'return 1' } });
    expect(structuredContent).toMatchObject({ values: [1] });
    stop.abort();
    await Promise.all(busyRuns);
    await Promise.all([busy.close(), other.close()]);
  });
});
