import { describe, expect, it } from '@jest/globals';

import { createSegment } from '../src/index.js';
import { createPlan } from '../src/plan.js';
import { createSimulator, type Enforcement, enforcePlans } from '../src/simulator.js';

const plan = createPlan({
  id: 'tp_1',
  rules: [
    {
      type: 'TRACK',
      key: 'Paid',
      jsonSchema: { properties: { total: { type: 'number' } }, required: ['total'] },
    },
    { type: 'IDENTIFY', jsonSchema: { properties: { age: { type: 'number' } } } },
  ],
});

/** What arrives of some events at a source that enforces its plan so. */
const send = async (how: Omit<Enforcement, 'plan'>) => {
  const enforcer = enforcePlans({ shop: { plan, ...how } });
  const simulator = createSimulator({ enforce: enforcer.enforce });
  for (const writeKey of ['shop', 'other']) {
    const segment = createSegment({ writeKey, transport: simulator.transport });
    void segment.track({ event: 'Paid', userId: 'u', messageId: `${writeKey}-1`, properties: { total: 1 } });
    void segment.track({ event: 'Paid', userId: 'u', messageId: `${writeKey}-2`, properties: { total: 'x', more: 2 } });
    void segment.track({ event: 'Lost', userId: 'u', messageId: `${writeKey}-3` });
    void segment.identify({ userId: 'u', messageId: `${writeKey}-4`, traits: { age: 'x', name: 'J' } });
    const { failed } = await segment.close();
    expect(failed).toEqual([]);
  }
  const arrived = (key: string) =>
    simulator.events
      .filter(({ writeKey }) => writeKey === key)
      .map(({ event, messageId, body }) => [messageId.replace(`${key}-`, ''), event, body.properties ?? body.traits]);
  const broken = enforcer.broken.map(({ event, outcome, violations }) => [event.messageId, outcome, violations.length]);
  return { arrived, broken };
};

describe('a simulated source with a tracking plan', () => {
  it('lets all pass unless it is told otherwise, and says what broke the plan', async () => {
    const { arrived, broken } = await send({});
    expect(arrived('shop')).toHaveLength(4);
    expect(broken).toEqual([
      ['shop-2', 'allowed', 2],
      ['shop-3', 'allowed', 1],
      ['shop-4', 'allowed', 2],
    ]);
  });

  it('omits, and blocks, as it is configured; other sources are left alone', async () => {
    const omitting = await send({ unplannedProperties: 'omit', violations: 'omit' });
    expect(omitting.arrived('shop')).toEqual([
      ['1', 'Paid', { total: 1 }],
      ['2', 'Paid', {}],
      ['3', 'Lost', {}],
      ['4', undefined, {}],
    ]);
    expect(omitting.broken.map(([, outcome]) => outcome)).toEqual(['omitted', 'allowed', 'omitted']);
    const blocking = await send({ unplannedEvents: 'block', violations: 'block' });
    expect(blocking.arrived('shop').map(([id]) => id)).toEqual(['1']);
    expect(blocking.broken.map(([, outcome]) => outcome)).toEqual(['blocked', 'blocked', 'blocked']);
    expect(blocking.arrived('other')).toHaveLength(4);
    const unplanned = await send({ unplannedEvents: 'block', unplannedProperties: 'omit' });
    expect(unplanned.arrived('shop')).toEqual([
      ['1', 'Paid', { total: 1 }],
      ['2', 'Paid', { total: 'x' }],
      ['4', undefined, { age: 'x' }],
    ]);
  });

  it('forwards violations in the form of Segment, and what was blocked', async () => {
    const { arrived } = await send({ violations: 'block', forwardViolationsTo: 'watch', forwardBlockedTo: 'blocked' });
    expect(arrived('blocked').map(([id]) => id)).toEqual(['shop-2', 'shop-4']);
    expect(arrived('watch')).toHaveLength(5);
    expect(arrived('watch')[0]).toEqual([
      'shop-2-violation-0',
      'Violation Generated',
      {
        eventName: 'Paid',
        eventType: 'track',
        eventMessageID: 'shop-2',
        trackingPlanID: 'tp_1',
        violationField: 'properties.total',
        violationType: 'Invalid Type',
        violationDescription: 'properties.total: number expected, got string',
      },
    ]);
  });
});
