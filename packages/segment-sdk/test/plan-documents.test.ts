import { describe, expect, it } from '@jest/globals';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';

import { comparePlans, createInference, createPlan, describePlan, type PlanDocument, writePlan } from '../src/plan.js';

const read = (json: unknown): PlanDocument => createPlan(json).document;
const track = (key: string, jsonSchema: object, version = 1, more = {}) => ({
  type: 'TRACK',
  key,
  version,
  jsonSchema,
  ...more,
});
const revenue = (type: string) => ({ type: 'object', properties: { revenue: { type } }, required: ['revenue'] });

const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'a.b', '"', '\n*/', '$&', 'id'));
const schema = fc.letrec<{ value: object }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type: fc.constantFrom('string', 'number', 'boolean', ['integer', 'null']), description: fc.string() }),
    fc.record({ enum: fc.uniqueArray(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1 }) }),
    fc.record({ type: fc.constant('array'), items: tie('value') }),
    fc.record({
      type: fc.constant('object'),
      properties: fc.dictionary(name, tie('value')),
      required: fc.uniqueArray(name),
    }),
  ),
})).value;
const plans = fc
  .uniqueArray(fc.record({ key: name, version: fc.integer({ min: 1, max: 9 }), jsonSchema: schema }), {
    selector: ({ key, version }) => JSON.stringify([key, version]),
  })
  .map((rules) => read({ id: 'tp_1', name: 'Shop', rules: rules.map((rule) => ({ type: 'TRACK', ...rule })) }));

describe('a plan as a file', () => {
  it('is the same text whoever read it, and the same plan when it is read again', () => {
    fc.assert(
      fc.property(plans, fc.infiniteStream(fc.nat()), (plan, order) => {
        const text = writePlan(plan);
        const again = read(JSON.parse(text));
        expect(writePlan(again)).toBe(text);
        expect(comparePlans(plan, again)).toEqual([]);
        const shuffled = [...plan.rules].sort(() => (order.next().value % 3) - 1);
        const dated = shuffled.map((rule) => ({ ...rule, updatedAt: '2026-01-01', deprecatedAt: '0001-01-01T00:00Z' }));
        expect(writePlan(read({ ...plan, rules: dated }))).toBe(text);
      }),
    );
  });

  it('carries the version of its form, and sorts what has no order', () => {
    const rule = { required: ['b', 'a'], properties: { b: {}, a: { enum: ['y', 'x'] } } };
    expect(JSON.parse(writePlan(read({ name: 'Shop', rules: [track('B', rule), track('A', {})] })))).toEqual({
      version: 1,
      name: 'Shop',
      rules: [track('A', {}), track('B', { properties: { a: { enum: ['y', 'x'] }, b: {} }, required: ['a', 'b'] })],
    });
    expect(writePlan(read({ rules: [track('B', rule)] }))).toContain('"a": {\n            "enum"');
  });
});

describe('the difference of two plans', () => {
  it('says which rules came, went and changed, and what changed in them', () => {
    const before = read({ rules: [track('A', revenue('number')), track('Gone', {}), track('Same', { b: 1, a: 1 })] });
    const after = read({
      rules: [
        track('A', { ...revenue('integer'), required: [] }, 1, { deprecatedAt: '2026-01-01T00:00:00Z' }),
        track('A', {}, 2),
        track('Same', { a: 1, b: 1 }),
      ],
    });
    expect(comparePlans(before, after)).toEqual([
      { kind: 'removed', type: 'TRACK', key: 'Gone', version: 1, name: 'TRACK "Gone" (version 1)', details: [] },
      {
        kind: 'changed',
        type: 'TRACK',
        key: 'A',
        version: 1,
        name: 'TRACK "A" (version 1)',
        details: [
          { path: 'properties.revenue.type', before: 'number', after: 'integer' },
          { path: 'required', before: ['revenue'], after: [] },
          { path: 'deprecatedAt', before: undefined, after: '2026-01-01T00:00:00Z' },
        ],
      },
      { kind: 'added', type: 'TRACK', key: 'A', version: 2, name: 'TRACK "A" (version 2)', details: [] },
    ]);
  });
});

describe('a plan learned from events', () => {
  it('has their types, what was always there, choices of few, times, and what is inside', () => {
    const inference = createInference();
    for (let at = 0; at < 30; at += 1)
      inference.add({
        type: 'track',
        event: 'Order Completed',
        properties: {
          orderId: `o${at}`,
          revenue: at / 2,
          currency: at % 2 ? 'EUR' : 'USD',
          at: '2026-01-02T03:04:05Z',
          products: [{ sku: `s${at}`, price: at }, { sku: 'x' }],
          coupon: at % 3 ? null : `c${at}`,
          ...(at > 20 && { gift: true }),
        },
      });
    inference.add({ type: 'identify', userId: 'u', traits: { email: 'a@b.c' } });
    expect([inference.add({ type: 'alias' }), inference.add({ type: 'track' }), inference.add(7)]).toEqual([
      true,
      false,
      false,
    ]);
    const [order, identify] = inference.finish().rules;
    expect(order).toMatchObject({
      type: 'TRACK',
      key: 'Order Completed',
      version: 1,
      jsonSchema: {
        properties: {
          at: { type: 'string', format: 'date-time' },
          coupon: { type: ['string', 'null'] },
          currency: { type: 'string', enum: ['EUR', 'USD'] },
          gift: { type: 'boolean' },
          orderId: { type: 'string' },
          products: {
            type: 'array',
            items: { properties: { price: { type: 'number' }, sku: { type: 'string' } }, required: ['sku'] },
          },
          revenue: { type: 'number' },
        },
        required: ['at', 'coupon', 'currency', 'orderId', 'products', 'revenue'],
      },
    });
    expect(identify).toMatchObject({ type: 'IDENTIFY', jsonSchema: { required: ['email'] } });
  });

  it('is kept by the events it was learned from, whatever they are', () => {
    const events = fc.array(
      fc.record({
        type: fc.constantFrom('track', 'page', 'group', 'identify', undefined),
        event: fc.constantFrom('A', 'B', '__proto__'),
        properties: fc.dictionary(name, fc.jsonValue({ maxDepth: 3 })),
        traits: fc.dictionary(name, fc.jsonValue({ maxDepth: 3 })),
      }),
    );
    fc.assert(
      fc.property(events, (given) => {
        const inference = createInference();
        const sent = given.map((event) => JSON.parse(JSON.stringify(event)) as object);
        for (const event of sent) inference.add(event);
        const plan = createPlan(inference.finish());
        for (const event of sent) expect(plan.check(event)).toEqual([]);
      }),
    );
  });
});

describe('a plan as JSON Schema', () => {
  it('accepts what the plan finds nothing in, whoever checks it', () => {
    const plan = createPlan({
      rules: [
        track('A', { $id: undefined, ...revenue('number'), definitions: { t: { type: 'string' } } }),
        track('A', { properties: { revenue: { $ref: '#/definitions/t' } }, definitions: { t: { type: 'string' } } }, 2),
        track('B', {
          properties: { context: {}, traits: {}, properties: revenue('number') },
          required: ['properties'],
        }),
        { type: 'IDENTIFY', jsonSchema: { properties: { email: { type: 'string', id: '/properties/email' } } } },
        { type: 'COMMON', jsonSchema: { properties: { userId: { type: 'string' } }, required: ['userId'] } },
      ],
    });
    const ajv = new Ajv({ strict: false });
    const validate: ValidateFunction = ajv.compile(describePlan(plan.document));
    const event = fc.record(
      {
        type: fc.constantFrom('track', 'identify', 'page'),
        event: fc.constantFrom('A', 'B', 'C'),
        userId: fc.constantFrom('u', 1),
        context: fc.record({ protocols: fc.record({ event_version: fc.constantFrom(1, 2, '1', '2', 3) }) }),
        properties: fc.record({ revenue: fc.constantFrom(1, 'x'), more: fc.constant(1) }, { requiredKeys: [] }),
        traits: fc.record({ email: fc.constantFrom('a', 1), id: fc.constant(1) }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(event, (one) => {
        // An event of `track` without a name is none.
        fc.pre((one.type ?? 'track') !== 'track' || one.event !== undefined);
        expect([one, validate(one)]).toEqual([one, plan.check(one).length === 0]);
      }),
      { numRuns: 2_000 },
    );
  });
});
