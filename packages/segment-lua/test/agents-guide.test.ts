import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { withHost } from './simulated-host.js';

const guide = readFileSync(new URL('../../../docs/agents.md', import.meta.url), 'utf8');
const examples = [...guide.matchAll(/^```lua\n(?<code>.*?)^```\n\n```text\n(?<output>.*?)^```/gms)].map(
  ({ groups }) => ({
    code: groups?.['code'] ?? '',
    output: groups?.['output'] ?? '',
  }),
);

describe('The guide for agents', () => {
  test('says what each of its Lua examples prints', () => {
    expect(examples).toHaveLength(guide.match(/^```lua$/gm)?.length ?? 0);
    expect(examples.length).toBeGreaterThan(5);
  });

  test.each(examples.map((example, index) => ({ ...example, index })))(
    'has an example that works: $index',
    ({ code, output }) =>
      withHost({}, async ({ host }) => {
        const result = await host.run(code);
        expect(result.error).toBeUndefined();
        expect(result.output).toBe(output);
      }),
  );

  test('is right that an id sent twice counts once', () =>
    withHost({}, async ({ host, simulator }) => {
      await host.run(examples.find(({ code }) => code.includes('invoice'))?.code ?? '');
      expect(simulator.events).toHaveLength(1);
    }));

  test('is right that each account is reached', () =>
    withHost({}, async ({ host, simulator }) => {
      await host.run(examples.find(({ code }) => code.includes('Deployed'))?.code ?? '');
      expect(simulator.events.map(({ writeKey }) => writeKey).sort()).toEqual([
        'simulator-default',
        'simulator-production',
        'simulator-staging',
      ]);
    }));
});
