import { expect, test } from '@jest/globals';

import {
  type Account,
  type AccountRegistry,
  choice,
  createAccountRegistry,
  memoryStore,
  Secret,
  secret,
  text,
} from '../src/index.js';

type Same<A, B> = [A, B] extends [B, A] ? true : false;

const fields = {
  writeKey: secret({ required: true }),
  apiToken: secret(),
  region: choice(['us', 'eu']),
  note: text({ required: true }),
};
const registry = createAccountRegistry({
  services: {
    segment: { fields, check: ({ fields: { region, writeKey } }) => `${region ?? 'us'} ${writeKey.reveal()}` },
    other: { fields: { token: secret() }, check: ({ fields: { token } }) => token?.reveal() },
  },
  stores: [
    memoryStore({ segment: { production: { writeKey: 'key', note: 'n' } }, other: { any: { token: 'token' } } }),
  ],
});

test('credentials are typed by the fields of their service, also in its check', async () => {
  const { fields: read, previous } = await registry.get('segment');
  const [summary] = await registry.list('segment');
  const proofs: [
    Same<typeof read.writeKey, Secret>,
    Same<typeof read.apiToken, Secret | undefined>,
    Same<typeof read.region, 'us' | 'eu' | undefined>,
    Same<typeof read.note, string>,
    Same<keyof typeof previous, 'writeKey' | 'apiToken'>,
    Same<keyof NonNullable<typeof summary>['fields'], 'region' | 'note'>,
  ] = [true, true, true, true, true, true];
  expect([read.writeKey.reveal(), Object.keys(previous), summary?.fields, proofs.every(Boolean)]).toEqual([
    'key',
    [],
    { note: 'n' },
    true,
  ]);
  expect(await registry.test('other')).toMatchObject({ ok: true });
});

test('what is given is checked by the compiler too', async () => {
  const mistakes = [
    // @ts-expect-error a choice takes its values alone
    registry.add('segment', 'staging', { region: 'mars' }),
    // @ts-expect-error a field of another service
    registry.add('other', 'staging', { writeKey: 'key' }),
    // @ts-expect-error a service that is not there
    registry.get('segmnet'),
  ];
  for (const mistake of mistakes) await expect(mistake).rejects.toThrow();
});

test('field names that mean something else are refused by the compiler', () => {
  // @ts-expect-error `previous` is where rotated secrets are kept
  createAccountRegistry({ services: { segment: { fields: { previous: text() } } }, stores: [] });
  // @ts-expect-error `SEGMENT_ACCOUNT` is the pointer
  createAccountRegistry({ services: { segment: { fields: { account: text() } } }, stores: [] });
});

test('a registry has a type that can be written down', () => {
  const accept = (given: AccountRegistry<{ readonly segment: { readonly fields: typeof fields } }>): string =>
    Object.keys(given.services).join();
  expect(accept(registry)).toBe('segment,other');
  const show = (account: Account<typeof fields>): string => account.fields.note;
  expect(show({ service: 'segment', name: 'x', fields: { writeKey: new Secret('k'), note: 'n' }, previous: {} })).toBe(
    'n',
  );
});
