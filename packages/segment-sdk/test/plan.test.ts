import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createPlan, type PlanRule, type Violation } from '../src/plan.js';

const orderCompleted = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  properties: {
    revenue: { type: 'number', id: '/properties/revenue' },
    currency: { type: 'string', enum: ['USD', 'EUR'] },
    coupon: { type: ['string', 'null'], pattern: '^[A-Z]+$' },
    products: {
      type: 'array',
      items: { type: 'object', properties: { price: { type: 'number' }, sku: { type: 'string' } }, required: ['sku'] },
    },
    at: { type: 'string', format: 'date-time' },
  },
  required: ['revenue'],
};

/** As the Public API has it: the properties alone. */
const publicPlan = {
  id: 'tp_1',
  name: 'Shop',
  type: 'LIVE',
  rules: [
    {
      type: 'TRACK',
      key: 'Order Completed',
      version: 1,
      jsonSchema: orderCompleted,
      deprecatedAt: '0001-01-01T00:00:00.000Z',
    },
    { type: 'TRACK', key: 'Signed Up', version: 1, jsonSchema: { type: 'object', properties: {} } },
    { type: 'IDENTIFY', version: 1, jsonSchema: { type: 'object', properties: { email: { type: 'string' } } } },
  ],
};

const whole = (properties: object, required = ['properties']) => ({
  type: 'object',
  properties: { context: {}, traits: {}, properties },
  required,
});

const check = (event: object, plan: unknown = publicPlan): readonly Violation[] => createPlan(plan).check(event);
const order = (properties?: object, more?: object) => ({
  type: 'track',
  event: 'Order Completed',
  userId: 'u',
  properties,
  ...more,
});

describe('a tracking plan', () => {
  it('finds nothing in an event that keeps to it', () => {
    expect(
      check(order({ revenue: 1, currency: 'EUR', coupon: null, products: [{ sku: 'a', price: 1 }], at: new Date() })),
    ).toEqual([]);
    expect(check({ event: 'Signed Up', properties: { anything: 1 } })).toEqual([]);
    expect(check({ type: 'group', groupId: 'g' })).toEqual([]);
    expect(check({ type: 'alias', previousId: 'a', userId: 'b' })).toEqual([]);
    expect(check(order({ revenue: 1, currency: undefined }))).toEqual([]);
  });

  it('says in the terms of Segment what an event breaks, with the path of the field', () => {
    expect(
      check(
        order({ revenue: '9', currency: 'GBP', coupon: 'x1', products: [{ price: '1' }, { sku: 'a' }], at: 'today' }),
      ),
    ).toEqual([
      { type: 'Invalid Type', field: 'properties.revenue', message: 'properties.revenue: number expected, got string' },
      {
        type: 'Invalid Value',
        field: 'properties.currency',
        message: 'properties.currency: one of "USD", "EUR" expected, got "GBP"',
      },
      {
        type: 'Invalid Value',
        field: 'properties.coupon',
        message: 'properties.coupon: text that matches ^[A-Z]+$ expected',
      },
      { type: 'Required', field: 'properties.products.0.sku', message: 'properties.products.0.sku is required' },
      {
        type: 'Invalid Type',
        field: 'properties.products.0.price',
        message: 'properties.products.0.price: number expected, got string',
      },
      { type: 'Invalid Value', field: 'properties.at', message: 'properties.at: date-time expected' },
    ]);
    expect(check(order())).toMatchObject([{ type: 'Required', field: 'properties.revenue' }]);
    expect(check({ type: 'identify', traits: { email: 1, age: 2 } })).toMatchObject([
      { type: 'Invalid Type', field: 'traits.email' },
      { type: 'Unplanned Property', field: 'traits.age' },
    ]);
  });

  it('tells which event and which property was probably meant', () => {
    expect(check({ event: 'Order Complete' })).toEqual([
      {
        type: 'Unplanned Event',
        field: 'event',
        suggestion: 'Order Completed',
        message:
          "event 'Order Complete' is not in the plan. Did you mean 'Order Completed' (revenue: number, currency?: string, coupon?: string or null, products?: array, at?: string)",
      },
    ]);
    expect(check({ event: 'Something Else' })).toMatchObject([
      { type: 'Unplanned Event', message: "event 'Something Else' is not in the plan" },
    ]);
    expect(check(order({ revenue: 1, curency: 'EUR', products: [{ sku: 'a', prce: 1 }] }))).toMatchObject([
      { type: 'Unplanned Property', field: 'properties.curency', suggestion: 'currency' },
      { type: 'Unplanned Property', field: 'properties.products.0.prce', suggestion: 'price' },
    ]);
    expect(check(order({ revenue: 1, 'a.b "c"\n': 1 }))).toMatchObject([{ field: 'properties.a.b "c"\n' }]);
  });

  it('takes the version that an event says it is of, and else the newest that is not deprecated', () => {
    const version = (number: number, required: string[], more = {}) => ({
      type: 'TRACK',
      key: 'E',
      version: number,
      jsonSchema: { type: 'object', required },
      ...more,
    });
    const plan = {
      rules: [version(2, ['b']), version(10, ['c'], { deprecatedAt: '2026-01-01T00:00:00.000Z' }), version(1, ['a'])],
    };
    const missing = (protocols?: object) => check({ event: 'E', ...(protocols && { context: { protocols } }) }, plan);
    expect(missing()).toMatchObject([{ field: 'properties.b' }]);
    expect(missing({ event_version: 1 })).toMatchObject([{ field: 'properties.a' }]);
    expect(missing({ event_version: '10' })).toMatchObject([{ field: 'properties.c' }]);
    expect(missing({ event_version: 3 })).toEqual([
      {
        type: 'Unplanned Event',
        field: 'context.protocols.event_version',
        message: "version 3 of 'E' is not in the plan, which has 1, 2, 10",
      },
    ]);
  });

  it('checks the whole payload of every event by the common schema, after its own rule', () => {
    const common = {
      type: 'object',
      properties: { context: { type: 'object', required: ['app'] }, userId: { pattern: '^u' } },
    };
    const plan = { rules: [...publicPlan.rules, { type: 'COMMON', version: 1, jsonSchema: common }] };
    expect(check({ ...order(), userId: 'x', context: {} }, plan)).toMatchObject([
      { field: 'properties.revenue' },
      { type: 'Required', field: 'context.app' },
      { type: 'Invalid Value', field: 'userId' },
    ]);
    expect(check({ type: 'alias', userId: 'x', context: { app: 1 } }, plan)).toMatchObject([{ field: 'userId' }]);
  });
});

describe('the shapes a plan comes in', () => {
  const broken = order({ revenue: '1' });
  const expected = [{ type: 'Invalid Type', field: 'properties.revenue' }];
  const rules = publicPlan.rules;

  it.each<[string, unknown]>([
    ['the Public API’s plan with its rules', publicPlan],
    ['the answer that holds it', { data: { trackingPlan: { id: 'tp_1', name: 'Shop' }, rules } }],
    ['the answers of all pages', [{ data: { rules: rules.slice(0, 1) } }, { data: { rules: rules.slice(1) } }]],
    ['rules alone', rules],
    ['rules about the whole message', { rules: [{ ...rules[0], jsonSchema: whole(orderCompleted) }] }],
    [
      'a plan of the Config API and of old Typewriter',
      {
        name: 'workspaces/shop/tracking-plans/rs_1',
        display_name: 'Shop',
        create_time: '2019-05-19T22:39:36.000Z',
        rules: {
          events: [{ name: 'Order Completed', version: 1, description: 'x', rules: whole(orderCompleted) }],
          global: {},
          identify: {},
          identify_traits: [],
        },
      },
    ],
    ['events by name', { events: { 'Order Completed': { properties: { revenue: 'number' } }, Other: null } }],
    [
      'a list of events',
      { events: ['Other', { name: 'Order Completed', properties: { revenue: { type: 'number', required: true } } }] },
    ],
  ])('reads %s', (_name, plan) => {
    expect(check(broken, plan)).toMatchObject(expected);
    expect(check(order({ revenue: 1 }), plan)).toEqual([]);
    const { document } = createPlan(plan);
    expect(createPlan(JSON.parse(JSON.stringify(document))).document).toEqual(document);
  });

  it('tells properties that are called like parts of a message from those parts', () => {
    const schema = {
      type: 'object',
      properties: { context: { type: 'string' }, properties: { type: 'object' } },
      eventMetadata: {},
    };
    const plan = { rules: [{ type: 'TRACK', key: 'E', version: 1, jsonSchema: schema }] };
    expect(check({ event: 'E', properties: { context: 1 } }, plan)).toMatchObject([{ field: 'properties.context' }]);
  });

  it('reads marks of required properties at any depth of a plain plan', () => {
    const plan = {
      events: {
        E: {
          properties: {
            a: { properties: { b: { type: 'string', required: true } } },
            c: { items: { properties: { d: { required: true } } } },
          },
        },
      },
      identify: { traits: { plan: ['free', 'pro'] } },
    };
    expect(check({ event: 'E', properties: { a: {}, c: [{}] } }, plan)).toMatchObject([
      { field: 'properties.a.b' },
      { field: 'properties.c.0.d' },
    ]);
    expect(check({ type: 'identify', traits: { plan: 'x' } }, plan)).toMatchObject([{ type: 'Invalid Value' }]);
  });

  it.each<[unknown, string, string | undefined]>([
    ['{}', 'a plan expected, got string', undefined],
    [null, 'a plan expected, got null', undefined],
    [{ name: 'x' }, 'no rules or events in it; its fields are name', undefined],
    [{ rules: [1] }, 'rules.0: a rule expected, got number', 'rules.0'],
    [{ rules: [{ type: 'TRCK' }] }, `bad 'rules.0.type' (one of TRACK`, 'rules.0.type'],
    [{ rules: [{ type: 'TRACK', jsonSchema: {} }] }, `bad 'rules.0.key'`, 'rules.0.key'],
    [{ rules: [rules[0], rules[1], rules[0]] }, 'rules.2 and rules.0 are both version 1 of Order Completed', 'rules.2'],
    [{ events: [{}] }, `bad 'events.0'`, 'events.0'],
    [
      { rules: [{ type: 'TRACK', key: 'E', jsonSchema: { properties: { a: { pattern: '(?=x)' } } } }] },
      'the schema of TRACK "E" (version 1) cannot be used',
      undefined,
    ],
  ])('refuses %j', (plan, message, field) => {
    const thrown: unknown = (() => {
      try {
        return createPlan(plan);
      } catch (error) {
        return error;
      }
    })();
    expect(thrown).toMatchObject({
      code: 'invalid_plan',
      message: expect.stringContaining(message),
      ...(field && { field }),
    });
  });

  it('stays the same when it is printed and read again, in an order of its own', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 });
    const rule = fc.record({
      type: fc.constantFrom('TRACK', 'IDENTIFY', 'GROUP', 'PAGE', 'SCREEN', 'COMMON'),
      key: fc.oneof(text, fc.constantFrom('__proto__', 'constructor', '"\n</script>')),
      version: fc.integer({ min: 1, max: 3 }),
      jsonSchema: fc
        .dictionary(text, fc.jsonValue({ maxDepth: 1 }), { maxKeys: 2 })
        .map((properties) => ({ description: JSON.stringify(properties) })),
      updatedAt: fc.constant('2026-01-01T00:00:00.000Z'),
    });
    const same = ({ type, key, version }: { type: string; key: string; version: number }) =>
      JSON.stringify([type, key, version]);
    fc.assert(
      fc.property(fc.uniqueArray(rule, { selector: same, maxLength: 8 }), (given) => {
        const printed = JSON.stringify(createPlan({ rules: given }));
        expect(JSON.stringify(createPlan({ rules: [...given].reverse() }))).toBe(printed);
        expect(JSON.stringify(createPlan(JSON.parse(printed)))).toBe(printed);
        expect(new Set(createPlan(JSON.parse(printed)).document.rules)).toEqual(new Set(given as PlanRule[]));
      }),
      { numRuns: 200 },
    );
  });

  it('holds 2,000 rules, and finds each', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => ({
      type: 'TRACK',
      key: `Event ${at}`,
      version: 1,
      jsonSchema: { ...orderCompleted, required: [`p${at}`] },
    }));
    const plan = createPlan({ rules: many });
    expect(plan.events).toHaveLength(2_000);
    expect(many.every(({ key }, at) => plan.check({ event: key })[0]?.field === `properties.p${at}`)).toBe(true);
    expect(plan.check({ event: 'Evnt 1999' })).toMatchObject([{ suggestion: 'Event 1999' }]);
  });
});
