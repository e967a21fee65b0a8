import { describe, expect, it } from '@jest/globals';

import { createSegment, type SegmentError } from '../src/index.js';
import { createPlan, type OnViolation } from '../src/plan.js';
import { createSimulator } from '../src/simulator.js';

const plan = createPlan({
  events: {
    'Order Completed': {
      properties: {
        revenue: { type: 'number', required: true },
        'a.b': 'string',
        items: { items: { properties: { n: 'integer' } } },
      },
    },
  },
});

const open = (onViolation?: OnViolation) => {
  const simulator = createSimulator();
  const told: [SegmentError, unknown][] = [];
  const segment = createSegment({
    writeKey: 'key',
    transport: simulator.transport,
    plan,
    ...(onViolation && { onViolation }),
    onError: (error, event) => told.push([error, event]),
  });
  return { simulator, segment, told };
};

describe('a client with a tracking plan', () => {
  it('sends what keeps to the plan and says nothing', async () => {
    for (const mode of [undefined, 'report', 'reject', 'omit'] as const) {
      const { segment, simulator, told } = open(mode);
      await segment.track({ event: 'Order Completed', userId: 'u', properties: { revenue: 1, items: [{ n: 1 }] } });
      expect(simulator.events).toHaveLength(1);
      expect(told).toEqual([]);
    }
  });

  it('reports by default: the event is sent, and onError learns what it breaks', async () => {
    const { segment, simulator, told } = open();
    const { status } = await segment.track({ event: 'Order Complete', userId: 'u' });
    expect([status, simulator.events.length]).toEqual(['delivered', 1]);
    expect(told).toMatchObject([
      [
        {
          code: 'plan_violation',
          operation: 'track',
          field: 'event',
          suggestion: 'Order Completed',
          violations: [{ type: 'Unplanned Event' }],
        },
        { event: 'Order Complete' },
      ],
    ]);
    expect(await segment.flush()).toMatchObject({ delivered: 1, failed: [] });
  });

  it('rejects at the call, and reports the event as failed', async () => {
    const { segment, simulator } = open('reject');
    await expect(segment.track({ event: 'Order Complete', userId: 'u' })).rejects.toMatchObject({
      code: 'plan_violation',
      message: expect.stringContaining(
        "track: event 'Order Complete' is not in the plan. Did you mean 'Order Completed' (revenue: number",
      ),
    });
    expect(() => segment.enqueue('track', { event: 'Order Completed', userId: 'u' })).toThrow(
      'properties.revenue is required',
    );
    const report = await segment.batch([
      { type: 'track', event: 'Order Completed', userId: 'u', properties: { revenue: '1' } },
      { type: 'track', event: 'Order Completed', userId: 'u', properties: { revenue: 1 } },
    ]);
    expect(report).toMatchObject({ delivered: 1, failed: [{ error: { field: 'properties.revenue' } }] });
    expect(simulator.events).toHaveLength(1);
  });

  it('omits what breaks the plan and sends the rest as it was', async () => {
    const { segment, simulator, told } = open('omit');
    const properties = {
      revenue: 1,
      'a.b': 5,
      more: true,
      items: [{ n: 'x', m: 1 }, { n: 2 }, 'item'],
      big: 2n ** 60n,
    };
    await segment.track({ event: 'Order Completed', userId: 'u', messageId: 'm', properties });
    expect(simulator.events[0]?.body).toMatchObject({
      messageId: 'm',
      properties: { revenue: 1, items: [{}, { n: 2 }] },
    });
    expect(Object.keys((simulator.events[0]?.body as { properties: object }).properties)).toEqual(['revenue', 'items']);
    expect(told).toHaveLength(1);
    await segment.track({ event: 'Unknown', userId: 'u', properties: { a: 1 } });
    expect(simulator.events[1]?.body).toMatchObject({ event: 'Unknown', properties: { a: 1 } });
  });

  it('checks what is sent: dates as texts, and what toJSON makes of an object', async () => {
    const dated = createPlan({
      events: { E: { properties: { at: { type: 'string', format: 'date-time' }, money: 'string' } } },
    });
    const { transport } = createSimulator();
    const segment = createSegment({ writeKey: 'k', transport, plan: dated, onViolation: 'reject' });
    const money = { toJSON: () => 5 };
    await expect(
      segment.track({ event: 'E', userId: 'u', properties: { at: new Date(), money } }),
    ).rejects.toMatchObject({ field: 'properties.money' });
  });

  it('rejects an event that is nested deeper than it can be checked, and goes on', async () => {
    const tree = { type: 'object', properties: { list: { $ref: '#/definitions/list' } } };
    const definitions = { list: { type: 'array', items: { $ref: '#/definitions/list' } } };
    const rules = [{ type: 'TRACK', key: 'E', version: 1, jsonSchema: { ...tree, definitions } }];
    const { transport } = createSimulator();
    const segment = createSegment({ writeKey: 'k', transport, plan: createPlan({ rules }) });
    const list = { toJSON: (): unknown => JSON.parse(`${'['.repeat(4_000)}${']'.repeat(4_000)}`) };
    await expect(segment.track({ event: 'E', userId: 'u', properties: { list } })).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('cannot be checked against its plan'),
    });
    await segment.track({ event: 'E', userId: 'u', properties: { list: [[]] } });
  });

  it('refuses an option that is none', () => {
    expect(() => createSegment({ onViolation: 'omit' })).toThrow(
      "createSegment: bad option 'plan' (plan for onViolation expected, got undefined)",
    );
    expect(() => createSegment({ plan, onViolation: 'block' as OnViolation })).toThrow(
      `createSegment: bad option 'onViolation' (one of report, reject, omit expected, got "block")`,
    );
  });
});
