import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';

import { writeSources } from '../build/generated-sources.js';
import { type Operation, operations } from '../src/index.js';
import { problemOf } from '../src/schema/validate.js';
import { simulated } from './setup.js';

const table: readonly Operation[] = operations;
const ajv = new Ajv2020({ strict: false, validateFormats: false });

describe('the table of operations', () => {
  test('has the core first, as the reference does, and each name once', () => {
    const names = table.map(({ name }) => name);
    const core = table.filter(({ group }) => group === 'core').map(({ name }) => name);
    expect(names.slice(0, core.length)).toEqual(core);
    expect(names).toEqual([...new Set(names)]);
    for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  test.each(table.map((operation) => [operation.name, operation] as const))(
    '%s has the method its name says',
    (name, { method }) => {
      expect(method).toBe(name.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()));
      expect(simulated().segment).toHaveProperty(method, expect.any(Function));
    },
  );

  test.each(table.map((operation) => [operation.name, operation] as const))(
    'every example of %s runs',
    async (name, { examples, output }) => {
      const { segment } = simulated();
      expect(examples.length).toBeGreaterThan(0);
      const accepts: ValidateFunction = ajv.compile(output);
      for (const { input } of examples) {
        expect(accepts(await segment.call(name, input))).toBe(true);
      }
    },
  );

  test('what is made of it before the build is up to date', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const [file, text] of Object.entries(writeSources(version)))
      expect(readFileSync(`generated/${file}`, 'utf8')).toBe(text);
  });
});

const value = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant([]),
  fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
);

/** Objects that are near the schema: mostly its own names, mostly its own types. */
const inputFor = (operation: Operation) => {
  const names = [...Object.keys(operation.input.properties), 'userid'];
  return fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 });
};

describe('the schemas are JSON Schema', () => {
  test.each(table.map((operation) => [operation.name, operation] as const))(
    'the validator agrees with ajv on %s',
    (_, operation) => {
      const accepts: ValidateFunction = ajv.compile(operation.input);
      fc.assert(
        fc.property(inputFor(operation), (input) => {
          expect(problemOf(input, operation.input) === undefined).toBe(accepts(input));
        }),
        { numRuns: 300 },
      );
    },
  );

  test.each(table.map((operation) => [operation.name, operation] as const))(
    'every output of %s compiles',
    (_, operation) => {
      expect(() => ajv.compile(operation.output)).not.toThrow();
    },
  );
});
