import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';
import { Redis } from 'ioredis';

import { type RedisServer, startRedis } from './redis-server.js';
import { CLI, outcomeOf, startCli } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const TOKEN = 'a-token-of-the-test';
const HOLD_S = 2;

let redis: RedisServer;
/** What Redis has, as anybody sees it who may look. */
let seen: Redis;
let segment: SimulatorServer;
const servers: ChildProcessWithoutNullStreams[] = [];
const urls: URL[] = [];
let balancer: Server;
let url: URL;
/** How many requests each server has had. */
const turns: number[] = [0, 0];

const startMcp = async (): Promise<void> => {
  const flags = ['--http', '--quiet', '--url', segment.url, '--share', redis.url];
  const child = spawn(process.execPath, [CLI, 'mcp', ...flags], {
    env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder(), SEGMENT_LUA_MCP_TOKEN: TOKEN },
  });
  servers.push(child);
  let said = '';
  while (!said.includes('/mcp')) said += String((await once(child.stderr, 'data'))[0]);
  urls.push(new URL(/http:\S+/.exec(said)?.[0] ?? ''));
};

/** Gives each server every other request. */
const startBalancer = async (): Promise<URL> => {
  let next = 0;
  balancer = createServer((incoming, answer) => {
    const at = next++ % urls.length;
    turns[at] = (turns[at] ?? 0) + 1;
    const { hostname, port } = urls[at] as URL;
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    answer.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  return new URL(`http://127.0.0.1:${(balancer.address() as AddressInfo).port}/mcp`);
};

beforeAll(async () => {
  [redis, segment] = await Promise.all([startRedis(), startSimulatorServer()]);
  seen = new Redis(redis.url);
  seen.on('error', () => undefined);
  await Promise.all([startMcp(), startMcp()]);
  url = await startBalancer();
});
afterAll(async () => {
  for (const child of servers) {
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
  seen.disconnect();
  balancer.closeAllConnections();
  balancer.close();
  await Promise.all([redis.stop(), segment.close()]);
});

const keysOf = (pattern: string): Promise<string[]> => seen.keys(pattern);

const connect = async (to = url): Promise<Client> => {
  const client = new Client({ name: 'test', version: '1' }, { capabilities: { elicitation: {} } });
  await client.connect(
    new StreamableHTTPClientTransport(to, { requestInit: { headers: { authorization: `Bearer ${TOKEN}` } } }),
  );
  return client;
};

const execute = async (client: Client, code: string): Promise<string> => {
  const { content } = await client.callTool({ name: 'execute_lua', arguments: { code } });
  return content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
};

const track = 'return app.integrations.segment.track({ event = "E", userId = "u" }).status';

test('a session that began on one server goes on with the other', async () => {
  const client = await connect();
  expect(client.getNegotiatedProtocolVersion()).toBe('2025-11-25');
  const before = [...turns];
  for (let n = 0; n < 4; n += 1) expect(await execute(client, `return ${n} + 1`)).toContain(String(n + 1));
  expect(turns.every((count, at) => count >= (before[at] ?? 0) + 2)).toBe(true);
  await client.close();
});

test('requests of one session that reach a server for the first time at once are all answered', async () => {
  const client = await connect();
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => execute(client, `return ${n} * 10`)));
  expect(answers.map((text, n) => text.includes(String(n * 10)))).not.toContain(false);
  await client.close();
});

test('a session is nobody else’s', async () => {
  const client = await connect();
  const id = (client.transport as StreamableHTTPClientTransport).sessionId ?? '';
  const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
  const ask = (token: string, session: string): Promise<Response> =>
    fetch(url, {
      method: 'POST',
      headers: { ...headers, authorization: `Bearer ${token}`, 'mcp-session-id': session },
      body,
    });
  expect((await ask(TOKEN, id)).status).toBe(200);
  expect((await ask('another-token', id)).status).toBe(401);
  expect((await ask(TOKEN, 'no-such-session')).status).toBe(404);
  await client.close();
});

test('what is to be asked about is denied to clients of shared sessions', async () => {
  const client = await connect();
  const text = await execute(client, 'app.integrations.segment.delete_source({ source_id = "s" })');
  expect(text).toContain('denied');
  await client.close();
});

test('what one server is told to wait, the other waits, too', async () => {
  const [one, other] = await Promise.all([connect(urls[0]), connect(urls[1])]);
  const { requests } = segment.simulator;
  const before = requests.length;
  segment.simulator.inject({ status: 429, headers: { 'retry-after': String(HOLD_S) } });
  const refused = execute(one, track);
  while ((await keysOf('moonwire:hold:*')).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const began = performance.now();
  expect(await execute(other, track)).toContain('1 of 1 events delivered');
  expect(performance.now() - began).toBeGreaterThan(HOLD_S * 1000 - 600);
  expect(await refused).toContain('1 of 1 events delivered');
  expect(requests).toHaveLength(before + 3);
  await Promise.all([one.close(), other.close()]);
});

test('neither write keys nor tokens are in Redis', async () => {
  const values = await Promise.all((await keysOf('*')).map(async (key) => `${key} ${(await seen.get(key)) ?? ''}`));
  expect(values.some((text) => text.startsWith('moonwire:session:'))).toBe(true);
  const account = Buffer.from('simulated-default:').toString('base64');
  for (const secret of [TOKEN, account, 'Basic', 'Bearer']) expect(values.join('\n')).not.toContain(secret);
});

test('servers go on while Redis is away, each with its own sessions', async () => {
  const client = await connect(urls[0]);
  await redis.stop();
  expect(await execute(client, track)).toContain('1 of 1 events delivered');
  const late = await connect(urls[1]);
  expect(await execute(late, 'return 6 * 7')).toContain('42');
  await Promise.all([client.close(), late.close()]);
});

test.each([
  [['mcp', '--share', 'redis://127.0.0.1'], '--share is about --http'],
  [['mcp', '--http', '--share', 'folder'], '--share is given in a Redis: redis://host:6379'],
])('%j is refused', async (args, message) => {
  const { status, stderr } = await outcomeOf(startCli(args, {}));
  expect([status, stderr.includes(message)]).toEqual([2, true]);
});
