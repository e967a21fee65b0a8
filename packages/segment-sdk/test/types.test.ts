import { expect, test } from '@jest/globals';

import { type Input, type Operation, operations, type Output, type Receipt, type Segment } from '../src/index.js';
import { createSegment } from '../src/index.js';

interface OrderCompleted {
  readonly revenue: number;
  readonly currency: 'USD' | 'EUR';
}

interface Plan {
  readonly 'Order Completed': OrderCompleted;
  readonly 'Signed Up': { readonly plan?: string };
}

type Equal<A, B> = [A, B] extends [B, A] ? true : false;

/** What users have: interfaces, which have no index signature, optional and nested. */
interface Person {
  readonly email?: string;
  readonly address: { readonly city: string };
}
class Device {
  constructor(readonly ip: string) {}
}
declare const order: OrderCompleted;
declare const person: Person;
declare const device: Device;

/** Never called: what is in it has to compile, or not to. */
const typed = (segment: Segment<Plan>, plain: Segment): unknown[] => [
  segment.track({ event: 'Order Completed', userId: 'u', properties: { revenue: 1, currency: 'USD' } }),
  segment.track({ event: 'Signed Up', anonymousId: 'a' }),
  segment.track({
    event: 'Signed Up',
    userId: 'u',
    properties: { plan: 'pro' },
    timestamp: new Date(),
    context: { ip: '::1' },
  }),
  segment.batch([
    { type: 'track', event: 'Signed Up', userId: 'u' },
    { type: 'alias', userId: 'u', previousId: 'v' },
  ]),
  // @ts-expect-error no such event
  segment.track({ event: 'Order Complete', userId: 'u', properties: { revenue: 1, currency: 'USD' } }),
  // @ts-expect-error a property of the wrong type
  segment.track({ event: 'Order Completed', userId: 'u', properties: { revenue: '1', currency: 'USD' } }),
  // @ts-expect-error a property that is missing
  segment.track({ event: 'Order Completed', userId: 'u', properties: { revenue: 1 } }),
  // @ts-expect-error properties that are needed
  segment.track({ event: 'Order Completed', userId: 'u' }),
  // @ts-expect-error a property the plan does not have
  segment.track({ event: 'Signed Up', userId: 'u', properties: { plans: 'pro' } }),
  // @ts-expect-error nobody did it
  segment.track({ event: 'Signed Up' }),
  // @ts-expect-error an event the plan does not have
  segment.batch([{ type: 'track', event: 'Other', userId: 'u' }]),
  plain.track({ event: 'Anything', userId: 'u', properties: { any: ['thing'] } }),
  plain.track({ event: 'Order Completed', userId: 'u', properties: order, context: device }),
  plain.identify({ userId: 'u', traits: person, integrations: { All: true } }),
  plain.page({ name: 'P', userId: 'u', properties: order }),
  plain.group({ groupId: 'g', userId: 'u', traits: person }),
  plain.batch([{ type: 'track', event: 'E', userId: 'u', properties: order }]),
  // @ts-expect-error no such field
  plain.track({ event: 'Anything', userId: 'u', property: {} }),
  // @ts-expect-error an alias is of a known user
  plain.alias({ anonymousId: 'a', previousId: 'v' }),
  plain.getCurrentUser(),
  // @ts-expect-error it takes an id
  plain.getSource({ slug: 's' }),
  // @ts-expect-error no such operation
  plain.enqueue('trakc'),
];

test('a tracking plan is kept by the compiler', () => {
  expect(typed).toBeInstanceOf(Function);
  const facts: [
    Equal<Awaited<ReturnType<Segment<Plan>['track']>>, Receipt>,
    Equal<Output<'list_sources'>['sources'][number]['writeKey'], string | undefined>,
    Equal<Output<'verify_token'>['valid'], boolean>,
    Equal<Input<'get_source'>['id'], string>,
  ] = [true, true, true, true];
  const table: readonly Operation[] = operations;
  expect(facts).toHaveLength(4);
  expect(table).toBe(operations);
});

test('a client is a Segment of the plan it is made with', () => {
  const segment: Segment<Plan> = createSegment<Plan>({ writeKey: 'key' });
  expect(segment.track).toBeInstanceOf(Function);
});
