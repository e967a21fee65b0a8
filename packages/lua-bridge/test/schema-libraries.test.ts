import { describe, expect, test } from '@jest/globals';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';

import { createLua, schemaFunction, type StandardSchema } from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

interface Track {
  userId: string;
  event: string;
  count?: number | undefined;
  kind?: 'a' | 'b' | undefined;
  either?: string | number | undefined;
  traits?: { email: string; tags: string[] } | undefined;
  flag: boolean;
}

type TrackSchema = StandardSchema<Omit<Track, 'flag'> & { flag?: boolean | undefined }, Track>;

const tracks: readonly [string, TrackSchema][] = [
  [
    'zod',
    z.strictObject({
      userId: z.string(),
      event: z.string().min(1),
      count: z.int().optional(),
      kind: z.enum(['a', 'b']).optional(),
      either: z.union([z.string(), z.number()]).optional(),
      traits: z.strictObject({ email: z.string(), tags: z.array(z.string()) }).optional(),
      flag: z.boolean().default(true),
    }),
  ],
  [
    'valibot',
    v.strictObject({
      userId: v.string(),
      event: v.pipe(v.string(), v.minLength(1)),
      count: v.optional(v.pipe(v.number(), v.integer())),
      kind: v.optional(v.picklist(['a', 'b'])),
      either: v.optional(v.union([v.string(), v.number()])),
      traits: v.optional(v.strictObject({ email: v.string(), tags: v.array(v.string()) })),
      flag: v.optional(v.boolean(), true),
    }),
  ],
  [
    'arktype',
    type({
      '+': 'reject',
      userId: 'string',
      event: 'string > 0',
      'count?': 'number.integer',
      'kind?': "'a' | 'b'",
      'either?': 'string | number',
      'traits?': { '+': 'reject', email: 'string', tags: 'string[]' },
      flag: 'boolean = true',
    }),
  ],
];

describe.each(tracks)('a function with a schema of %s', (library, input) => {
  const lua = createLua().set(
    'app.track',
    schemaFunction({ input, params: ['userId', 'event', 'count'] }, (track) => track),
  );
  const message = async (call: string): Promise<string> => {
    const error = errorOf(await lua.run(call));
    expect(error.code).toBe('invalid_input');
    return error.message.replace('script.lua:1: ', '');
  };

  test('takes fields by name and by position, and fills in defaults', async () => {
    const whole = { userId: 'u', event: 'e', flag: true };
    expect(
      valuesOf(
        await lua.run('return app.track("u", "e"), app.track({userId = "u", event = "e"}), app.track("u", "e", 3)'),
      ),
    ).toEqual([whole, whole, { ...whole, count: 3 }]);
    expect(
      valuesOf(
        await lua.run('return app.track({userId = "u", event = "e", flag = false, kind = "b", either = 2}).flag'),
      ),
    ).toEqual([false]);
  });

  test('says of a field what was expected and what came', async () => {
    expect(await message('app.track({userId = 5, event = "e"})')).toBe(
      "track: bad field 'userId' (string expected, got number)",
    );
    expect(await message('app.track({userId = {"a"}, event = "e"})')).toBe(
      "track: bad field 'userId' (string expected, got list)",
    );
    expect(await message('app.track({userId = json.null, event = "e"})')).toBe(
      "track: bad field 'userId' (string expected, got null)",
    );
    expect(await message('app.track("u", true)')).toBe("track: bad field 'event' (string expected, got boolean)");
    expect(await message('app.track("u", "e", "three")')).toMatch(
      /^track: bad field 'count' \((integer|number) expected, got string\)$/,
    );
  });

  test('says what values a field may have', async () => {
    expect(await message('app.track({userId = "u", event = "e", kind = "c"})')).toBe(
      "track: bad field 'kind' ('a' or 'b' expected, got 'c')",
    );
    expect(await message('app.track({userId = "u", event = "e", either = true})')).toMatch(
      /^track: bad field 'either' \((string or number|number or string) expected, got boolean\)$/,
    );
    expect(await message('app.track("u", "e", 1.5)')).toMatch(/^track: bad field 'count' \(.*1\.5\)$/);
    expect(await message('app.track("u", "")')).toMatch(/^track: bad field 'event' \(.+\)$/);
  });

  test('names fields inside fields, and items of lists as Lua counts them', async () => {
    expect(await message('app.track({userId = "u", event = "e", traits = {email = 1, tags = {"t"}}})')).toBe(
      "track: bad field 'traits.email' (string expected, got number)",
    );
    expect(await message('app.track({userId = "u", event = "e", traits = {email = "x", tags = {"t", 5}}})')).toBe(
      "track: bad field 'traits.tags[2]' (string expected, got number)",
    );
    expect(await message('app.track({userId = "u", event = "e", traits = 1})')).toBe(
      "track: bad field 'traits' (table expected, got number)",
    );
  });

  test('names a missing field', async () => {
    // valibot does not tell the type.
    const type = library === 'valibot' ? '' : ' (string expected)';
    expect(await message('app.track({event = "e"})')).toBe(`track: missing field 'userId'${type}`);
    expect(await message('app.track()')).toMatch(/^track: missing field '(userId|event)'/);
    expect(await message('app.track({userId = "u", event = "e", traits = {tags = {}}})')).toBe(
      `track: missing field 'traits.email'${type}`,
    );
  });

  test('names an unknown field, and the one that was meant', async () => {
    expect(await message('app.track({userid = "u", event = "e"})')).toBe(
      "track: unknown field 'userid'. Did you mean: userId",
    );
    expect(await message('app.track({userId = "u", event = "e", traits = {emial = "x", tags = {}}})')).toBe(
      "track: unknown field 'traits.emial'. Did you mean: email",
    );
    expect(await message('app.track({userId = "u", event = "e", traits = {email = "x", tags = {}, more = 1}})')).toBe(
      "track: unknown field 'traits.more'",
    );
  });

  test('refuses what is no table of fields, and arguments too many', async () => {
    const only = createLua().set(
      'track',
      schemaFunction({ input }, (track) => track),
    );
    expect(errorOf(await only.run('track("u")')).message).toBe('script.lua:1: track: table expected, got string');
    expect(errorOf(await only.run('track({}, 2)')).message).toBe(
      'script.lua:1: track: too many arguments (1 expected, got 2)',
    );
    expect(await message('app.track("u", "e", 1, 2)')).toBe('track: too many arguments (3 expected, got 4)');
  });

  test('takes an empty table for a list where the schema wants one', async () => {
    expect(
      valuesOf(
        await lua.run('return app.track({userId = "u", event = "e", traits = {email = "x", tags = {}}}).traits'),
      ),
    ).toEqual([{ email: 'x', tags: [] }]);
  });
});

type Doubled = StandardSchema<{ n: number }, { n: number }>;
const fits = async (n: number): Promise<boolean> => later(1, n < 10);

/* arktype has no asynchronous validation. */
const asynchronous: readonly [string, Doubled][] = [
  [
    'zod',
    z.object({
      n: z
        .number()
        .refine(fits, 'must be small')
        .transform((n) => n * 2),
    }),
  ],
  [
    'valibot',
    v.objectAsync({
      n: v.pipeAsync(
        v.number(),
        v.checkAsync(fits, 'must be small'),
        v.transform((n) => n * 2),
      ),
    }),
  ],
];

test.each(asynchronous)('validates and transforms with %s while the script waits', async (_library, input) => {
  const lua = createLua().set(
    'double',
    schemaFunction({ input, params: ['n'] }, ({ n }) => n),
  );
  expect(valuesOf(await lua.run('return double(4), double({n = 5})'))).toEqual([8, 10]);
  expect(errorOf(await lua.run('double(40)'))).toMatchObject({
    code: 'invalid_input',
    message: "script.lua:1: double: bad field 'n' (must be small)",
  });
});

test('arktype transforms', async () => {
  const input = type({ n: type('number').pipe((n) => n * 2) });
  const lua = createLua().set(
    'double',
    schemaFunction({ input, params: ['n'] }, ({ n }) => n.toFixed(1)),
  );
  expect(valuesOf(await lua.run('return double(4)'))).toEqual(['8.0']);
});
