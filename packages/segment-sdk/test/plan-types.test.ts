import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ts from 'typescript';

import { createPlan, writePlanTypes } from '../src/plan.js';

/** Inside of the package, so that its name leads to what was built. */
const folder = mkdtempSync(fileURLToPath(new URL('../.types-', import.meta.url)));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const shop = {
  name: 'Shop',
  rules: [
    {
      type: 'TRACK',
      key: 'Order Completed',
      version: 1,
      jsonSchema: { type: 'object', properties: { total: { type: 'number' } }, required: ['total'] },
    },
    {
      type: 'TRACK',
      key: 'Order Completed',
      version: 2,
      jsonSchema: {
        description: 'Somebody has paid.',
        type: 'object',
        properties: {
          revenue: { type: 'number', description: 'In the currency' },
          currency: { enum: ['USD', 'EUR'] },
          coupon: { type: ['string', 'null'] },
          at: { type: 'string', format: 'date-time' },
          products: {
            type: 'array',
            items: [{ type: 'object', properties: { sku: { type: 'string' } }, required: ['sku'] }],
          },
          'first name': { type: 'string' },
        },
        required: ['revenue'],
      },
    },
    { type: 'TRACK', key: 'order-completed', jsonSchema: {} },
    { type: 'IDENTIFY', jsonSchema: { properties: { email: { type: 'string' } } } },
  ],
};

const USE = `
import { createSegment } from '@moonwire/segment-sdk';
import type { Events, OrderCompletedV1, UserTraits } from './events.js';
const segment = createSegment<Events>();
const userId = 'u';
export const old: OrderCompletedV1 = { total: 1 };
export const traits: UserTraits = { email: 'a' };
export const calls = [
  segment.track({ event: 'Order Completed', userId, properties: { revenue: 1, currency: 'EUR', coupon: null, at: new Date(), products: [{ sku: 'a' }], 'first name': 'A' } }),
  segment.track({ event: 'order-completed', userId, properties: { any: 1 } }),
  segment.track({ event: 'order-completed', userId }),
  // @ts-expect-error no such event
  segment.track({ event: 'Order Complete', userId, properties: { revenue: 1 } }),
  // @ts-expect-error no such property
  segment.track({ event: 'Order Completed', userId, properties: { revenue: 1, curency: 'EUR' } }),
  // @ts-expect-error a choice there is not
  segment.track({ event: 'Order Completed', userId, properties: { revenue: 1, currency: 'GBP' } }),
  // @ts-expect-error a property that is missing
  segment.track({ event: 'Order Completed', userId, properties: {} }),
  // @ts-expect-error within a list
  segment.track({ event: 'Order Completed', userId, properties: { revenue: 1, products: [{ sku: 1 }] } }),
];
`;

const compile = (compiler: string): string => {
  try {
    execFileSync(process.execPath, [
      fileURLToPath(new URL(`../../../node_modules/${compiler}/lib/tsc.js`, import.meta.url)),
      '-p',
      folder,
    ]);
    return '';
  } catch (error) {
    return String((error as { stdout: Buffer }).stdout);
  }
};

const HOSTILE = [
  '*/',
  '/*',
  '"',
  "'",
  '`${process.exit()}`',
  '\n',
  '\u2028',
  '\\',
  '</script>',
  '__proto__',
  ' ',
  '{',
  '😀',
  'class',
  '1',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ maxLength: 4 })), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(''))
  .filter((one) => one !== '');
const schema = fc.letrec<{ value: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({
      type: fc.constantFrom('string', 'integer', 'null', 'any'),
      description: text,
      pattern: text.map((one) => one.replaceAll(/\W/g, '')),
    }),
    fc.record({ enum: fc.array(fc.oneof(text, fc.integer(), fc.constant(null)), { minLength: 1 }) }),
    fc.record({ const: text }),
    fc.record({ anyOf: fc.array(tie('value'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ type: fc.constant('array'), items: tie('value') }),
    fc.record({
      properties: fc.dictionary(text, tie('value'), { maxKeys: 3 }),
      required: fc.array(text, { maxLength: 2 }),
    }),
  ),
})).value;
const plans = fc.record({
  name: text,
  rules: fc.uniqueArray(
    fc.record({
      type: fc.constant('TRACK'),
      key: text,
      version: fc.constantFrom(1, 2),
      jsonSchema: fc.record({ description: text, properties: fc.dictionary(text, schema, { maxKeys: 3 }) }),
    }),
    { selector: ({ key, version }) => JSON.stringify([key, version]), maxLength: 6 },
  ),
});

/** The names of the members of a type, as the compiler reads them. */
const membersOf = (type: ts.Node): string[] =>
  ts.isInterfaceDeclaration(type) || ts.isTypeLiteralNode(type)
    ? type.members.flatMap(({ name }) =>
        name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
      )
    : [];

describe('the types of a plan', () => {
  it('mark a wrong event and a wrong property, under TypeScript 6 and 7', () => {
    writeFileSync(join(folder, 'events.ts'), writePlanTypes(createPlan(shop).document));
    writeFileSync(join(folder, 'use.ts'), USE);
    const compilerOptions = {
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      module: 'nodenext',
      target: 'es2022',
      noEmit: true,
      types: [],
      lib: ['es2023', 'dom', 'esnext.disposable'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    expect([compile('typescript'), compile('typescript7')]).toEqual(['', '']);
  }, 120_000);

  it('say what an event and a property are for, and which version it is', () => {
    const written = writePlanTypes(createPlan(shop).document);
    expect(written).toContain(
      '/** The events of the tracking plan Shop, with their properties. */\nexport interface Events {',
    );
    expect(written).toContain(
      '  /**\n   * Somebody has paid.\n   * Version 2.\n   */\n  readonly "Order Completed": OrderCompleted;',
    );
    expect(written).toContain('  /** In the currency */\n  readonly revenue: number;\n');
    expect(written).toContain('export type OrderCompletedV1 = {');
    expect(written).toContain('readonly "order-completed": OrderCompleted_2;');
  });

  it('are nothing but types, whatever names and descriptions are', () => {
    const files: string[] = [];
    fc.assert(
      fc.property(plans, (given) => {
        const { document, events } = createPlan(given);
        const written = writePlanTypes(document);
        const source = ts.createSourceFile('events.ts', written, ts.ScriptTarget.Latest, true);
        const [first, ...others] = source.statements;
        expect(source.statements.every((one) => ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one))).toBe(
          true,
        );
        expect(membersOf(first as ts.Node)).toEqual(events);
        const types = others.filter(ts.isTypeAliasDeclaration).map(({ type }) => membersOf(type));
        expect(types).toEqual(document.rules.map(({ jsonSchema }) => Object.keys(jsonSchema.properties as object)));
        if (files.length < 40) {
          files.push(join(folder, `hostile${files.length}.ts`));
          writeFileSync(files.at(-1) as string, written);
        }
      }),
    );
    const program = ts.createProgram(files, { strict: true, noEmit: true, types: [] });
    const messages = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => [file?.fileName, messageText]);
    expect(messages).toEqual([]);
  }, 120_000);
});
