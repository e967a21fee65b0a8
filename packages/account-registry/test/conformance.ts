import { encryptedStore } from '../src/encryption.js';
import {
  type AccountStore,
  choice,
  createAccountRegistry,
  secret,
  type StoredService,
  text,
  type WritableStore,
} from '../src/index.js';

/** Somewhere accounts can be kept, fresh for each case. */
export interface Place<S extends AccountStore = WritableStore> {
  /** A store on this place; each call makes another one, as another process would. */
  open(): S;
}

/** One thing every store does. It runs where the store lives: in Node, in a child process, in a browser. */
export interface Case<S extends AccountStore = WritableStore> {
  readonly name: string;
  readonly run: (place: Place<S>) => Promise<void>;
}

const fields = { writeKey: secret(), apiToken: secret(), region: choice(['us', 'eu']), note: text() };
export const schema = { name: 'segment', fields };
const other = { name: 'other', fields };

/** What a place that is read-only must have been given before. */
export const seed = {
  pointer: 'production',
  accounts: {
    production: { writeKey: 'key-of-production', region: 'eu' },
    staging: { writeKey: 'key-of-staging', note: 'two words' },
  },
};

/** Fails unless two values are alike as data. */
function same(actual: unknown, expected: unknown): void {
  const [left, right] = [actual, expected].map((value) => JSON.stringify(value));
  if (left !== right) throw new Error(`expected ${right ?? 'undefined'}, got ${left ?? 'undefined'}`);
}

const account = (values: Record<string, string>) => ({ fields: new Map(Object.entries(values)), previous: new Map() });

async function plain({
  accounts,
  default: pointer,
  open,
}: StoredService): Promise<{ pointer: string | undefined; accounts: Record<string, unknown> }> {
  const read: Record<string, unknown> = {};
  for (const [name, { fields: stored }] of [...accounts].sort(([a], [b]) => a.localeCompare(b))) {
    const values = await Promise.all(
      [...stored].map(
        async ([field, kept]) =>
          [field, (await open?.(kept, { account: name, field, age: 'current' })) ?? kept] as const,
      ),
    );
    read[name] = Object.fromEntries(values.sort());
  }
  return { pointer, accounts: read };
}

const put = (store: WritableStore, name: string, values: Record<string, string>) =>
  store.update(schema, (current) => ({ ...current, accounts: new Map(current.accounts).set(name, account(values)) }));

const awkward = {
  quotes: `"'\`\\`,
  lines: 'one\ntwo\r\nthree\ttab',
  spaces: '  around  ',
  unicode: 'žluťoučký 🐎 \u2028',
  looksLikeJson: '{"a":null}',
  looksLikeNumber: '0123',
  looksLikeWord: 'null',
  dollar: '$HOME %s ${x}',
};

/** What a store that is only read does. */
export const readingCases: readonly Case<AccountStore>[] = [
  {
    name: 'reads accounts field by field, and the pointer',
    run: async (place) => {
      same(await plain(await place.open().read(schema)), {
        pointer: seed.pointer,
        accounts: {
          production: { region: 'eu', writeKey: 'key-of-production' },
          staging: { note: 'two words', writeKey: 'key-of-staging' },
        },
      });
    },
  },
  {
    name: 'holds nothing for a service it has never heard of',
    run: async (place) => {
      same(await plain(await place.open().read(other)), { accounts: {} });
    },
  },
  {
    name: 'says where it keeps a value, never the value',
    run: async (place) => {
      const store = place.open();
      const where = store.locate?.(schema, 'production', 'writeKey') ?? store.name;
      if (where === '' || where.includes('key-of-production')) throw new Error(`bad place: ${where}`);
      await Promise.resolve();
    },
  },
];

/** What a store that takes changes does besides. */
export const writingCases: readonly Case[] = [
  {
    name: 'starts empty',
    run: async (place) => {
      same(await plain(await place.open().read(schema)), { accounts: {} });
    },
  },
  {
    name: 'keeps values of any characters for the next process',
    run: async (place) => {
      await put(place.open(), 'production', awkward);
      same(
        (await plain(await place.open().read(schema))).accounts['production'],
        Object.fromEntries(Object.entries(awkward).sort()),
      );
    },
  },
  {
    name: 'keeps services apart',
    run: async (place) => {
      await put(place.open(), 'production', { writeKey: 'a' });
      same(await plain(await place.open().read(other)), { accounts: {} });
    },
  },
  {
    name: 'sets, moves and clears the pointer',
    run: async (place) => {
      const store = place.open();
      await put(store, 'production', { writeKey: 'a' });
      for (const pointer of ['production', 'staging', undefined]) {
        await store.update(schema, (current) => ({ ...current, default: pointer }));
        same((await place.open().read(schema)).default, pointer);
      }
    },
  },
  {
    name: 'removes a field and an account',
    run: async (place) => {
      await put(place.open(), 'production', { writeKey: 'a', region: 'eu' });
      await put(place.open(), 'staging', { writeKey: 'b' });
      await put(place.open(), 'production', { writeKey: 'a' });
      await place.open().update(schema, (current) => ({
        ...current,
        accounts: new Map([...current.accounts].filter(([name]) => name !== 'staging')),
      }));
      same(await plain(await place.open().read(schema)), { accounts: { production: { writeKey: 'a' } } });
    },
  },
  {
    name: 'keeps rotated values with their end',
    run: async (place) => {
      const until = '2030-01-02T03:04:05.000Z';
      await place.open().update(schema, (current) => ({
        ...current,
        accounts: new Map([
          [
            'production',
            { ...account({ writeKey: 'new' }), previous: new Map([['writeKey', { value: 'old', until }]]) },
          ],
        ]),
      }));
      const { accounts, open } = await place.open().read(schema);
      const { value = '', until: end } = accounts.get('production')?.previous.get('writeKey') ?? {};
      same(
        [(await open?.(value, { account: 'production', field: 'writeKey', age: 'previous' })) ?? value, end],
        ['old', until],
      );
    },
  },
  {
    name: 'keeps fields it has never heard of when others change',
    run: async (place) => {
      await put(place.open(), 'production', { fieldOfALaterVersion: 'kept' });
      const registry = createAccountRegistry({ services: { segment: { fields } }, stores: [place.open()] });
      await registry.update('segment', 'production', { writeKey: 'a' });
      await registry.rename('segment', 'production', 'live');
      same((await plain(await place.open().read(schema))).accounts['live'], {
        fieldOfALaterVersion: 'kept',
        writeKey: 'a',
      });
    },
  },
  {
    name: 'changes nothing when an edit throws, passes its error on, and takes the next one',
    run: async (place) => {
      const store = place.open();
      await put(store, 'production', { writeKey: 'a' });
      const failure: unknown = await store
        .update(schema, () => Promise.reject(new RangeError('no')))
        .catch((error: unknown) => error);
      same(String(failure), 'RangeError: no');
      await put(store, 'staging', { writeKey: 'b' });
      same(Object.keys((await plain(await place.open().read(schema))).accounts), ['production', 'staging']);
    },
  },
  {
    name: 'loses none of the accounts that two writers add at once',
    run: async (place) => {
      const writers = [place.open(), place.open()];
      await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          put(writers[n % 2] ?? place.open(), `account_${n}`, { writeKey: `key ${n}` }),
        ),
      );
      same((await place.open().read(schema)).accounts.size, 12);
    },
  },
  {
    name: 'tells another process of changes, where it can tell',
    run: async (place) => {
      const reader = place.open();
      if (reader.watch === undefined) return;
      let stop = (): void => undefined;
      const told = new Promise<void>((resolve) => {
        stop =
          reader.watch?.(
            () =>
              void reader.read(schema).then(({ accounts }) => {
                if (accounts.has('production')) resolve();
              }),
          ) ?? stop;
      });
      await put(place.open(), 'production', { writeKey: 'a' });
      await told;
      stop();
    },
  },
  {
    name: 'serves a registry: add, get, list, rotate, rename, setDefault, explain, remove',
    run: async (place) => {
      const registry = createAccountRegistry({ services: { segment: { fields } }, stores: [place.open()] });
      await registry.add('segment', 'production', { writeKey: 'first', region: 'eu' });
      await registry.add('segment', 'staging', { writeKey: 'second' });
      await registry.setDefault('segment', 'production');
      await registry.rotate('segment', 'production', { writeKey: 'third' });
      await registry.rename('segment', 'production', 'live');
      const live = await registry.get('segment');
      same(
        [live.name, live.fields.writeKey?.reveal(), live.previous.writeKey?.reveal(), live.fields.region],
        ['live', 'third', 'first', 'eu'],
      );
      same(
        (await registry.explain('segment')).fields.map(({ field }) => field),
        ['writeKey', 'region'],
      );
      await registry.remove('segment', 'live');
      same(
        (await registry.list('segment')).map(({ name }) => name),
        ['staging'],
      );
    },
  },
];

/** What a store does for `encryptedStore`. */
export const encryptionCases: readonly Case[] = [
  {
    name: 'carries encrypted secrets, whose plain text it never sees',
    run: async (place) => {
      const key = new Uint8Array(32).fill(7);
      const open = () =>
        createAccountRegistry({ services: { segment: { fields } }, stores: [encryptedStore(place.open(), { key })] });
      await open().add('segment', 'production', { writeKey: 'canary-in-the-mine', region: 'eu' });
      await open().rotate('segment', 'production', { writeKey: 'canary-of-today' });
      await open().rename('segment', 'production', 'live');
      const { fields: read, previous } = await open().get('segment', 'live');
      same(
        [read.writeKey?.reveal(), previous.writeKey?.reveal(), read.region],
        ['canary-of-today', 'canary-in-the-mine', 'eu'],
      );
      const [kept] = [...(await place.open().read(schema)).accounts.values()];
      const texts = [
        ...(kept?.fields.values() ?? []),
        ...[...(kept?.previous.values() ?? [])].map(({ value }) => value),
      ];
      same(
        texts.some((value) => JSON.stringify(value).includes('canary')),
        false,
      );
    },
  },
];

/** Puts the seed into a place. */
export async function plant(place: Place): Promise<void> {
  for (const [name, values] of Object.entries(seed.accounts)) await put(place.open(), name, values);
  await place.open().update(schema, (current) => ({ ...current, default: seed.pointer }));
}
