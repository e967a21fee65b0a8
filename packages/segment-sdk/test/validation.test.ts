import { describe, expect, test } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { errorOf, simulated, thrownBy } from './setup.js';

const refusals: readonly [string, unknown, string][] = [
  ['track', { event: 'E' }, "track: missing field 'userId' (string expected; or give anonymousId)"],
  ['track', { userId: 'u' }, "track: missing field 'event' (string expected)"],
  ['track', { event: 'E', userId: 42 }, "track: bad field 'userId' (string expected, got number)"],
  ['track', { event: 'E', userId: null }, "track: bad field 'userId' (string expected, got null)"],
  ['track', { event: '', userId: 'u' }, "track: bad field 'event' (non-empty string expected, got an empty string)"],
  ['track', { event: 'E', userId: '' }, "track: bad field 'userId' (non-empty string expected, got an empty string)"],
  ['track', { event: 'E', userid: 'u' }, "track: unknown field 'userid'. Did you mean: userId"],
  ['track', { event: 'E', user_id: 'u' }, "track: unknown field 'user_id'. Did you mean: userId"],
  [
    'group',
    { zzz: 1 },
    "group: unknown field 'zzz'. Available: groupId, userId, traits, anonymousId, timestamp, messageId, context, integrations",
  ],
  ['get_current_user', { slug: 'x' }, "get_current_user: unknown field 'slug'. It takes no fields"],
  ['track', { event: 'E', userId: 'u', properties: [] }, "track: bad field 'properties' (object expected, got array)"],
  [
    'track',
    { event: 'E', userId: 'u', properties: 'x' },
    "track: bad field 'properties' (object expected, got string)",
  ],
  [
    'track',
    { event: 'E', userId: 'u', timestamp: 'yesterday' },
    'track: bad field \'timestamp\' (ISO 8601 date and time like "2026-04-05T12:00:00Z" expected, got "yesterday")',
  ],
  [
    'track',
    { event: 'E', userId: 'u', timestamp: '2026-13-05T12:00:00Z' },
    'track: bad field \'timestamp\' (ISO 8601 date and time like "2026-04-05T12:00:00Z" expected, got "2026-13-05T12:00:00Z")',
  ],
  [
    'track',
    { event: 'E', userId: 'u', timestamp: '2026-02-30T12:00:00Z' },
    'track: bad field \'timestamp\' (ISO 8601 date and time like "2026-04-05T12:00:00Z" expected, got "2026-02-30T12:00:00Z")',
  ],
  [
    'track',
    { event: 'E', userId: 'u', timestamp: new Date(Number.NaN) },
    'track: bad field \'timestamp\' (ISO 8601 date and time like "2026-04-05T12:00:00Z" expected, got an invalid Date)',
  ],
  [
    'track',
    { event: 'E', userId: 'u', messageId: 'm'.repeat(100) },
    "track: bad field 'messageId' (at most 99 characters expected, got 100)",
  ],
  ['alias', { userId: 'u', anonymousId: 'a' }, "alias: missing field 'previousId' (string expected)"],
  ['alias', { previousId: 'u', anonymousId: 'a' }, "alias: missing field 'userId' (string expected)"],
  ['track', 'text', 'track: an object with fields expected, got string'],
  ['get_source', { slug: 'x' }, "get_source: missing field 'id' (string expected)"],
];

describe('a bad call names the operation, the field, what was expected and what was given', () => {
  test.each(refusals)('%s %j', async (name, input, message) => {
    const { segment, simulator } = simulated();
    const error = await errorOf(segment.call(name, input));
    expect(error.message).toBe(message);
    expect(error).toMatchObject({
      name: 'SegmentError',
      kind: 'validation',
      code: 'invalid_input',
      operation: name,
      retryable: false,
    });
    expect(simulator.requests).toHaveLength(0);
  });

  test.each(refusals)(
    'and the error of %s %j has the field and the suggestion as data',
    async (name, input, message) => {
      const { segment } = simulated();
      const error = await errorOf(segment.call(name, input));
      const [, field] = / field '([^']+)'/.exec(message) ?? [];
      const [, suggestion] = /Did you mean: (\w+)$/.exec(message) ?? [];
      expect({ field: error.field, suggestion: error.suggestion }).toEqual({ field, suggestion });
      expect(Object.keys(error).includes('suggestion')).toBe(suggestion !== undefined);
    },
  );

  test('what is nested is named by its path', async () => {
    const { segment } = simulated();
    const properties = { list: [{ price: 1n }] };
    expect(await errorOf(segment.track({ event: 'E', userId: 'u', properties }))).toMatchObject({
      field: 'properties.list[0].price',
    });
    expect(await errorOf(segment.request('POST', '/labels', { body: { at: [Number.NaN] } }))).toMatchObject({
      field: 'body.at[0]',
    });
  });

  test('an option is named in the same way', () => {
    expect(thrownBy(() => createSegment({ flushAt: 0 }))).toMatchObject({ code: 'invalid_option', field: 'flushAt' });
    expect(thrownBy(() => createSegment({ writekey: 'k' } as object))).toMatchObject({
      code: 'invalid_option',
      field: 'writekey',
      suggestion: 'writeKey',
    });
  });

  test('an unknown operation gets a suggestion', async () => {
    const { segment } = simulated();
    expect(await errorOf(segment.call('trakc', {}))).toMatchObject({
      code: 'unknown_operation',
      message: "call: unknown operation 'trakc'. Did you mean: track",
    });
    expect(thrownBy(() => segment.enqueue('get_source', {}))).toMatchObject({ code: 'unknown_operation' });
  });

  test('a userId is not needed beside an anonymousId', async () => {
    const { segment, simulator } = simulated();
    await segment.track({ event: 'E', anonymousId: 'a' });
    expect(simulator.events[0]).toMatchObject({ anonymousId: 'a', event: 'E' });
  });

  test('fields given as undefined count as absent', async () => {
    const { segment, simulator } = simulated();
    await segment.track({
      event: 'E',
      userId: 'u',
      properties: undefined,
      timestamp: undefined,
      messageId: undefined,
      context: undefined,
    });
    expect(Object.keys(simulator.events[0]?.body ?? {}).sort()).toEqual([
      'context',
      'event',
      'messageId',
      'properties',
      'timestamp',
      'type',
      'userId',
    ]);
  });
});

describe('a missing credential names the option and the environment variable, at the call', () => {
  test('write key', async () => {
    const segment = createSegment();
    expect(await errorOf(segment.track({ event: 'E', userId: 'u' }))).toMatchObject({
      kind: 'auth',
      code: 'missing_write_key',
      message: 'track: no write key; give writeKey, or set SEGMENT_WRITE_KEY',
    });
  });

  test('API token', async () => {
    const segment = createSegment();
    expect(await errorOf(segment.getWorkspace({ slug: 'x' }))).toMatchObject({
      kind: 'auth',
      code: 'missing_api_token',
      message: 'get_workspace: no API token; give apiToken, or set SEGMENT_API_TOKEN',
    });
  });
});

describe('a bad option is named when the client is made', () => {
  test.each([
    [{ region: 'asia' }, "createSegment: bad option 'region' ('us' or 'eu' expected, got string)"],
    [{ flushAt: 0 }, "createSegment: bad option 'flushAt' (integer of at least 1 expected, got 0)"],
    [
      { maxQueueBytes: Number.NaN },
      "createSegment: bad option 'maxQueueBytes' (integer of at least 1 expected, got NaN)",
    ],
    [{ timeoutMs: '5' }, "createSegment: bad option 'timeoutMs' (integer of at least 1 expected, got string)"],
  ])('%j', (options, message) => {
    expect(thrownBy(() => createSegment(options as never))).toMatchObject({ code: 'invalid_option', message });
  });

  test('a URL with credentials is not repeated', () => {
    const error = thrownBy(() => createSegment({ trackingUrl: 'https://user:secret@proxy.example.com' }));
    expect(error.message).toContain("bad option 'trackingUrl' (origin without credentials");
    expect(error.message).not.toContain('secret');
  });
});

test.each([
  [{ flushAtt: 5 }, "createSegment: unknown option 'flushAtt'. Did you mean: flushAt"],
  [{ write_key: 'k' }, "createSegment: unknown option 'write_key'. Did you mean: writeKey"],
  [
    { writeKey: 'key\n' },
    "createSegment: bad option 'writeKey' (key without blanks and line ends expected, got one at character 4 of 4)",
  ],
  [
    { apiToken: ' token' },
    "createSegment: bad option 'apiToken' (key without blanks and line ends expected, got one at character 1 of 6)",
  ],
  [
    { writeKey: 'a\u0000b' },
    "createSegment: bad option 'writeKey' (key without blanks and line ends expected, got one at character 2 of 3)",
  ],
  [
    { writeKey: 'a\u00a0b' },
    "createSegment: bad option 'writeKey' (key without blanks and line ends expected, got one at character 2 of 3)",
  ],
  [{ writeKey: 42 }, "createSegment: bad option 'writeKey' (text expected, got number)"],
])('options that would be ignored, or lose everything, are refused: %j', (options, message) => {
  const error = thrownBy(() => createSegment(options as never));
  expect(error).toMatchObject({ code: 'invalid_option', message });
});
