import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client as EarlierClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as EarlierTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

import { CLI, type Outcome, outcomeOf, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const folder = temporaryFolder();
const file = join(folder, 'tokens.json');
const audit = join(folder, 'audit.ndjson');

const tokens = (...args: string[]): Promise<Outcome> => outcomeOf(startCli(['tokens', ...args], { cwd: folder }));
const addToken = async (name: string, ...options: string[]): Promise<string> =>
  (await tokens('add', file, name, ...options)).stdout.trim();

interface Serving {
  readonly child: ChildProcessWithoutNullStreams;
  readonly url: URL;
  /** What it says, from its start on. */
  readonly said: () => string;
}

const serve = async (...options: string[]): Promise<Serving> => {
  const child = spawn(process.execPath, [CLI, 'mcp', '--http', ...options], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder(), SEGMENT_LUA_MCP_TOKEN: 'shared' },
  });
  let text = '';
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
  while (!text.includes('Listening at')) await once(child.stderr, 'data');
  return { child, url: new URL(/http:\S+/.exec(text)?.[0] ?? ''), said: () => text };
};

const stop = async ({ child }: Serving): Promise<void> => {
  child.kill('SIGTERM');
  await once(child, 'exit');
};

const connect = async (url: URL, token: string, name = 'test'): Promise<EarlierClient> => {
  const client = new EarlierClient({ name, version: '1' });
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(new EarlierTransport(url, { requestInit: { headers } }));
  return client;
};

interface Ran {
  readonly ok: boolean;
  readonly values: readonly unknown[];
  readonly error?: { readonly code: string; readonly message: string };
}

const run = async (client: EarlierClient, code: string): Promise<Ran> =>
  (await client.callTool({ name: 'execute_lua', arguments: { code } })).structuredContent as Ran;

/** A request as it is, whatever its `Host` says. */
const get = (url: URL, path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> =>
  new Promise((resolve, reject) => {
    ask(new URL(path, url), { headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    })
      .on('error', reject)
      .end();
  });

const track = (account: string): string =>
  `return app.integrations.segment${account}.track({ event = "E", userId = "u" }).status`;

describe('The command tokens', () => {
  const other = join(folder, 'other.json');

  test('makes a token that is shown once, and keeps its hash where only its owner reads', async () => {
    const { status, stdout, stderr } = await tokens('add', other, 'ci', '--account', 'staging', '--read-only');
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringContaining('the only time') });
    expect(stdout).toMatch(/^[\w-]{32}\n$/);
    expect(readFileSync(other, 'utf8')).not.toContain(stdout.trim());
    expect(statSync(other).mode & 0o777).toBe(0o600);
    expect((await tokens('list', other)).stdout).toMatch(/ci +staging +read\n/);
    expect(JSON.parse((await tokens('list', other, '--json')).stdout)).toEqual([
      { name: 'ci', accounts: ['staging'], account: 'staging', readOnly: true },
    ]);
  });

  test.each([
    [['add', other, 'ci'], "has a token 'ci' already"],
    [['add', other, 'x y'], 'name must be'],
    [['add', other, 'x', '--allow', 'delete_sorce'], 'delete_source'],
    [['remove', other, 'cj'], 'ci'],
    [['list', join(folder, 'absent.json')], 'cannot be read: there is no such file'],
  ])('refuses %j and changes nothing', async (args, said) => {
    const before = readFileSync(other, 'utf8');
    const { status, stderr } = await tokens(...args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(said) });
    expect(readFileSync(other, 'utf8')).toBe(before);
    expect(existsSync(join(folder, 'absent.json'))).toBe(false);
  });
});

describe('A server with a file of tokens', () => {
  let server: Serving;
  let own: string;
  let reader: string;
  let watcher: string;
  beforeAll(async () => {
    own = await addToken('own');
    reader = await addToken('reader', '--account', 'staging', '--account', 'shop', '--read-only');
    watcher = await addToken('watcher', '--metrics');
    server = await serve('--tokens', file, '--audit', audit, '--known-as', 'mcp.example.com');
  });
  afterAll(() => stop(server));

  test('lets each token use its own accounts, and do what it may', async () => {
    const [all, few] = [await connect(server.url, own), await connect(server.url, reader)];
    expect(await run(all, track('.production'))).toMatchObject({ ok: true, values: ['queued'] });
    expect(await run(few, track('.production'))).toMatchObject({ ok: false });
    expect(
      await run(few, 'return #app.integrations.segment.shop.list_sources({ slug = "my-workspace" })'),
    ).toMatchObject({ ok: true });
    expect(await run(few, track(''))).toMatchObject({ ok: false, error: { code: 'denied' } });
    await Promise.all([all.close(), few.close()]);
    const written = readFileSync(audit, 'utf8').trimEnd().split('\n');
    expect(written.map((line) => (JSON.parse(line) as { token?: string }).token)).toContain('reader');
  });

  test('knows nobody without a token, and no session of another token', async () => {
    await expect(connect(server.url, 'guessed')).rejects.toThrow(/401|Unauthorized|token of this server/);
    await expect(connect(server.url, 'shared')).rejects.toThrow(/401|Unauthorized|token of this server/);
    const client = await connect(server.url, own);
    const { sessionId = '' } = client.transport as EarlierTransport;
    const answer = await fetch(server.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${reader}`,
        accept: 'application/json, text/event-stream',
        'content-type': 'application/json',
        'mcp-session-id': sessionId,
      },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(answer.status).toBe(404);
    await client.close();
  });

  test('tells its metrics to those who may read them', async () => {
    const read = (token: string) => get(server.url, '/metrics', { authorization: `Bearer ${token}` });
    expect((await read('guessed')).status).toBe(401);
    expect((await read(own)).status).toBe(403);
    const { status, text } = await read(watcher);
    expect(status).toBe(200);
    expect(text).toContain('segment_lua_runs_total{token="own",result="ok"} 1');
    expect(text).toContain('segment_lua_calls_total{token="own",operation="track",status="delivered"} 1');
    expect(text).toContain('segment_lua_events_total{token="own",result="delivered"} 1');
    expect(text).toContain('segment_lua_runs_total{token="reader",result="denied"} 1');
    expect(text).toContain('segment_lua_runs_running 0');
    expect(text).toContain('process_cpu_seconds_total');
  });

  test('is called by the names that it is known by, and tells everybody how it is', async () => {
    const authorization = `Bearer ${watcher}`;
    const as = (host: string, path: string, more = {}) => get(server.url, path, { host, authorization, ...more });
    expect((await as('mcp.example.com', '/metrics')).status).toBe(200);
    const refused = await as('other.example.com', '/metrics');
    expect(refused).toEqual({ status: 403, text: expect.stringContaining('--known-as') });
    expect((await as('10.0.0.7', '/health')).status).toBe(200);
    expect((await as('10.0.0.7', '/health', { origin: 'http://10.0.0.7' })).status).toBe(403);
  });

  test('takes changes of the file at once, and keeps to what it knew when the file is broken', async () => {
    const client = await connect(server.url, own);
    const entries = (JSON.parse(readFileSync(file, 'utf8')) as { tokens: { name: string }[] }).tokens;
    const write = (changed: object) => {
      writeFileSync(file, JSON.stringify(changed));
    };
    write({ tokens: entries.map((entry) => (entry.name === 'own' ? { ...entry, readOnly: true } : entry)) });
    expect(await run(client, track(''))).toMatchObject({ ok: false, error: { code: 'denied' } });
    write({ tokens: entries.map((entry) => ({ ...entry, readonly: true })) });
    expect(await run(client, track(''))).toMatchObject({ ok: false, error: { code: 'denied' } });
    expect(server.said()).toContain('readOnly');
    write({ tokens: entries.filter(({ name }) => name !== 'own') });
    await expect(run(client, track(''))).rejects.toThrow(/401|Unauthorized|token of this server/);
    expect(server.said()).not.toContain(own);
  });
});

test('options about HTTP are refused without it', async () => {
  const { status, stderr } = await outcomeOf(startCli(['mcp', '--tokens', 'tokens.json'], { cwd: folder }));
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('--tokens is about --http') });
});

test('servers without sessions share the requests of a client of the older revisions', async () => {
  const servers = await Promise.all([serve('--stateless'), serve('--stateless')]);
  const taken = [0, 0];
  const balancer = createServer((incoming, response) => {
    const turn = (taken[0] ?? 0) <= (taken[1] ?? 0) ? 0 : 1;
    taken[turn] = (taken[turn] ?? 0) + 1;
    const { url } = servers[turn];
    const onward = ask(url, { method: incoming.method, headers: incoming.headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    incoming.pipe(onward);
  });
  await once(balancer.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(`http://127.0.0.1:${(balancer.address() as AddressInfo).port}/mcp`);
  const client = await connect(url, 'shared');
  for (let n = 0; n < 4; n += 1) expect(await run(client, `return ${n}`)).toMatchObject({ ok: true, values: [n] });
  await client.close();
  expect(Math.min(...taken)).toBeGreaterThan(1);
  balancer.close();
  balancer.closeAllConnections();
  await Promise.all(servers.map(stop));
});
