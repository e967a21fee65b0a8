import { describe, expect, test } from '@jest/globals';

import { choice, createAccountRegistry, environmentStore, environmentVariable, secret, text } from '../src/index.js';

const fields = { writeKey: secret(), key: text(), region: choice(['us', 'eu']), owner: text({ env: 'TOKEN_OWNER' }) };
const registryOf = (environment: Record<string, string | undefined>) =>
  createAccountRegistry({
    services: { segment: { fields }, otherService: { fields } },
    stores: [environmentStore(environment)],
  });

describe('environment variables', () => {
  test('without an account are the unnamed one, and with one its own', async () => {
    const registry = registryOf({
      SEGMENT_WRITE_KEY: 'unnamed',
      SEGMENT_PRODUCTION_WRITE_KEY: 'named',
      SEGMENT_PRODUCTION_EU_REGION: 'eu',
    });
    expect(
      (await registry.list('segment')).map(({ name, secrets, fields: shown }) => ({ name, secrets, shown })),
    ).toEqual([
      { name: 'default', secrets: ['writeKey'], shown: {} },
      { name: 'production', secrets: ['writeKey'], shown: {} },
      { name: 'production_eu', secrets: [], shown: { region: 'eu' } },
    ]);
    expect((await registry.get('segment')).fields.writeKey?.reveal()).toBe('unnamed');
  });

  test('that fit two fields mean the longer one', async () => {
    expect((await registryOf({ SEGMENT_WRITE_KEY: 'a' }).get('segment')).fields.key).toBeUndefined();
  });

  test('may end otherwise than the field is called', async () => {
    const { fields: read } = await registryOf({ SEGMENT_LIVE_TOKEN_OWNER: 'me', SEGMENT_LIVE_OWNER: 'nobody' }).get(
      'segment',
      'live',
    );
    expect(read.owner).toBe('me');
    expect(environmentVariable('segment', 'owner', fields.owner, 'live')).toBe('SEGMENT_LIVE_TOKEN_OWNER');
  });

  test('that are empty, or of another service, or no field at all, count as absent', async () => {
    const registry = registryOf({
      SEGMENT_WRITE_KEY: '',
      SEGMENTS_WRITE_KEY: 'x',
      MY_SEGMENT_WRITE_KEY: 'x',
      SEGMENT_ACCOUNT: '',
      SEGMENT_COLOUR: 'red',
      OTHER_SERVICE_WRITE_KEY: 'y',
    });
    expect(await registry.list('segment')).toEqual([]);
    expect((await registry.get('otherService')).fields.writeKey?.reveal()).toBe('y');
  });

  test('are read anew at each call', async () => {
    const environment: Record<string, string> = {};
    const registry = registryOf(environment);
    expect(await registry.list('segment')).toEqual([]);
    environment['SEGMENT_STAGING_WRITE_KEY'] = 's';
    expect(await registry.list('segment')).toHaveLength(1);
  });

  test('with a value the field may not hold are named', async () => {
    await expect(registryOf({ SEGMENT_REGION: 'mars' }).get('segment')).rejects.toThrow(
      "segment: bad field 'region' in SEGMENT_REGION ('us', 'eu' expected, got 'mars')",
    );
  });
});
