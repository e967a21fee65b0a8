import { describe, expect, test } from '@jest/globals';
import axios from 'axios';

import { createSegment, operations } from '../src/index.js';
import { createSimulator } from '../src/simulator.js';
import { clientOf, errorOf, simulated } from './setup.js';

const users = [
  { id: 'u1', name: 'Ann', email: 'ann@example.com' },
  { id: 'u2', name: 'Bob', email: 'bob@example.com' },
];

const sources = Array.from({ length: 450 }, (_, i) => ({
  id: `s${i}`,
  slug: `source-${i}`,
  name: `Source ${i}`,
  workspaceId: 'w',
  enabled: true,
  writeKeys: [],
  metadata: {},
  settings: {},
  labels: [],
}));

/** An axios instance whose every request is refused. */
const refusing = () => {
  const simulator = createSimulator();
  simulator.inject({ status: 403, times: Infinity });
  return axios.create({ adapter: simulator.adapter });
};

describe('the workspace', () => {
  test("is the token's own", async () => {
    const { segment } = simulated();
    expect(await segment.getWorkspace({ slug: 'my-workspace' })).toEqual({
      id: expect.any(String),
      slug: 'my-workspace',
      name: 'My Workspace',
    });
  });

  test.each(['getWorkspace', 'listSources'] as const)('%s fails for another slug, naming both', async (method) => {
    const { segment } = simulated();
    const error = await errorOf(segment[method]({ slug: 'acme' }));
    expect(error).toMatchObject({ kind: 'not_found', code: 'not_found' });
    expect(error.message).toMatch(/: no workspace 'acme' for this token; it belongs to 'my-workspace'$/);
  });
});

describe('sources', () => {
  test('come with their first write key and all of them', async () => {
    const { segment } = simulated();
    expect(await segment.getSource({ slug: 'my-workspace', id: 'abc123' })).toMatchObject({
      name: 'Website',
      writeKey: 'simulator-default',
      writeKeys: ['simulator-default'],
    });
  });

  test('have no write key when the token may not see them', async () => {
    const { segment } = simulated({}, { workspace: { sources } });
    const source = await segment.getSource({ slug: 'my-workspace', id: 's1' });
    expect(source).not.toHaveProperty('writeKey');
    expect(source.writeKeys).toEqual([]);
  });

  test('are listed from all pages', async () => {
    const { segment, simulator } = simulated({}, { workspace: { sources } });
    const all = await segment.listSources({ slug: 'my-workspace' });
    expect(all.sources.map(({ id }) => id)).toEqual(sources.map(({ id }) => id));
    expect(simulator.requests).toHaveLength(4);
  });

  test('can be iterated page by page', async () => {
    const { segment, simulator } = simulated({}, { workspace: { sources } });
    for await (const { id } of segment.listSources.each({ slug: 'my-workspace' })) if (id === 's210') break;
    expect(simulator.requests).toHaveLength(3);
  });

  test('that do not exist are not found, and the error says where', async () => {
    const { segment } = simulated();
    expect(await errorOf(segment.getSource({ slug: 'my-workspace', id: 'nope' }))).toMatchObject({
      message: "get_source: no source 'nope' in the workspace 'my-workspace'",
    });
    expect(await errorOf(segment.getSource({ slug: 'my-workspace', id: '../users' }))).toMatchObject({
      kind: 'not_found',
      code: 'not_found',
      status: 404,
      message: "get_source: no source '../users' in the workspace 'my-workspace'",
    });
  });
});

describe('the current user', () => {
  test('is the only one there is', async () => {
    const { segment } = simulated();
    expect(await segment.getCurrentUser()).toEqual({
      id: expect.any(String),
      name: 'Jane Doe',
      email: 'jane@example.com',
    });
  });

  test.each(['bob@example.com', 'u2'])('is the one tokenOwner names: %s', async (tokenOwner) => {
    const { segment } = simulated({ tokenOwner }, { workspace: { users } });
    expect(await segment.getCurrentUser({})).toEqual(users[1]);
  });

  test('is unknown among several', async () => {
    const { segment } = simulated({}, { workspace: { users } });
    expect(await errorOf(segment.getCurrentUser())).toMatchObject({
      kind: 'not_found',
      code: 'current_user_unknown',
      message:
        "get_current_user: Segment does not say whose token this is, and the workspace has 2 users; set tokenOwner to the e-mail or id of the token's owner",
    });
  });

  test('is unknown when tokenOwner is nobody', async () => {
    const { segment } = simulated({ tokenOwner: 'eve' });
    expect((await errorOf(segment.getCurrentUser())).message).toBe(
      "get_current_user: the workspace has no user 'eve'; set tokenOwner to the e-mail or id of one of its users",
    );
  });
});

describe('a token', () => {
  test('that is refused is an auth error everywhere', async () => {
    const { segment } = simulated({ apiToken: 'wrong-token' });
    for (const call of [
      segment.getCurrentUser(),
      segment.getWorkspace({ slug: 'x' }),
      segment.request('GET', '/labels'),
    ]) {
      expect(await errorOf(call)).toMatchObject({ kind: 'auth', code: 'unauthorized', status: 401, retryable: false });
    }
    expect((await errorOf(segment.getCurrentUser())).message).toBe(
      'get_current_user: refused (401): The token is not valid; check the API token (apiToken, SEGMENT_API_TOKEN)',
    );
  });

  test('can be verified', async () => {
    const { segment, simulator } = simulated();
    expect(await segment.verifyToken()).toMatchObject({ valid: true, workspace: { slug: 'my-workspace' } });
    expect(await clientOf(simulator, { apiToken: 'wrong' }).verifyToken()).toEqual({ valid: false });
  });
});

describe('request', () => {
  test('reaches the rest of the Public API', async () => {
    const { segment, simulator } = simulated();
    const data = await segment.request<{ users: { id: string }[] }>('GET', '/users', {
      query: { 'pagination.count': 1, absent: undefined },
    });
    expect(data.users).toHaveLength(1);
    expect(simulator.requests[0]).toMatchObject({
      path: '/users?pagination.count=1',
      headers: { accept: 'application/json' },
    });
  });

  test('reads a list page by page', async () => {
    interface Page {
      readonly sources: readonly { readonly id: string }[];
      readonly pagination: { readonly next?: string };
    }
    const { segment } = simulated({}, { workspace: { sources } });
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page: Page = await segment.request<Page>('GET', '/sources', {
        query: { 'pagination.count': 100, 'pagination.cursor': cursor },
      });
      ids.push(...page.sources.map(({ id }) => id));
      cursor = page.pagination.next;
    } while (cursor);
    expect(ids).toEqual(sources.map(({ id }) => id));
  });

  test('repeats a GET after a failure but a POST only when it was refused for its rate', async () => {
    const { segment, simulator } = simulated();
    simulator.inject({ status: 503 });
    await segment.request('GET', '/users');
    expect(simulator.requests).toHaveLength(2);
    simulator.reset();
    simulator.inject({ status: 503, times: Infinity });
    expect(await errorOf(segment.request('POST', '/sources', { body: { slug: 'x' } }))).toMatchObject({
      kind: 'api',
      status: 503,
      retryable: true,
    });
    expect(simulator.requests).toHaveLength(1);
    simulator.reset();
    simulator.inject({ status: 429, headers: { 'retry-after': '0' } });
    expect(await errorOf(segment.request('POST', '/sources', { body: { slug: 'x' } }))).toMatchObject({ status: 422 });
    expect(simulator.requests).toHaveLength(2);
    expect(simulator.requests[1]?.body).toBe('{"slug":"x"}');
  });

  test('ends as a rate limit error when the server keeps refusing', async () => {
    const { segment, simulator } = simulated({ maxRetryMs: 0 });
    simulator.inject({ status: 429, headers: { 'retry-after': '1' } });
    expect(await errorOf(segment.request('GET', '/users'))).toMatchObject({
      kind: 'rate_limit',
      code: 'rate_limited',
      status: 429,
    });
  });

  test.each(['users', '@evil.example.com/', '.evil.example.com/'])(
    'takes no path like %s, which would change the host',
    async (path) => {
      const { segment, simulator } = simulated();
      expect(await errorOf(segment.request('GET', path))).toMatchObject({
        code: 'invalid_input',
        message: `request: bad path '${path}' (a path that starts with / expected)`,
      });
      expect(simulator.requests).toHaveLength(0);
    },
  );

  test('says what is wrong with it', async () => {
    const { segment, simulator } = simulated();
    const body: Record<string, unknown> = {};
    body.self = body;
    expect((await errorOf(segment.request('POST', '/labels', { body }))).message).toBe(
      "request: bad field 'body.self' (JSON value, which cannot be circular expected, got object)",
    );
    expect((await errorOf(segment.request('GET', undefined as never))).message).toBe(
      "request: bad path 'undefined' (a path that starts with / expected)",
    );
    expect(simulator.requests).toHaveLength(0);
    simulator.inject({ status: 503 });
    expect(await errorOf(segment.request('post' as 'POST', '/labels'))).toMatchObject({ status: 503 });
    expect(simulator.requests).toHaveLength(1);
  });

  test('can be aborted', async () => {
    const { segment, simulator } = simulated();
    simulator.inject({ hang: true });
    const abort = new AbortController();
    const call = segment.request('GET', '/users', { signal: abort.signal });
    abort.abort();
    expect(await errorOf(call)).toMatchObject({ kind: 'network', code: 'aborted', retryable: false });
  });
});

test('an input whose getter throws is an error of the input', async () => {
  const input = {
    get slug(): string {
      throw new Error('no slug');
    },
  };
  const { segment, simulator } = simulated();
  expect(await errorOf(segment.getWorkspace(input))).toMatchObject({
    code: 'invalid_input',
    message: 'get_workspace: the input cannot be read: no slug',
  });
  expect(simulator.requests).toHaveLength(0);
});

test.each(['{"data":{}}', '{"data":{"workspace":null}}', 'null', 'not json'])(
  'an answer that is not what is documented is an error: %s',
  async (body) => {
    const { segment, simulator } = simulated();
    simulator.inject({ status: 200, body });
    expect(await errorOf(segment.getWorkspace({ slug: 'x' }))).toMatchObject({
      kind: 'api',
      code: 'api_error',
      operation: 'get_workspace',
    });
  },
);

test('an operation that is not in the table can be called by its definition', async () => {
  const { segment } = simulated();
  const [getWorkspace] = operations.filter((operation) => operation.auth === 'apiToken');
  if (!getWorkspace) throw new Error('there is no such operation');
  const countUsers = {
    ...getWorkspace,
    name: 'count_users',
    *steps() {
      const { users: all } = (yield { request: { path: '/users' } }) as { users: unknown[] };
      return { count: all.length };
    },
  };
  expect(await segment.call(countUsers, { slug: 'x' })).toEqual({ count: 1 });
});

test('regions have their own hosts, and a wrong one is an answer like any other', async () => {
  const seen: string[] = [];
  const eu = createSegment({
    writeKey: 'k',
    apiToken: 't',
    region: 'eu',
    maxRetries: 0,
    onRequest: ({ url }) => void seen.push(url),
    flushAt: 1,
    axios: refusing(),
  });
  await errorOf(eu.track({ event: 'E', userId: 'u' }));
  await errorOf(eu.getCurrentUser());
  const us = createSegment({
    writeKey: 'k',
    apiToken: 't',
    maxRetries: 0,
    onRequest: ({ url }) => void seen.push(url),
    flushAt: 1,
    axios: refusing(),
  });
  await errorOf(us.track({ event: 'E', userId: 'u' }));
  await errorOf(us.getCurrentUser());
  expect(seen).toEqual([
    'https://events.eu1.segmentapis.com/v1/batch',
    'https://eu1.api.segmentapis.com/users?pagination.count=200',
    'https://api.segment.io/v1/batch',
    'https://api.segmentapis.com/users?pagination.count=200',
  ]);
});
