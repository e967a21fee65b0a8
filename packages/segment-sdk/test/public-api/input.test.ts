import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createPublicApi } from '../../src/public-api.js';
import { errorOf, thrownBy } from '../setup.js';

const api = createPublicApi({
  apiToken: 'sgp_token',
  transport: () => Promise.reject(new Error('nothing may be sent')),
  maxRetries: 0,
});

const refusal = async (name: string, input: unknown): Promise<string> => {
  const { message, code } = await errorOf(api.call(name as never, input as never));
  expect(code).toBe('invalid_input');
  return message;
};

describe('An input is refused before anything is sent', () => {
  test.each([
    ['get_destination', {}, "missing field 'destinationId' (string expected)"],
    ['get_destination', { destinationId: 7 }, "bad field 'destinationId' (string expected, got number)"],
    ['get_destination', { destinationID: 'd' }, "unknown field 'destinationID'. Did you mean: destinationId"],
    ['get_destination', 'd', 'an object with fields expected, got string'],
    ['list_labels', { page: 1 }, "unknown field 'page'. It takes no fields"],
    [
      'create_tracking_plan',
      { name: 'a', type: 'live' },
      `bad field 'type' ("ENGAGE" or "LIVE" or "PROPERTY_LIBRARY" or "RULE_LIBRARY" or "TEMPLATE" expected, got "live")`,
    ],
    [
      'update_rules_in_tracking_plan',
      { trackingPlanId: 'tp', rules: [{ type: 'TRACK', jsonSchema: {}, version: 1, Key: 'a' }] },
      "unknown field 'rules[0].Key'. Did you mean: key",
    ],
    [
      'update_rules_in_tracking_plan',
      { trackingPlanId: 'tp', rules: [{ type: 'TRACK', jsonSchema: {} }] },
      "missing field 'rules[0].version' (number expected)",
    ],
    [
      'replace_users_in_user_group',
      { userGroupId: 'g', emails: 'a@b.c' },
      "bad field 'emails' (array expected, got string)",
    ],
    [
      'replace_users_in_user_group',
      { userGroupId: 'g', emails: [1] },
      "bad field 'emails[0]' (string expected, got number)",
    ],
    ['update_destination', { destinationId: 'd', enabled: null }, "bad field 'enabled' (boolean expected, got null)"],
    [
      'update_destination',
      { destinationId: 'd', settings: { f: () => 1 } },
      "bad field 'settings.f' (JSON value expected, got function)",
    ],
    [
      'add_audience_schedule_to_audience',
      { spaceId: 's', id: 'a', strategy: 'SPECIFIC_DAYS', config: { days: [1], hours: [2] } },
      "missing field 'config.timezone' (string expected)",
    ],
    [
      'list_sources',
      { pagination: { count: 1001 } },
      "bad field 'pagination.count' (integer from 1 to 1000 expected, got 1001)",
    ],
    [
      'list_sources',
      { pagination: { count: 0 } },
      "bad field 'pagination.count' (integer from 1 to 1000 expected, got 0)",
    ],
    [
      'list_audiences',
      { spaceId: 's', pagination: { count: 201 } },
      "bad field 'pagination.count' (integer from 1 to 200 expected, got 201)",
    ],
    [
      'list_filters_for_space',
      { integrationId: 's', pagination: { count: 11 } },
      "bad field 'pagination.count' (integer from 1 to 10 expected, got 11)",
    ],
    [
      'list_reverse_etl_sync_statuses',
      { modelId: 'm', subscriptionId: 's', count: 101 },
      "bad field 'count' (integer from 1 to 100 expected, got 101)",
    ],
    ['delete_users', { userIds: [] }, "bad field 'userIds' (non-empty array expected, got none)"],
    ['delete_users', { userIds: [' '] }, "bad field 'userIds' (non-empty string expected, got string)"],
    [
      'remove_source_from_tracking_plan',
      { trackingPlanId: 't', sourceId: '' },
      "bad field 'sourceId' (non-empty string expected, got an empty string)",
    ],
  ])('%s %j', async (name, input, reason) => {
    expect(await refusal(name, input)).toContain(reason);
  });

  test.each(['', '.', '..', ' ', ' .. '])('an id of %j, which would name another resource', async (id) => {
    expect(await refusal('delete_source', { sourceId: id })).toContain("bad field 'sourceId' (id expected");
    expect(await refusal('get_label' in api ? 'get_label' : 'delete_label', { key: 'k', value: id })).toContain(
      "'value'",
    );
  });

  test('an id that is half a character, or too long', async () => {
    expect(await refusal('get_source', { sourceId: '\ud800' })).toContain('well-formed text expected');
    expect(await refusal('get_source', { sourceId: 'a'.repeat(256) })).toContain('at most 255 characters expected');
  });

  test('whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (value) => {
        const error = await errorOf(api.createInvites({ invites: value } as never));
        return error.code === 'invalid_input' || (Array.isArray(value) && value.length === 0);
      }),
      { numRuns: 200 },
    );
  });
});

test('An id stays within its place in the path, whatever it is', async () => {
  const urls: string[] = [];
  const recording = createPublicApi({
    apiToken: 't',
    transport: ({ url }) => {
      urls.push(url);
      return Promise.resolve({ status: 200, headers: {}, body: '{}' });
    },
  });
  await fc.assert(
    fc.asyncProperty(fc.string({ minLength: 1, maxLength: 80, unit: 'binary' }), async (sourceId) => {
      urls.length = 0;
      await recording.deleteSource({ sourceId }).catch(() => undefined);
      const { pathname, search } = new URL(urls[0] ?? 'https://api.segmentapis.com/sources/none');
      return search === '' && /^\/sources\/[^/]+$/.test(pathname);
    }),
  );
});

test('Options are checked', () => {
  expect(thrownBy(() => createPublicApi({ region: 'mars' as never })).message).toBe(
    "createPublicApi: bad option 'region' ('us' or 'eu' expected, got string)",
  );
  expect(thrownBy(() => createPublicApi({ token: 't' } as never)).message).toContain(
    "createPublicApi: unknown option 'token'",
  );
  expect(thrownBy(() => createPublicApi({ apiToken: 'sgp_token\n' })).code).toBe('invalid_option');
  expect(thrownBy(() => createPublicApi({ timeoutMs: 0 })).code).toBe('invalid_option');
  expect(thrownBy(() => createPublicApi({ publicApiUrl: 'https://u:p@host' })).code).toBe('invalid_option');
});

test('A call by a name that does not exist suggests one that does', async () => {
  const error = await errorOf(api.call('list_destination' as never));
  expect(error.code).toBe('unknown_operation');
  expect(error.message).toContain('Did you mean: list_destinations');
});

test('A call without a token says which option it lacks', async () => {
  const error = await errorOf(createPublicApi().listSources());
  expect(error.code).toBe('missing_api_token');
  expect(error.message).toContain('apiToken');
});
