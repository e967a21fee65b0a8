import { describe, expect, test } from '@jest/globals';

import {
  type AccountChange,
  type AccountSeed,
  choice,
  createAccountRegistry,
  type Environment,
  environmentStore,
  memoryStore,
  secret,
  text,
} from '../src/index.js';

const fields = { writeKey: secret(), apiToken: secret(), region: choice(['us', 'eu']), note: text() };
const dayMs = 86_400_000;

function registryOf(seed: AccountSeed[string] = {}, environment: Environment = {}, now: () => number = Date.now) {
  const stores = [environmentStore(environment), memoryStore({ segment: seed })];
  return createAccountRegistry({ services: { segment: { fields } }, stores, now });
}

describe('which account a call gets', () => {
  const seed = { production: { writeKey: 'p' }, staging: { writeKey: 's' } };

  test('the one it names, before any other', async () => {
    const registry = registryOf(seed, { SEGMENT_ACCOUNT: 'staging' });
    expect(await registry.explain('segment', 'production')).toMatchObject({ name: 'production', chosenBy: 'explicit' });
  });

  test('the one of the surrounding withAccount, through awaits, and not one of a run beside it', async () => {
    const registry = registryOf(seed, { SEGMENT_ACCOUNT: 'production' });
    const inside = async (): Promise<string> => {
      await new Promise(setImmediate);
      return (await registry.get('segment')).name;
    };
    const names = await Promise.all([
      registry.withAccount('segment', 'staging', inside),
      registry.withAccount('segment', 'production', () => registry.withAccount('segment', 'staging', inside)),
      registry.withAccount('segment', 'production', inside),
      inside(),
    ]);
    expect(names).toEqual(['staging', 'staging', 'production', 'production']);
    expect(await registry.withAccount('segment', 'staging', () => registry.explain('segment'))).toMatchObject({
      chosenBy: 'scope',
    });
  });

  test('the one the environment points to, before the one a store points to', async () => {
    const environment: Record<string, string> = { SEGMENT_ACCOUNT: 'staging' };
    const registry = registryOf(seed, environment);
    await registry.setDefault('segment', 'production');
    expect(await registry.explain('segment')).toMatchObject({ name: 'staging', chosenBy: 'environment pointer' });
    delete environment['SEGMENT_ACCOUNT'];
    expect(await registry.explain('segment')).toMatchObject({ name: 'production', chosenBy: 'stored pointer' });
  });

  test('the unnamed one, when nothing points elsewhere', async () => {
    const registry = registryOf(seed, { SEGMENT_WRITE_KEY: 'unnamed' });
    expect(await registry.explain('segment')).toMatchObject({ name: 'default', chosenBy: 'unnamed' });
  });

  test('the only one there is', async () => {
    expect(await registryOf({ staging: { writeKey: 's' } }).explain('segment')).toMatchObject({
      name: 'staging',
      chosenBy: 'sole',
    });
  });

  test('none of several, and never the newest: the error lists them', async () => {
    const registry = registryOf(seed);
    await registry.add('segment', 'newest', { writeKey: 'n' });
    await expect(registry.get('segment')).rejects.toMatchObject({
      code: 'no_default',
      candidates: ['newest', 'production', 'staging'],
    });
    await expect(registryOf().get('segment')).rejects.toMatchObject({
      code: 'no_default',
      message: expect.stringContaining('accounts: none yet'),
    });
  });

  test('default means whichever account is the default', async () => {
    const registry = registryOf(seed);
    await registry.setDefault('segment', 'staging');
    expect((await registry.get('segment', 'default')).name).toBe('staging');
  });

  test('a pointer to an account that is gone is an error, and not another account', async () => {
    const registry = registryOf(seed, { SEGMENT_ACCOUNT: 'gone' });
    await expect(registry.get('segment')).rejects.toMatchObject({
      code: 'unknown_account',
      account: 'gone',
      candidates: ['production', 'staging'],
    });
  });

  test('the pointer follows a renamed account and goes with a removed one', async () => {
    const registry = registryOf(seed);
    await registry.setDefault('segment', 'staging');
    await registry.rename('segment', 'staging', 'preview');
    expect((await registry.get('segment')).name).toBe('preview');
    await registry.remove('segment', 'preview');
    expect(await registry.explain('segment')).toMatchObject({ name: 'production', chosenBy: 'sole' });
  });

  test('use hands out the choice as a value, which sees later changes', async () => {
    const registry = registryOf(seed);
    const staging = await registry.use('segment', 'staging');
    await registry.update('segment', 'staging', { writeKey: 'later' });
    expect((await staging.get()).fields.writeKey?.reveal()).toBe('later');
    expect(await staging.explain()).toMatchObject({ name: 'staging' });
  });

  test('use and withAccount stay with the unnamed account when the pointer moves', async () => {
    const registry = registryOf(seed, { SEGMENT_WRITE_KEY: 'unnamed' });
    const unnamed = await registry.use('segment');
    const names = await registry.withAccount('segment', 'default', async () => {
      await registry.setDefault('segment', 'production');
      return [
        (await unnamed.get()).name,
        (await registry.get('segment')).name,
        (await registry.get('segment', 'default')).name,
      ];
    });
    expect(names).toEqual(['default', 'default', 'production']);
  });
});

describe('layers', () => {
  const environment = {
    SEGMENT_PRODUCTION_API_TOKEN: 'token of the environment',
    SEGMENT_STAGING_WRITE_KEY: 'only there',
  };

  test('are merged field by field, and explain names the store of each without a value', async () => {
    const registry = registryOf({ production: { writeKey: 'p', apiToken: 'overridden', region: 'eu' } }, environment);
    const { fields: merged } = await registry.get('segment', 'production');
    expect([merged.writeKey?.reveal(), merged.apiToken?.reveal(), merged.region]).toEqual([
      'p',
      'token of the environment',
      'eu',
    ]);
    const explanation = await registry.explain('segment', 'production');
    expect(explanation.fields).toEqual([
      { field: 'writeKey', secret: true, store: 'memory', place: 'memory', overridden: [] },
      {
        field: 'apiToken',
        secret: true,
        store: 'environment',
        place: 'SEGMENT_PRODUCTION_API_TOKEN',
        overridden: ['memory'],
      },
      { field: 'region', secret: false, store: 'memory', place: 'memory', overridden: [] },
    ]);
    expect(JSON.stringify(explanation)).not.toMatch(/overridden"?[^[:"]|token of/);
  });

  test('change a field where it is read from, and say which variable a read-only one is in', async () => {
    const registry = registryOf({ production: { writeKey: 'p' } }, environment);
    await registry.update('segment', 'production', { writeKey: 'new', note: 'added' });
    await expect(registry.rotate('segment', 'production', { apiToken: 'x' })).rejects.toMatchObject({
      code: 'read_only',
      message: expect.stringContaining('SEGMENT_PRODUCTION_API_TOKEN'),
    });
    await expect(registry.remove('segment', 'staging')).rejects.toMatchObject({
      code: 'read_only',
      store: 'environment',
    });
    await expect(registry.rename('segment', 'production', 'live')).rejects.toMatchObject({ code: 'read_only' });
  });

  test('take a new account in the last store that can be written, and override it from the first', async () => {
    const [over, base] = [memoryStore({ segment: { production: { note: 'over' } } }), memoryStore()];
    const registry = createAccountRegistry({ services: { segment: { fields } }, stores: [over, base] });
    await registry.add('segment', 'staging', { writeKey: 's' });
    expect((await base.read({ name: 'segment', fields })).accounts.has('staging')).toBe(true);
    await registry.update('segment', 'production', { note: 'changed' });
    expect((await registry.get('segment', 'production')).fields.note).toBe('changed');
  });

  test('without a store that can be written say so', async () => {
    const registry = createAccountRegistry({ services: { segment: { fields } }, stores: [environmentStore({})] });
    await expect(registry.add('segment', 'production', {})).rejects.toMatchObject({ code: 'read_only' });
  });
});

describe('accounts', () => {
  test('are added once', async () => {
    const registry = registryOf({ production: { writeKey: 'p' } });
    await expect(registry.add('segment', 'production', { writeKey: 'q' })).rejects.toMatchObject({
      code: 'account_exists',
    });
    const racing = await Promise.allSettled(
      Array.from({ length: 8 }, () => registry.add('segment', 'same', { writeKey: 'q' })),
    );
    expect(racing.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test.each([
    [{ writekey: 'x' }, "segment: unknown field 'writekey'. Fields: writeKey, apiToken, region, note"],
    [{ writeKey: 7 }, "segment: bad field 'writeKey' (string expected, got number)"],
    [{ writeKey: '' }, "segment: bad field 'writeKey' (string expected, got an empty one)"],
    [{ region: 'mars' }, "segment: bad field 'region' ('us', 'eu' expected, got 'mars')"],
  ])('with bad fields %j are refused by message', async (given, message) => {
    await expect(registryOf().add('segment', 'production', given as object)).rejects.toThrow(message);
  });

  test('of an unknown service, or unknown themselves, are refused by name', async () => {
    await expect(registryOf().get('segmnet' as 'segment')).rejects.toThrow(
      "segmnet: not a service of this registry, which knows 'segment'",
    );
    await expect(registryOf({ production: {} }).get('segment', 'prodution')).rejects.toThrow(
      "segment: no account 'prodution'; accounts: production",
    );
  });

  test('that lack a required field say how to give it', async () => {
    const registry = createAccountRegistry({
      services: { segment: { fields: { writeKey: secret({ required: true }) } } },
      stores: [memoryStore({ segment: { production: {} } })],
    });
    await expect(registry.get('segment')).rejects.toMatchObject({
      code: 'missing_field',
      message: expect.stringContaining('SEGMENT_PRODUCTION_WRITE_KEY'),
    });
    await expect(registry.add('segment', 'staging', {})).rejects.toMatchObject({ code: 'missing_field' });
  });

  test('keep a rotated secret for the overlap and no longer', async () => {
    let now = Date.parse('2030-01-01T00:00:00Z');
    const registry = registryOf({ production: { writeKey: 'old', note: 'n' } }, {}, () => now);
    await registry.rotate('segment', 'production', { writeKey: 'new' });
    const keys = async (): Promise<(string | undefined)[]> => {
      const { fields: current, previous } = await registry.get('segment');
      return [current.writeKey?.reveal(), previous.writeKey?.reveal()];
    };
    expect(await keys()).toEqual(['new', 'old']);
    now += dayMs - 1;
    expect(await keys()).toEqual(['new', 'old']);
    now += 1;
    expect(await keys()).toEqual(['new', undefined]);
    await registry.rotate('segment', 'production', { writeKey: 'newest' }, { overlapMs: 0 });
    expect(await keys()).toEqual(['newest', undefined]);
  });

  test('are tried by the check of their service, whose words are redacted', async () => {
    const registry = createAccountRegistry({
      services: {
        segment: {
          fields,
          check: ({ fields: { writeKey } }) => {
            if (writeKey?.reveal() === 'canary-bad') throw new Error(`401 for ${writeKey.reveal()}`);
            return `hello ${writeKey?.reveal() ?? ''}`;
          },
        },
        untested: { fields },
      },
      stores: [
        memoryStore({
          segment: { good: { writeKey: 'canary-good' }, bad: { writeKey: 'canary-bad' } },
          untested: { any: {} },
        }),
      ],
    });
    expect(await registry.test('segment', 'good')).toEqual({ name: 'good', ok: true, message: 'hello [secret]' });
    expect(await registry.test('segment', 'bad')).toEqual({ name: 'bad', ok: false, message: '401 for [secret]' });
    await expect(registry.test('untested')).rejects.toMatchObject({ code: 'no_check' });
  });
});

test('listeners hear what changed, not to what, until they stop', async () => {
  const registry = registryOf();
  const heard: AccountChange[] = [];
  const stop = registry.subscribe((change) => void heard.push(change));
  await registry.add('segment', 'production', { writeKey: 'canary' });
  await registry.rotate('segment', 'production', { writeKey: 'canary two' });
  await registry.rename('segment', 'production', 'live');
  await registry.remove('segment', 'live');
  stop();
  await registry.add('segment', 'later', { writeKey: 'canary' });
  expect(heard.map(({ name, change }) => `${change} ${name}`)).toEqual([
    'added production',
    'default production',
    'updated production',
    'removed production',
    'added live',
    'default live',
    'removed live',
  ]);
  expect(JSON.stringify(heard)).not.toContain('canary');
});
