import { Script } from 'node:vm';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { type AccountError, createAccountRegistry, isAccountError, memoryStore, secret } from '../src/index.js';

const shape = /^[a-z][a-z0-9_]{0,31}$/;
const luaKeywords = [
  'and',
  'break',
  'do',
  'else',
  'elseif',
  'end',
  'false',
  'for',
  'function',
  'goto',
  'if',
  'in',
  'local',
  'nil',
  'not',
  'or',
  'repeat',
  'return',
  'then',
  'true',
  'until',
  'while',
];

const registryOf = (reserve: readonly string[] = []) =>
  createAccountRegistry({
    services: { segment: { fields: { writeKey: secret() }, reserve } },
    stores: [memoryStore()],
  });

async function refusal(name: string, reserve: readonly string[] = []): Promise<AccountError | undefined> {
  try {
    await registryOf(reserve).add('segment', name, { writeKey: 'key' });
    return undefined;
  } catch (error) {
    if (!isAccountError(error)) throw error;
    return error;
  }
}

/** Whether a script can say it without quotes, in JavaScript; an independent opinion. */
function isIdentifier(name: string): boolean {
  try {
    return new Script(`"use strict"; let ${name};`) instanceof Script;
  } catch {
    return false;
  }
}

const anyName = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.stringMatching(/^[a-z][a-z0-9_]{0,40}$/),
  fc.constantFrom(
    ...luaKeywords,
    'class',
    'let',
    'default',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'track',
  ),
);

describe('names of accounts', () => {
  test('any text is either a name that can be read back, or refused with a rule and a valid variant', async () => {
    await fc.assert(
      fc.asyncProperty(anyName, fc.array(anyName, { maxLength: 5 }), async (name, reserve) => {
        const failure = await refusal(name, reserve);
        if (failure === undefined) {
          expect(name).toMatch(shape);
          expect(luaKeywords).not.toContain(name);
          expect(isIdentifier(name)).toBe(true);
          expect(name in {}).toBe(false);
          expect([...reserve, 'default']).not.toContain(name);
        } else {
          expect(failure).toMatchObject({
            code: 'invalid_name',
            service: 'segment',
            suggestion: expect.stringMatching(shape),
          });
          expect(await refusal(failure.suggestion ?? '', reserve)).toBeUndefined();
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('every name that is accepted keeps its own account among all others', async () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,31}$/), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, async (all) => {
        const registry = registryOf();
        const accepted: string[] = [];
        for (const name of all)
          await registry.add('segment', name, { writeKey: `key of ${name}` }).then(
            () => accepted.push(name),
            () => undefined,
          );
        for (const name of accepted)
          expect((await registry.get('segment', name)).fields.writeKey?.reveal()).toBe(`key of ${name}`);
        expect((await registry.list('segment')).map(({ name }) => name)).toEqual(accepted.sort());
      }),
    );
  });

  test.each([
    ['Production-EU', 'production_eu', /lower-case letter/],
    ['1st', 'account_1st', /lower-case letter/],
    ['', 'account_', /lower-case letter/],
    ['end', 'end_1', /word of Lua or JavaScript/],
    ['class', 'class_1', /word of Lua or JavaScript/],
    ['constructor', 'constructor_1', /word of Lua or JavaScript/],
    ['default', 'default_1', /whichever account is the default/],
    ['track', 'track_1', /function of that name/],
    ['a'.repeat(33), 'a'.repeat(32), /at most 31/],
  ])('%j is refused, and %j offered instead', async (name, suggestion, rule) => {
    expect(await refusal(name, ['track'])).toMatchObject({ suggestion, message: expect.stringMatching(rule) });
  });

  test('every keyword of Lua is refused', async () => {
    for (const keyword of luaKeywords) expect(await refusal(keyword)).toMatchObject({ code: 'invalid_name' });
  });

  test('a new name is checked like a first one', async () => {
    const registry = registryOf(['track']);
    await registry.add('segment', 'production', { writeKey: 'key' });
    await expect(registry.rename('segment', 'production', 'track')).rejects.toMatchObject({
      code: 'invalid_name',
      suggestion: 'track_1',
    });
  });

  test('a stored name that the service has reserved since is warned of once, still read, and renamed', async () => {
    const warnings: string[] = [];
    const registry = createAccountRegistry({
      services: { segment: { fields: { writeKey: secret() }, reserve: ['screen'] } },
      stores: [memoryStore({ segment: { screen: { writeKey: 'key' } } })],
      onWarning: ({ message }) => void warnings.push(message),
    });
    expect(await registry.list('segment')).toMatchObject([
      { name: 'screen', nameFault: 'the service has a function of that name' },
    ]);
    expect((await registry.get('segment', 'screen')).fields.writeKey?.reveal()).toBe('key');
    expect(warnings).toEqual([expect.stringContaining("Rename it: rename('segment', 'screen', 'screen_1')")]);
    await registry.rename('segment', 'screen', 'screen_1');
    expect(await registry.list('segment')).toEqual([
      { name: 'screen_1', isDefault: true, fields: {}, secrets: ['writeKey'] },
    ]);
  });
});
