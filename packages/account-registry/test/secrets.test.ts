import { format, inspect } from 'node:util';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { encryptedStore } from '../src/encryption.js';
import { createAccountRegistry, isSecret, memoryStore, Secret, secret, text } from '../src/index.js';

const canary = 'canary-4f1d-in-the-mine';

const everywhere: Record<string, (value: unknown) => string> = {
  String: (value) => String(value),
  'a template': (value) => `key ${value as string}`,
  'a sum with text': (value) => 'key ' + (value as string),
  'JSON.stringify': (value) => JSON.stringify({ value }),
  'util.inspect': (value) => inspect(value),
  'util.inspect showing hidden things and proxies, depth 9': (value) =>
    inspect({ value }, { showHidden: true, depth: 9, showProxy: true, getters: true }),
  'util.inspect of a proxy around it': (value) =>
    inspect(new Proxy(value as object, {}), { showHidden: true, showProxy: true, depth: 9 }),
  'util.inspect without custom functions': (value) =>
    inspect(value, { customInspect: false, showHidden: true, depth: 9 }),
  '%s': (value) => format('%s', value),
  '%o': (value) => format('%o', value),
  '%O': (value) => format('%O', value),
  '%j': (value) => format('%j', value),
  'an error message and its stack': (value) => {
    const error = new Error(`refused: ${value as string}`, { cause: value });
    return `${error.message} ${String(error.stack)} ${inspect(error, { showHidden: true, depth: 9 })}`;
  },
  structuredClone: (value) =>
    inspect(structuredClone(value), { showHidden: true, depth: 9 }) + JSON.stringify(structuredClone(value)),
  'its keys and properties': (value) =>
    inspect(Object.getOwnPropertyDescriptors(value as object), { depth: 9 }) + Object.keys(value as object).join(),
};

const services = {
  segment: {
    fields: { writeKey: secret(), apiToken: secret(), note: text() },
    check: () => Promise.reject(new Error(`refused ${canary}`)),
  },
};
const seeded = () =>
  memoryStore({ segment: { production: { writeKey: canary, apiToken: `${canary}-token`, note: 'shown' } } });

describe('a secret shows nothing of itself in', () => {
  test.each(Object.entries(everywhere))('%s', (_where, show) => {
    const shown = show(new Secret(canary));
    expect(shown).not.toContain('canary');
  });

  test('and says what it is instead', () => {
    const value = new Secret(canary);
    expect([String(value), JSON.stringify([value]), inspect({ value }), format('%o', value)]).toEqual([
      '[secret]',
      '["[secret]"]',
      '{ value: [secret] }',
      '[secret]',
    ]);
    expect([value.reveal(), isSecret(value), isSecret(canary)]).toEqual([canary, true, false]);
  });
});

describe('a registry shows nothing of its secrets in', () => {
  test.each(Object.entries(everywhere).filter(([where]) => where !== 'structuredClone'))(
    '%s of anything it hands out',
    async (_where, show) => {
      const registry = createAccountRegistry({ services, stores: [seeded()] });
      const heard: unknown[] = [];
      registry.subscribe((change) => heard.push(change));
      await registry.rotate('segment', 'production', { writeKey: `${canary}-new` });
      const failures = await Promise.all(
        [
          registry.add('segment', 'production', { writeKey: canary }),
          registry.add('segment', 'other', { writeKey: canary, note: 7 as unknown as string }),
          registry.add('segment', 'other', { wrong: canary } as object),
          registry.get('segment', 'absent'),
        ].map((work) => work.catch((error: unknown) => error)),
      );
      expect(failures.every((failure) => failure instanceof Error)).toBe(true);
      const handle = await registry.use('segment', 'production');
      const things = [
        registry,
        await registry.get('segment'),
        await registry.list('segment'),
        await registry.explain('segment'),
        await registry.test('segment'),
        handle,
        heard,
        ...failures,
      ];
      for (const thing of things) expect(show(thing)).not.toContain('canary');
    },
  );

  test('a clone of an account', async () => {
    const registry = createAccountRegistry({ services, stores: [seeded()] });
    expect(inspect(structuredClone(await registry.get('segment')), { showHidden: true, depth: 9 })).not.toContain(
      'canary',
    );
  });

  test('the stores it is made of, encrypted or not', () => {
    const store = encryptedStore(seeded(), { passphrase: canary });
    for (const [where, show] of Object.entries(everywhere))
      if (where !== 'structuredClone') expect(show([store, seeded()])).not.toContain('canary');
  });
});

test('a masked secret shows four characters at most, the last ones, and none of a short one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 64 }), (value) => {
      const masked = new Secret(value).masked();
      expect(masked.startsWith('••••')).toBe(true);
      expect(masked.slice(4)).toBe(value.length < 16 ? '' : value.slice(-4));
    }),
  );
});

test('an error in JSON and in a log has its message, code and data, and no secret', async () => {
  const services = { mail: { fields: { password: secret(), host: text() } } };
  const registry = createAccountRegistry({ services, stores: [memoryStore()] });
  await registry.add('mail', 'work', { password: canary });
  const errors: unknown[] = [];
  const note = (error: unknown): void => void errors.push(error);
  await registry.get('mail', 'home').catch(note);
  await registry.add('mail', 'work', { password: canary }).catch(note);
  await registry.add('mail', 'Wrong Name', { password: canary }).catch(note);
  await registry.update('mail', 'work', { pasword: canary } as never).catch(note);
  expect(errors).toHaveLength(4);
  for (const error of errors as (Error & { code: string })[]) {
    const { message, code } = error;
    for (const held of [JSON.parse(JSON.stringify(error)) as object, Object.fromEntries(Object.entries(error))]) {
      expect(held).toMatchObject({ message, code, service: 'mail' });
      expect(JSON.stringify(held)).not.toContain(canary);
    }
  }
});
