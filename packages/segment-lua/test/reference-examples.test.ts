import { describe, expect, test } from '@jest/globals';
import { renderLuaExample } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';
import { outcomes } from '@moonwire/segment-sdk/simulator';

import { segmentReference } from '../src/index.js';
import { type Transport, transports, withHost } from './simulated-host.js';

const core = operations.filter((operation) => operation.group === 'core');

const examples = core.flatMap((operation) =>
  operation.examples.map((example, index) => ({
    name: operation.name,
    title: example.title,
    code: renderLuaExample(segmentReference, operation, example),
    expected: outcomes[operation.name]?.[index],
  })),
);

const cases = (Object.keys(transports) as Transport[]).flatMap((transport) =>
  examples.map((example) => ({ ...example, transport })),
);

describe('Every example of the reference', () => {
  test('is expected to do something', () => {
    expect(examples).toHaveLength(10);
    expect(examples.filter(({ expected }) => expected === undefined)).toEqual([]);
  });

  test.each(cases)('runs through the $transport: $name: $title', ({ transport, code, expected }) =>
    withHost(
      {},
      async ({ host, simulator }) => {
        const result = await host.run(code);
        expect(result.error).toBeUndefined();
        expect(result.ok).toBe(true);
        expect(result.output).toBe(expected?.output ?? '');
        const bodies = simulator.events.map((event) => event.body);
        expect(bodies).toEqual(
          expected?.event
            ? [
                {
                  ...expected.event,
                  messageId: expect.stringMatching(/^.{16,99}$/),
                  timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
                  context: { library: { name: expect.any(String), version: expect.any(String) } },
                },
              ]
            : [],
        );
        expect(simulator.events.every(({ writeKey }) => writeKey === 'simulator-default')).toBe(true);
      },
      transport,
    ),
  );
});
