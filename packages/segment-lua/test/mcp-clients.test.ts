import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { CLI } from './run-cli.js';
import { temporaryFolder } from './temporary-folder.js';

const EVENTS = 50;
const TOKEN = 'a-token-of-the-test';
const track = 'app.integrations.segment.track({ event = "E", userId = "u-" .. i })';
const env = { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: temporaryFolder() };

let simulator: SimulatorServer;
beforeAll(async () => {
  simulator = await startSimulatorServer();
});
afterEach(() => {
  simulator.simulator.reset();
});
afterAll(() => simulator.close());

const received = (): number => new Set(simulator.simulator.events.map(({ userId }) => userId)).size;
const start = (...args: string[]): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [CLI, 'mcp', '--url', simulator.url, ...args], {
    env: { ...env, SEGMENT_LUA_MCP_TOKEN: `${TOKEN}\n` },
  });

const initialize = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};
const callOf = (id: number, name: string, given: unknown) => ({
  jsonrpc: '2.0',
  id,
  method: 'tools/call',
  params: { name, arguments: given },
});
const runOf = (id: number, code: string) => callOf(id, 'execute_lua', { code });
const many = `for i = 1, ${EVENTS} do ${track} end`;

interface Message {
  readonly id?: number;
  readonly result?: {
    readonly isError?: boolean;
    readonly content?: readonly { readonly text: string }[];
    readonly tools?: readonly { readonly inputSchema: unknown; readonly outputSchema: unknown }[];
  };
  readonly error?: unknown;
}

/** Pipes messages into a server, as a shell does, and hands back what it answered by id when it has ended. */
const pipe = async (messages: readonly object[], end = '\n'): Promise<ReadonlyMap<number | undefined, Message>> => {
  const child = start();
  child.stdin.end(messages.map((message) => JSON.stringify(message)).join('\n') + end);
  const [out] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  expect(child.exitCode).toBe(0);
  const answers = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Message);
  return new Map(answers.map((answer) => [answer.id, answer]));
};

describe('what is piped into the server', () => {
  test.each(['', '\r\n'])('is answered and delivered before it ends, with %j at its end', async (end) => {
    const answers = await pipe([initialize, runOf(2, `${many} print("done")`)], end);
    expect(answers.get(2)?.result?.content?.[0]?.text).toBe(
      `done\n${EVENTS} of ${EVENTS} events delivered to ${simulator.url}.`,
    );
    expect(received()).toBe(EVENTS);
  });

  test('is answered when it is more than runs at a time, also what fails and what was cancelled', async () => {
    const runs = Array.from({ length: 8 }, (_, n) => runOf(n + 2, `${track.replace('i })', `${n} })`)} return ${n}`));
    const cancelled = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 20 } };
    const answers = await pipe([
      initialize,
      ...runs,
      runOf(20, 'while true do pcall(error) end'),
      cancelled,
      runOf(21, 'error("no")'),
    ]);
    expect([...answers.keys()].sort((a = 0, b = 0) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 21]);
    expect(received()).toBe(8);
  });
});

const KEYWORDS = new Set(
  '$schema type properties required items description title enum minimum maximum additionalProperties'.split(' '),
);

/** Where a schema says something that not every client knows. */
const findUncommon = (schema: unknown, path: string): string[] => {
  if (typeof schema !== 'object' || schema === null || Object.keys(schema).length === 0) return [`${path}: empty`];
  const { properties = {}, items, ...rest } = schema as Record<string, unknown>;
  const unknown = Object.keys(rest).filter((key) => !KEYWORDS.has(key));
  const odd = ['undefined', 'boolean'].includes(typeof rest['additionalProperties']) ? [] : ['additionalProperties'];
  const types = rest['type'] === undefined || typeof rest['type'] === 'string' ? [] : ['type'];
  return [
    ...[...unknown, ...odd, ...types].map((key) => `${path}: ${key}`),
    ...Object.entries(properties as object).flatMap(([name, inner]) => findUncommon(inner, `${path}.${name}`)),
    ...(items === undefined ? [] : findUncommon(items, `${path}[]`)),
  ];
};

describe('one client is answered', () => {
  const values = [
    ['return { done = true }, 2, "three"', 'Returned: {"done":true}, 2, "three"'],
    ['print("one") return 2', 'one\nReturned: 2'],
    ['return nil', 'Returned: null'],
    ['local x = 1', 'Done. The script printed and returned nothing.'],
  ] as const;
  /** The request of the first of them. */
  const VALUES_ID = 10;
  let answers: Awaited<ReturnType<typeof pipe>>;
  beforeAll(async () => {
    answers = await pipe([
      initialize,
      callOf(2, 'lua_list_docs', null),
      callOf(3, 'lua_read_doc', { page: 'track' }),
      callOf(4, 'lua_read_doc', { name: 'track', page: null }),
      callOf(5, 'execute_lua', { code: 'return 1', args: null, account: null, dry_run: null }),
      callOf(6, 'lua_search_docs', { query: 'track', limit: null }),
      callOf(7, 'lua_read_doc', { name: null }),
      callOf(8, 'execute_lua', null),
      { jsonrpc: '2.0', id: 9, method: 'tools/list' },
      ...values.map(([code], at) => runOf(VALUES_ID + at, code)),
    ]);
  });

  test('though it gives null for what is left out, and a page for a name', () => {
    for (const id of [2, 3, 4, 5, 6]) expect({ id, ...answers.get(id)?.result }).toMatchObject({ id, content: [{}] });
    for (const id of [2, 3, 4, 5, 6]) expect(answers.get(id)?.result?.isError ?? false).toBe(false);
    expect(answers.get(3)?.result?.content?.[0]?.text).toContain('Order Completed');
    for (const [id, says] of [
      [7, 'name'],
      [8, 'code'],
    ] as const)
      expect(JSON.stringify(answers.get(id))).toContain(says);
  });

  test.each(values.map(([code, says], at) => ({ code, says, id: VALUES_ID + at })))(
    'with the values of a script in the text: $code',
    ({ says, id }) => {
      expect(answers.get(id)?.result?.content?.[0]?.text).toBe(says);
    },
  );

  test('with schemas of all tools that keep to what every client knows', () => {
    const tools = answers.get(9)?.result?.tools ?? [];
    expect(tools).toHaveLength(5);
    for (const { inputSchema, outputSchema } of tools) {
      expect(inputSchema).toMatchObject({ type: 'object', properties: {} });
      expect([...findUncommon(inputSchema, 'input'), ...findUncommon(outputSchema, 'output')]).toEqual([]);
    }
  });
});

/** A script that has queued its events, and then goes on for ever; resolves when it is there. */
const endless = `${many} app.integrations.segment.get_workspace({ slug = "my-workspace" }) while true do pcall(error) end`;
const underWay = async (): Promise<void> => {
  while (!simulator.simulator.requests.some(({ method }) => method === 'GET'))
    await new Promise((resolve) => setImmediate(resolve));
};

describe('a server that is stopped during a call', () => {
  test.each(['SIGINT', 'SIGHUP'] as const)('by %s delivers what was queued and answers', async (signal) => {
    const child = start();
    const out = text(child.stdout);
    child.stdin.write(`${[initialize, runOf(2, endless)].map((message) => JSON.stringify(message)).join('\n')}\n`);
    await underWay();
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(received()).toBe(EVENTS);
    expect(await out).toContain('[aborted]');
  });

  test('by SIGTERM delivers what was queued over HTTP, too', async () => {
    const child = start('--http');
    const [line] = (await once(child.stderr, 'data')) as [Buffer];
    const url = /http:\S+/.exec(line.toString())?.[0] ?? '';
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
    };
    const post = (body: object, more = {}) =>
      fetch(url, { method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify(body) });
    const opened = await post(initialize);
    const call = post(runOf(2, endless), { 'mcp-session-id': opened.headers.get('mcp-session-id') ?? '' });
    await underWay();
    child.kill('SIGTERM');
    expect(await (await call).text()).toContain('aborted');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(received()).toBe(EVENTS);
  });

  test('because nobody reads its answers delivers everything first', async () => {
    const child = start();
    child.stdout.destroy();
    child.stdin.write(`${[initialize, runOf(2, many)].map((message) => JSON.stringify(message)).join('\n')}\n`);
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(received()).toBe(EVENTS);
  });
});

describe('over HTTP', () => {
  let child: ChildProcessWithoutNullStreams;
  let url: string;
  const origin = 'http://localhost:5173';
  beforeAll(async () => {
    child = start('--http');
    const [line] = (await once(child.stderr, 'data')) as [Buffer];
    url = /http:\S+/.exec(line.toString())?.[0] ?? '';
  });
  afterAll(async () => {
    child.kill('SIGTERM');
    await once(child, 'exit');
  });

  test.each(['', '/', '//', '?x=1', '/?x=1'])('the address may end in %j', async (end) => {
    const response = await fetch(url + end, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
        origin,
      },
      body: JSON.stringify(initialize),
    });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('segment-lua');
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-expose-headers')).toContain('mcp-session-id');
  });

  test('a page of this machine may ask first, and reads why it is refused', async () => {
    const asked = 'authorization,content-type,mcp-protocol-version,mcp-session-id';
    const preflight = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
    });
    expect(preflight.status).toBe(204);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': asked,
      'access-control-allow-methods': expect.stringContaining('DELETE'),
    });
    const refused = await fetch(url, { method: 'POST', headers: { origin }, body: '{}' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, origin]);
  });

  test.each(['https://evil.example', 'null'])('a page of %s may not', async (foreign) => {
    const preflight = await fetch(url, { method: 'OPTIONS', headers: { origin: foreign } });
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([403, null]);
  });
});

test('a blank token in the environment lets nobody in', async () => {
  const child = spawn(process.execPath, [CLI, 'mcp', '--http'], { env: { ...env, SEGMENT_LUA_MCP_TOKEN: '' } });
  const [line] = (await once(child.stderr, 'data')) as [Buffer];
  const response = await fetch(/http:\S+/.exec(line.toString())?.[0] ?? '', { method: 'POST', body: '{}' });
  expect(response.status).toBe(401);
  child.kill('SIGTERM');
  await once(child, 'exit');
});
