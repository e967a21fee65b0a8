import { inspect } from 'node:util';

import { expect, test } from '@jest/globals';

import { createPublicApi, type PublicApi } from '../../src/public-api.js';
import { errorOf } from '../setup.js';

const SECRET = 'hunter2 & co/üñ';

const calls: readonly (readonly [string, (api: PublicApi) => Promise<unknown>])[] = [
  ['write key in a path', (api) => api.removeWriteKeyFromSource({ sourceId: 's', writeKey: SECRET })],
  ['settings', (api) => api.createCredential({ name: 'n', settings: { deep: [{ password: SECRET }] } })],
  [
    'settings in a wrapped body',
    (api) =>
      api.updateSubscriptionForDestination({ destinationId: 'd', id: 'i', input: { settings: { key: SECRET } } }),
  ],
  [
    'settings of a connection',
    (api) =>
      api.updateDestinationForAudience({
        spaceId: 's',
        audienceId: 'a',
        destinationId: 'd',
        connectionSettings: SECRET,
      }),
  ],
  ['code', (api) => api.updateFunction({ functionId: 'f', code: SECRET })],
  [
    'key of a hash',
    (api) =>
      api.updateTransformation({
        transformationId: 't',
        hashPropertiesConfiguration: { algorithm: 'sha256', key: SECRET, paths: [] },
      }),
  ],
];

const everything = (value: unknown): string =>
  inspect(value, { depth: Infinity, showHidden: true }) + JSON.stringify(value);

test.each(calls)('A secret is in no error and no report: %s', async (_, call) => {
  const seen: unknown[] = [];
  const api = createPublicApi({
    apiToken: 'sgp_very_secret_token',
    maxRetries: 0,
    onRequest: (report) => seen.push(report),
    onResponse: (report) => seen.push(report),
    transport: ({ url, body = '', headers }) =>
      Promise.resolve({
        status: 422,
        headers: {},
        body: JSON.stringify({
          errors: [{ message: `bad: ${url} ${SECRET} ${body as string} ${headers.Authorization}` }],
        }),
      }),
  });
  const error = await errorOf(call(api));
  const text = everything(error) + (error.stack ?? '') + everything(seen);
  expect(seen).toHaveLength(2);
  expect(text).toContain('[redacted]');
  for (const secret of [SECRET, encodeURIComponent(SECRET), 'sgp_very_secret_token'])
    expect(text).not.toContain(secret);
});

test.each(calls)('A secret is in no error of a transport: %s', async (_, call) => {
  const api = createPublicApi({
    apiToken: 'sgp_very_secret_token',
    maxRetries: 0,
    transport: ({ url, body = '' }) => Promise.reject(new Error(`cannot fetch ${url} ${body as string} ${SECRET}`)),
  });
  const error = await errorOf(call(api));
  expect(everything(error) + (error.stack ?? '')).not.toContain(SECRET);
  expect(error.message).not.toContain(encodeURIComponent(SECRET));
});
