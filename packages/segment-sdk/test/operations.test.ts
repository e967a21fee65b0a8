import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';

import { writeSources } from '../build/generated-sources.js';
import {
  type FollowUp,
  type FreeForm,
  listErrors,
  type Operation,
  operations,
  type Segment,
  type SegmentError,
} from '../src/index.js';
import { problemOf } from '../src/schema/validate.js';
import { type Fault, outcomes } from '../src/simulator.js';
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

  test.each(table.map((operation) => [operation.name, operation] as const))(
    'every example of %s does what stands beside it',
    async (name, { examples }) => {
      const expected = outcomes[name] ?? [];
      expect(expected).toHaveLength(examples.length);
      for (const [index, { input, result }] of examples.entries()) {
        const { segment, simulator } = simulated();
        const output = await segment.call(name, input);
        const printed = result ? print(result.then, { [result.name]: output }) : '';
        expect(printed).toBe(expected[index]?.output ?? '');
        expect(simulator.events.map(({ body }) => withoutCircumstances(body))).toEqual(
          expected[index]?.event ? [expected[index].event] : [],
        );
      }
    },
  );

  test('what is made of it before the build is up to date', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    for (const [file, text] of Object.entries(writeSources(version)))
      expect(readFileSync(`generated/${file}`, 'utf8')).toBe(text);
  });
});

/** Does what an example does with its result; returns what it prints. */
const print = (steps: readonly FollowUp[], variables: Readonly<Record<string, unknown>>): string => {
  const read = ([name = '', ...fields]: readonly string[]): unknown =>
    fields.reduce<unknown>((from, field) => (from as FreeForm)[field], variables[name]);
  return steps
    .map((step) => {
      if ('print' in step)
        return `${step.print.map((part) => ('text' in part ? part.text : String(read(part.field)))).join('')}\n`;
      const items = (read(step.of) ?? []) as readonly unknown[];
      return items.map((item) => print(step.do, { ...variables, [step.each]: item })).join('');
    })
    .join('');
};

const withoutCircumstances = ({ messageId, timestamp, context, ...event }: FreeForm): FreeForm => {
  expect([typeof messageId, typeof timestamp, typeof context]).toEqual(['string', 'string', 'object']);
  return event;
};

describe('the errors of operations', () => {
  const listed = listErrors();

  test('are listed once each, with what to do', () => {
    const codes = listed.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    for (const { summary } of listed) expect(summary).toMatch(/^[A-Z].*\. .*\.$/);
  });

  test('name the operations that declare them', () => {
    for (const { name, errors = [] } of table)
      for (const { code } of errors) expect(listed.find((error) => error.code === code)?.operations).toContain(name);
    for (const { code, operations: names = [] } of listed)
      for (const name of names)
        expect(table.find((operation) => operation.name === name)?.errors?.map((error) => error.code)).toContain(code);
  });

  const may = (operation: Operation, code: string): boolean =>
    listed.some(
      (error) =>
        error.code === code &&
        (error.auth ?? operation.auth) === operation.auth &&
        (error.operations ?? [operation.name]).includes(operation.name),
    );

  const failures: Readonly<Record<string, () => { segment: Segment; input?: FreeForm }>> = {
    'an unknown field': () => ({ ...simulated(), input: { nothing: 1 } }),
    'a missing field': () => ({ ...simulated(), input: { slug: undefined, userId: undefined } }),
    'no credential': () => simulated({ writeKey: '', apiToken: '' }),
    'a refused token': () => simulated({ apiToken: 'another' }),
    'another slug': () => ({ ...simulated(), input: { slug: 'another' } }),
    'another id': () => ({ ...simulated(), input: { id: 'another' } }),
    'another owner': () => simulated({ tokenOwner: 'nobody' }),
    'too many requests': () => failing({ status: 429 }),
    'a broken server': () => failing({ status: 500 }),
    'a broken connection': () => failing({ drop: 'before' }),
    'an answer that does not come': () => failing({ hang: true }),
  };

  const failing = (fault: Fault) => {
    const { segment, simulator } = simulated({ maxRetries: 0, timeoutMs: 10 });
    simulator.inject({ ...fault, times: Infinity });
    return { segment };
  };

  test.each(table.map((operation) => [operation.name, operation] as const))(
    'cover whatever %s fails with',
    async (name, operation) => {
      for (const [what, fail] of Object.entries(failures)) {
        const { segment, input } = fail();
        const fields = [...Object.keys(operation.input.properties), 'nothing'];
        const changed = Object.entries(input ?? {}).filter(([field]) => fields.includes(field));
        const given = { ...operation.examples[0]?.input, ...Object.fromEntries(changed) };
        const error = await segment.call(name, given).then(
          () => undefined,
          (thrown: unknown) => thrown as SegmentError,
        );
        if (error)
          expect({ what, code: error.code, listed: may(operation, error.code) }).toMatchObject({ listed: true });
      }
    },
  );
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
