import { execFile } from 'node:child_process';
import { connect } from 'node:net';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { SIMULATOR_API_TOKEN } from '../src/simulator.js';
import { type SimulatorServer, startSimulatorServer } from '../src/simulator-server.js';

let server: SimulatorServer;

beforeEach(async () => {
  server = await startSimulatorServer();
});

afterEach(async () => {
  await server.close();
});

const basic = `Basic ${btoa('key:')}`;
const event = { type: 'track', event: 'E', userId: 'u', anonymousId: 'a', groupId: 'g', previousId: 'p' };

/** Sends the bytes of one request over a socket and resolves with the answer's bytes as text. */
const exchange = (head: readonly string[], body: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(server.port, '127.0.0.1');
    let answer = '';
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text;
      if (/\r\n\r\n[^]*\}$/.test(answer)) socket.end();
    });
    socket.on('error', reject).on('close', () => {
      resolve(answer);
    });
    socket.write([...head, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n'));
    socket.write(body);
  });

const LONG = ['track', 'identify', 'page', 'screen', 'group', 'alias'];

describe('The simulated Tracking API takes', () => {
  test.each([...LONG, ...LONG.map((name) => name.charAt(0))].flatMap((name) => [`/v1/${name}`, `/v1/${name}/`]))(
    'an event at %s',
    async (path) => {
      const body = { ...event, type: undefined };
      const init = { method: 'POST', headers: { authorization: basic }, body: JSON.stringify(body) };
      expect(await (await fetch(server.url + path, init)).json()).toEqual({ success: true });
      const [received] = server.simulator.events;
      expect(received?.type).toBe(LONG.find((name) => name.startsWith(path.slice(4, 5))));
    },
  );

  test.each(['batch', 'b', 'import'].flatMap((name) => [`/v1/${name}`, `/v1/${name}/?x=1`]))(
    'a batch at %s',
    async (path) => {
      const body = JSON.stringify({ writeKey: 'key', batch: [event, event] });
      expect((await fetch(server.url + path, { method: 'POST', body })).status).toBe(200);
      expect(server.simulator.events).toHaveLength(2);
    },
  );

  test.each(LONG)('a pixel of %s', async (type) => {
    const data = Buffer.from(JSON.stringify({ ...event, type: undefined, writeKey: 'key', name: 'Zürich' }));
    for (const encoded of [encodeURIComponent(data.toString('base64')), data.toString('base64url')]) {
      const response = await fetch(`${server.url}/v1/pixel/${type}?data=${encoded}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/gif']);
      expect((await response.text()).slice(0, 6)).toBe('GIF89a');
    }
    expect(server.simulator.events.map(({ name }) => name)).toEqual(['Zürich', 'Zürich']);
    expect(server.simulator.events[0]).toMatchObject({ type, writeKey: 'key' });
  });

  test('what analytics.js counts about itself, and its settings', async () => {
    expect((await fetch(`${server.url}/v1/m`, { method: 'POST', body: '{"series":[]}' })).status).toBe(200);
    const settings = await fetch(`${server.url}/v1/projects/key/settings`);
    expect(await settings.json()).toMatchObject({
      integrations: { 'Segment.io': { apiKey: 'key', apiHost: `127.0.0.1:${server.port}/v1`, protocol: 'http' } },
    });
  });

  test('ids that are numbers, as Ruby and PHP have them', async () => {
    const body = JSON.stringify({ batch: [{ type: 'track', event: 'E', userId: 42 }] });
    await fetch(`${server.url}/v1/import`, { method: 'POST', headers: { authorization: basic }, body });
    expect(server.simulator.events).toMatchObject([{ userId: '42', body: { userId: 42 } }]);
  });

  test('a track without its event with success, and keeps it not, whichever way it comes', async () => {
    const nameless = { type: 'track', userId: 'u' };
    const post = (path: string, body: object) =>
      fetch(server.url + path, { method: 'POST', headers: { authorization: basic }, body: JSON.stringify(body) });
    const answers = [
      await post('/v1/track', nameless),
      await post('/v1/t', { ...nameless, event: '' }),
      await post('/v1/batch', { batch: [nameless, event, { ...nameless, event: null }] }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(server.simulator.events).toHaveLength(1);
  });
});

describe('Requests byte for byte as libraries send them that cannot be installed here', () => {
  const at = '2026-11-28T11:00:00.000+00:00';
  const library = (name: string, version: string) => ({ context: { library: { name, version } } });
  const head = (path: string, ...headers: string[]) => [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${server.port}`,
    ...headers,
  ];
  const json = 'Content-Type: application/json';

  test('PHP, by its socket: empty maps are lists, and the body may be gzip', async () => {
    const php = { ...event, properties: [], ...library('analytics-php', '3.8.1'), timestamp: at };
    const body = gzipSync(JSON.stringify({ batch: [php], sentAt: at }));
    const headers = [json, `Authorization: ${basic}`, 'Accept: application/json', 'User-Agent: analytics-php/3.8.1'];
    const answer = await exchange(head('/v1/batch', ...headers, 'Content-Encoding: gzip'), body);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*\{"success":true\}$/);
    expect(server.simulator.events).toMatchObject([{ body: { properties: [] } }]);
  });

  test('Python: the key in the body, text beyond ASCII escaped', async () => {
    const python = { ...event, properties: { city: 'Z' }, ...library('analytics-python', '2.3.5'), timestamp: at };
    const body = JSON.stringify({ batch: [python], sentAt: at, writeKey: 'key' }).replace('"Z"', '"Z\\u00fcrich"');
    const headers = ['User-Agent: analytics-python/2.3.5', 'Accept-Encoding: gzip, deflate', 'Accept: */*', json];
    expect(await exchange(head('/v1/batch', ...headers, 'Connection: keep-alive'), body)).toContain(' 200 OK');
    expect(server.simulator.events).toMatchObject([{ writeKey: 'key', body: { properties: { city: 'Zürich' } } }]);
  });

  test('Go: an id and a context of the batch', async () => {
    const go = { ...event, messageId: 'm', timestamp: '2026-11-28T11:00:00.123456789Z' };
    const body = JSON.stringify({ messageId: 'b', sentAt: at, batch: [go], ...library('analytics-go', '3.0.0') });
    const headers = ['User-Agent: analytics-go (version: 3.0.0)', `Authorization: ${basic}`, json];
    expect(await exchange(head('/v1/batch', ...headers, 'Accept-Encoding: gzip'), body)).toContain(' 200 OK');
    expect(server.simulator.events).toMatchObject([{ messageId: 'm' }]);
  });

  test('Ruby: /v1/import', async () => {
    const ruby = { ...event, userId: 42, messageId: 'm', timestamp: '2026-11-28T11:00:00.000Z' };
    const body = JSON.stringify({ sentAt: at, batch: [{ ...ruby, ...library('analytics-ruby', '2.5.0') }] });
    const headers = ['Accept: application/json', json, 'User-Agent: Ruby', `Authorization: ${basic}`];
    expect(await exchange(head('/v1/import', ...headers, 'Connection: close'), body)).toContain(' 200 OK');
    expect(server.simulator.events).toMatchObject([{ userId: '42' }]);
  });
});

describe('What cannot be read is answered, and never by a reset connection', () => {
  const batch = JSON.stringify({ batch: [event], writeKey: 'key' });
  const token = `Bearer ${SIMULATOR_API_TOKEN}`;

  test.each<[string, string, string, Record<string, string>, string | Buffer, number]>([
    ['no base64', 'POST', '/v1/batch', { authorization: 'Basic %%%' }, batch, 400],
    ['half of gzip', 'POST', '/v1/batch', { 'content-encoding': 'gzip' }, gzipSync(batch).subarray(0, 20), 400],
    ['no gzip', 'POST', '/v1/batch', { 'content-encoding': 'GZIP' }, batch, 400],
    ['no deflate', 'POST', '/v1/t', { 'content-encoding': 'deflate' }, batch, 400],
    [
      'gzip and more',
      'POST',
      '/v1/t',
      { 'content-encoding': 'gzip' },
      Buffer.concat([gzipSync(batch), Buffer.from('x')]),
      400,
    ],
    ['an unknown encoding', 'POST', '/v1/batch', { 'content-encoding': 'zstd' }, batch, 415],
    [
      'a little that stands for much',
      'POST',
      '/v1/batch',
      { 'content-encoding': 'gzip' },
      gzipSync(Buffer.alloc(2e7)),
      413,
    ],
    ['eleven megabytes', 'POST', '/v1/batch', {}, Buffer.alloc(11 * 1024 * 1024), 413],
    ['a bad escape in a path', 'POST', '/v1/%E0%A4%A', {}, batch, 400],
    ['a bad escape in a query', 'GET', '/v1/pixel/track?data=%zz', {}, '', 400],
    ['a pixel without base64', 'GET', '/v1/pixel/track?data=!', {}, '', 400],
    ['a pixel without data', 'GET', '/v1/pixel/track', {}, '', 400],
    ['nesting without end', 'POST', '/v1/batch', {}, `{"batch":[{"a":${'['.repeat(2e5)}${']'.repeat(2e5)}}]}`, 400],
    ['no JSON', 'POST', '/v1/batch', {}, '\u0000', 400],
    ['another method', 'PUT', '/v1/batch', {}, batch, 405],
    ['no path at all', 'GET', '//', { authorization: token }, '', 404],
    ['a bad escape', 'GET', '/sources/%E0%A4%A', { authorization: token }, '', 400],
    ['a bad escape of a thing', 'DELETE', '/destinations/%', { authorization: token }, '', 400],
    [
      'nesting',
      'POST',
      '/destinations',
      { authorization: token },
      `{"sourceId":"abc123","metadataId":"m","settings":{"a":${'['.repeat(2e5)}${']'.repeat(2e5)}}}`,
      400,
    ],
    ['bad gzip', 'POST', '/destinations', { authorization: token, 'content-encoding': 'gzip' }, '{}', 400],
  ])('%s: %s %s', async (_, method, path, headers, body, status) => {
    const lines = Object.entries({ host: 'x', ...headers }).map(([name, value]) => `${name}: ${value}`);
    const answer = await exchange([`${method} ${path} HTTP/1.1`, ...lines], body);
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    const said = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n'))) as object;
    expect(said).toMatchObject(
      path.startsWith('/v1/')
        ? { success: false, code: expect.any(String), message: expect.any(String) }
        : { errors: [{ type: expect.any(String), message: expect.any(String) }] },
    );
    expect(server.simulator.events).toEqual([]);
    expect(server.simulator.requests[0]?.status).toBe(status);
  });

  test('and the names of codes are few', async () => {
    const codeOf = async (method: string, path: string, body?: string) =>
      (
        (await (await fetch(server.url + path, { method, ...(body !== undefined && { body }) })).json()) as {
          code: string;
        }
      ).code;
    expect([
      await codeOf('POST', '/v1/batch', '{'),
      await codeOf('GET', '/v1/batch'),
      await codeOf('POST', '/v1/nothing', '{}'),
    ]).toEqual(['invalid_request', 'method_not_allowed', 'not_found']);
  });
});

describe('The simulated Public API reads queries', () => {
  test.each([
    ['documented, Java, C#', 'pagination.count=2'],
    ['TypeScript, Go', 'pagination[count]=2'],
    ['TypeScript, escaped', 'pagination%5Bcount%5D=2'],
    ['Python', `pagination=${encodeURIComponent('{"count":2}')}`],
  ])('as %s writes them', async (_, query) => {
    const get = async (path: string) =>
      (await (
        await fetch(server.url + path, { headers: { authorization: `Bearer ${SIMULATOR_API_TOKEN}` } })
      ).json()) as {
        data: { sources: { id: string }[]; labels: unknown; pagination: { next?: string } };
      };
    for (const path of ['/sources', '/warehouses/wh1/connected-sources', '/catalog/sources', '/users']) {
      const { data } = await get(`${path}?${query}`);
      expect(Object.values(data)[0]).not.toHaveLength(3);
    }
    const { data } = await get(`/sources?${query}`);
    const cursor = data.pagination.next ?? '';
    const next = query.includes('%7B')
      ? `pagination=${encodeURIComponent(JSON.stringify({ count: 2, cursor }))}`
      : `${query}&${query.replace('count', 'cursor').replace(/=.*/, `=${encodeURIComponent(cursor)}`)}`;
    expect((await get(`/sources?${next}`)).data.sources).toHaveLength(1);
  });

  test.each(['userIds.0=u1&userIds.1=u2', 'userIds[0]=u1&userIds[1]=u2', 'userIds=u1&userIds=u2'])(
    'with lists: %s',
    async (query) => {
      const headers = { authorization: `Bearer ${SIMULATOR_API_TOKEN}` };
      const response = await fetch(`${server.url}/users?${query}`, { method: 'DELETE', headers });
      expect(await response.text()).toMatch(/There is no user u1|SUCCESS/);
    },
  );

  test.each(['pagination[count]=0', 'pagination[count]=x', 'pagination=%7B', 'pagination.__proto__.count=1'])(
    'and refuses %s',
    async (query) => {
      const headers = { authorization: `Bearer ${SIMULATOR_API_TOKEN}` };
      const { status } = await fetch(`${server.url}/warehouses?${query}`, { headers });
      expect(status).toBe(422);
      expect(({} as { count?: unknown }).count).toBeUndefined();
    },
  );
});

/** Run by a Node of its own: fills a simulator with events of several makes and prints the heap it takes, in MiB. */
const FILL = `
  import { createSimulator } from './dist/simulator.js';
  const makes = [
    (n) => ({ revenue: n * 1.5, currency: 'USD', productId: 'widget-' + n, quantity: 2, city: 'New York' }),
    () => ({ text: '漢'.repeat(2_000) }),
    () => ({ list: Array.from({ length: 500 }, () => ({})) }),
    (n) => ({ list: Array.from({ length: 300 }, (_, i) => 'value ' + n + ' ' + i) }),
    (n) => Object.fromEntries(Array.from({ length: 50 }, (_, i) => ['key ' + n + ' ' + i, i + 0.5])),
  ];
  const simulator = createSimulator();
  const used = () => { gc(); return process.memoryUsage().heapUsed; };
  const before = used();
  const filled = [];
  for (const make of makes) {
    simulator.reset();
    const batch = (from) => Array.from({ length: 40 }, (_, i) => ({
      type: 'track', event: 'E', userId: 'u', messageId: 'm-' + (from + i), properties: make(from + i),
    }));
    for (let n = 0; n < 60_000; n += 40) {
      if (simulator.events[0]?.messageId !== undefined && simulator.events[0].messageId !== 'm-0') break;
      await simulator.handle({
        method: 'POST', path: '/v1/batch', headers: { authorization: 'Basic ' + btoa('key:'), 'user-agent': 'x/1' },
        body: new TextEncoder().encode(JSON.stringify({ batch: batch(n) })),
      });
    }
    filled.push(Math.round((used() - before) / 2 ** 20));
  }
  console.log(JSON.stringify(filled));
`;

test('What the simulator keeps takes no more than 64 MiB of heap, whatever it is made of', async () => {
  const given = ['--expose-gc', '--input-type=module', '-e', FILL];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  const filled = JSON.parse(stdout) as number[];
  expect(filled).toHaveLength(5);
  expect(Math.max(...filled)).toBeLessThanOrEqual(64);
  expect(Math.min(...filled)).toBeGreaterThan(10);
}, 120_000);
