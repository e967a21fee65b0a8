import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';
import { renderLuaAccounts, renderLuaExample } from '@moonwire/docs-gen';
import { operations } from '@moonwire/segment-sdk';

import { segmentReference } from '../src/index.js';
import { withHost } from './simulated-host.js';

const markdown = readFileSync(new URL('./fixtures/segment.md', import.meta.url), 'utf8');
const blocks = [...markdown.matchAll(/^```lua\n(.*?)^```$/gms)].map((match) => (match[1] ?? '').trimEnd());

const accounts = { example: 'track', names: ['production', 'staging'] };

describe('The Lua blocks of the reference', () => {
  test('are the examples of the operations and the one of several accounts', () => {
    const rendered = operations
      .filter(({ group }) => group === 'core')
      .flatMap((operation) =>
        operation.examples.map((example) => renderLuaExample(segmentReference, operation, example)),
      );
    expect(blocks).toEqual([...rendered, renderLuaAccounts(segmentReference, accounts)].map((code) => code.trimEnd()));
    expect(blocks).toHaveLength(11);
  });

  test.each(blocks.slice(0, -1).map((code) => ({ code, title: code.split('\n')[0] })))(
    'runs as it stands: $title',
    ({ code }) =>
      withHost({}, async ({ host, simulator }) => {
        const result = await host.run(code);
        expect(result.error).toBeUndefined();
        expect(simulator.events.length + result.output.length).toBeGreaterThan(0);
      }),
  );

  test('reach three accounts, told apart by the write key that arrived', () =>
    withHost(
      {},
      async ({ host, simulator }) => {
        const input = '{ event = "Order Completed", userId = "user-42" }';
        const result = await host.run((blocks.at(-1) ?? '').replaceAll('{...}', input));
        expect(result.error).toBeUndefined();
        const keys = simulator.events.map(({ writeKey }) => writeKey).sort();
        expect(keys).toEqual(['simulator-default', 'simulator-default', 'simulator-production', 'simulator-staging']);
        expect(result.calls.map(({ account }) => account)).toEqual(['default', 'default', 'production', 'staging']);
      },
      'HTTP server',
    ));
});
