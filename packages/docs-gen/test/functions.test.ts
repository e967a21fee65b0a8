import { describe, expect, test } from '@jest/globals';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { z } from 'zod';

import {
  type AnySchema,
  fromFunctions,
  functionsOf,
  isDocsError,
  renderReference,
  standardTargets,
} from '../src/index.js';

const expectedRows = [
  { name: 'city', type: 'string', required: true, description: 'Where' },
  { name: 'days', type: 'integer', required: false, description: 'How many days ahead' },
];

const schemas: Readonly<Record<string, { input: AnySchema; output: AnySchema }>> = {
  'JSON Schema': {
    input: {
      type: 'object',
      properties: {
        city: { type: 'string', description: 'Where' },
        days: { type: 'integer', description: 'How many days ahead' },
      },
      required: ['city'],
    },
    output: { type: 'object', properties: { maxTemperature: { type: 'number' } }, required: ['maxTemperature'] },
  },
  zod: {
    input: z.object({ city: z.string().describe('Where'), days: z.int().describe('How many days ahead').optional() }),
    output: z.object({ maxTemperature: z.number() }),
  },
  valibot: {
    input: toStandardJsonSchema(
      v.object({
        city: v.pipe(v.string(), v.description('Where')),
        days: v.optional(v.pipe(v.number(), v.integer(), v.description('How many days ahead'))),
      }),
    ),
    output: toStandardJsonSchema(v.object({ maxTemperature: v.number() })),
  },
};

describe.each(Object.entries(schemas))('functions described with %s', (_, { input, output }) => {
  const reference = fromFunctions({
    title: 'Weather',
    namespace: 'app.weather',
    functions: [
      {
        name: 'forecast',
        summary: 'Tell the weather.',
        effect: 'read',
        input,
        output,
        examples: [{ title: 'Ask', input: { city: 'Lisbon' } }],
      },
      { name: 'refresh', summary: 'Ask the stations again.' },
    ],
  });

  test('become operations', () => {
    const [forecast, refresh] = functionsOf(reference);
    expect(forecast?.parameters).toMatchObject(expectedRows);
    expect(forecast?.results).toMatchObject([{ name: 'max_temperature', type: 'number', required: true }]);
    expect(refresh).toMatchObject({ parameters: [], results: [], effect: 'write' });
  });

  test('render in every target', () => {
    for (const { render } of standardTargets) expect(render(reference).length).toBeGreaterThan(0);
    expect(renderReference(reference)).toContain('app.weather.forecast({\n  city = "Lisbon"\n})');
  });
});

describe('a Standard Schema that cannot state itself as JSON Schema', () => {
  const library = {
    title: 'T',
    namespace: 't',
    functions: [{ name: 'f', summary: 'S.', input: v.object({ a: v.string() }) }],
  };

  test('is refused, naming the function, the library and the fix', () => {
    expect(() => fromFunctions(library)).toThrow(
      'f.input: a schema of valibot that cannot state itself as JSON Schema; give toJsonSchema',
    );
  });

  test('is taken with a converter', () => {
    const reference = fromFunctions({
      ...library,
      toJsonSchema: () => ({ type: 'object', properties: { a: { type: 'string' } } }),
    });
    expect(functionsOf(reference)[0]?.parameters).toMatchObject([{ name: 'a', type: 'string' }]);
  });
});

describe('a reference no script could follow', () => {
  const read = (change: object) => () =>
    functionsOf({ title: 'T', namespace: 'a.b', operations: [operation('f')], ...change });
  const operation = (name: string) => ({ name, summary: 'S.', effect: 'read' as const, input: {} });

  test.each([
    [{ namespace: 'a.end' }, "namespace 'a.end': 'end' is no Lua name"],
    [{ operations: [operation('f'), operation('f')] }, "operation 'f' is in the table twice"],
    [{ accounts: { example: 'g', names: [] } }, "accounts.example names 'g', which is no operation; one of f expected"],
    [{ accounts: { example: 'f', names: ['my account'] } }, "account 'my account': 'my account' is no Lua name"],
    [{ errors: [{ code: 'e', summary: 'S.', operations: ['g'] }] }, "error 'e' names 'g', which is no operation"],
  ])('is refused: %j', (change, message) => {
    expect(read(change)).toThrow(message);
  });
});

test('an example that holds what JSON cannot is refused', () => {
  const reference = fromFunctions({
    title: 'T',
    namespace: 't',
    functions: [{ name: 'f', summary: 'S.', examples: [{ title: 'E', input: { a: () => 1 } }] }],
  });
  expect(() => renderReference(reference)).toThrow('an example holds a function, which JSON cannot hold');
});

test('an error in JSON and in a log has its message and code', () => {
  const broken = { title: 'T', namespace: 'a-b', operations: [] };
  let thrown: unknown;
  try {
    renderReference(broken);
  } catch (error) {
    thrown = error;
  }
  if (!isDocsError(thrown)) throw new Error(`another error: ${String(thrown)}`);
  const { message } = thrown;
  expect(message).toContain("'a-b' is no Lua name");
  const held = { name: 'DocsError', code: 'invalid_reference', message };
  for (const form of [JSON.parse(JSON.stringify(thrown)) as object, Object.fromEntries(Object.entries(thrown))])
    expect(form).toMatchObject(held);
});
