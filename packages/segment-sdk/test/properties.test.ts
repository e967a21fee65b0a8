import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Report } from '../src/index.js';
import type { Fault } from '../src/simulator.js';
import { event, simulated } from './setup.js';

/** What a program may do with a client. */
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('track' as const), user: fc.integer({ min: 0, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('bad' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('batch' as const), count: fc.integer({ min: 0, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('flush' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('turn' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      timeoutMs: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
  },
);

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc
    .record({
      status: fc.constantFrom(200, 400, 401, 413, 429, 500, 503, 301),
      latencyMs: fc.integer({ min: 0, max: 3 }),
    })
    .filter(({ status }) => status !== 200),
  fc.record({ drop: fc.constantFrom('before' as const, 'after' as const) }),
  fc.record({ latencyMs: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ status: fc.constant(429) }),
  fc.record({ hang: fc.constant(true) }),
);

const options = fc.record({
  flushAt: fc.integer({ min: 1, max: 5 }),
  maxBatchEvents: fc.integer({ min: 1, max: 6 }),
  maxInFlight: fc.integer({ min: 1, max: 3 }),
  maxRetries: fc.constantFrom(0, Infinity),
  maxRetryMs: fc.integer({ min: 0, max: 40 }),
  maxQueueBytes: fc.constantFrom(600, 2_000, 1_000_000),
  delivery: fc.constantFrom('batch' as const, 'confirm' as const),
});

test('whatever is called in whatever order, and whatever goes wrong, every event ends exactly once', async () => {
  await fc.assert(
    fc.asyncProperty(
      options,
      fc.array(step, { maxLength: 40 }),
      fc.array(fault, { maxLength: 12 }),
      async (given, steps, faults) => {
        const { segment, simulator } = simulated({ ...given, flushIntervalMs: 2, timeoutMs: 8 });
        for (const item of faults) simulator.inject(item);
        const outcomes: Promise<string>[] = [];
        const reports = new Set<Promise<Report>>();
        const promised = new Set<string>();
        let calls = 0;
        for (const action of steps) {
          if (action.do === 'track') {
            calls += 1;
            outcomes.push(
              segment.track({ ...event(calls, `u${action.user}`), messageId: `m${calls}` }).then(
                ({ messageId, status }) => (promised.add(messageId), status),
                () => 'failed',
              ),
            );
          } else if (action.do === 'bad') {
            calls += 1;
            outcomes.push(
              segment.track({ event: 'E', userId: '' }).then(
                ({ status }) => status,
                () => 'failed',
              ),
            );
          } else if (action.do === 'batch') {
            const from = calls;
            calls += action.count;
            reports.add(
              segment.batch(
                Array.from({ length: action.count }, (_, n) => ({
                  type: 'track' as const,
                  ...event(from + n, `b${n}`),
                  messageId: `b${from + n}`,
                })),
              ),
            );
          } else if (action.do === 'flush') reports.add(segment.flush());
          else if (action.do === 'close') reports.add(segment.close({ timeoutMs: action.timeoutMs }));
          else await new Promise((resolve) => setImmediate(resolve));
        }
        reports.add(segment.close());
        // What was refused after the client had closed.
        reports.add(segment.flush());
        const settled = await Promise.all(outcomes);
        const unique = new Set(await Promise.all(reports));
        const delivered = [...unique].reduce((sum, report) => sum + report.delivered, 0);
        const failures = [...unique].flatMap((report) => report.failed);

        expect(delivered + failures.length).toBe(calls);
        expect(settled.every((status) => status === 'delivered' || status === 'failed')).toBe(true);
        const failed = failures.flatMap(({ event: lost }) => (lost as { messageId?: string }).messageId ?? []);
        expect(new Set(failed).size).toBe(failed.length);
        const kept = simulator.events.map(({ messageId }) => messageId);
        expect(new Set(kept).size).toBe(kept.length);
        for (const messageId of promised) {
          expect(kept.filter((id) => id === messageId)).toHaveLength(1);
          expect(failed).not.toContain(messageId);
        }
        expect(kept.length).toBeGreaterThanOrEqual(delivered);
      },
    ),
    { numRuns: 150, endOnFailure: true, plugins: [fc.timeout(10_000)] },
  );
}, 120_000);
