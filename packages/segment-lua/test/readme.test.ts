import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { withHost } from './simulated-host.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [hello = '', map = ''] = [...readme.matchAll(/^```lua\n(.*?)^```/gms)].map((match) => match[1] ?? '');

describe('The README', () => {
  test('begins with a script that prints what it says', () =>
    withHost({}, async ({ host, simulator }) => {
      expect((await host.run(hello)).output).toBe('queued\n');
      expect(simulator.events).toMatchObject([{ type: 'track', userId: 'user-42', event: 'Order Completed' }]);
    }));

  test('shows a map that rows can go through', () =>
    withHost({}, async ({ host, simulator }) => {
      const row = '{ user_id = "u1", created_at = "2026-11-24T08:00:00Z", total = "9.5", currency = "USD" }';
      const result = await host.run(`local map = (function() ${map} end)() map(${row})`);
      expect(result.error).toBeUndefined();
      expect(simulator.events[0]?.body).toMatchObject({
        userId: 'u1',
        timestamp: '2026-11-24T08:00:00Z',
        properties: { revenue: 9.5, currency: 'USD' },
      });
    }));
});
