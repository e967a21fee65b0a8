import { describe, expect, test } from '@jest/globals';
import { createLuaWorker } from '@moonwire/lua-bridge';

import { withHost } from './simulated-host.js';

const segment = 'app.integrations.segment';

describe('A script in a thread of its own', () => {
  const options = { sandbox: createLuaWorker, limits: { timeMs: 5_000 } };

  test('does what it does in this one', () =>
    withHost(options, async ({ host, simulator }) => {
      const result = await host.run(`
        print("hello")
        local receipt = ${segment}.production.track({ event = "Order Completed", userId = "user-42" })
        local ok, err = pcall(${segment}.track, { event = "E" })
        return receipt.status, err.code, ${segment}.get_workspace({ slug = "my-workspace" }).name
      `);
      expect(result.error).toBeUndefined();
      expect(result.values).toEqual(['queued', 'invalid_input', 'My Workspace']);
      expect(result.output).toBe('hello\n');
      expect(result.calls.map(({ account, line, status }) => [account, line, status])).toEqual([
        ['production', 3, 'delivered'],
        ['default', 4, 'failed'],
        ['default', 5, 'ok'],
      ]);
      expect(simulator.events).toMatchObject([{ writeKey: 'simulator-production' }]);
    }));

  test('reports errors the same way', () =>
    withHost(options, async ({ host }) => {
      const { error } = await host.run(`\n${segment}.trakc({})`);
      expect(error).toMatchObject({
        code: 'unknown_function',
        line: 2,
        suggestion: 'track',
        message: `script.lua:2: Unknown function: ${segment}.trakc. Did you mean: track`,
      });
      expect((await host.run(`${segment}.get_workspace({ slug = "acme" })`)).error).toMatchObject({
        code: 'not_found',
        line: 1,
      });
    }));

  test('is never given a credential', () =>
    withHost(
      { ...options, accounts: { default: { writeKey: 'canary-key', apiToken: 'canary-token' } } },
      async ({ host }) => {
        const { output } = await host.run(`
        local seen = {}
        local function walk(value)
          if seen[value] then return end
          if type(value) == "table" then seen[value] = true for k, v in pairs(value) do walk(k) walk(v) end else print(value) end
        end
        walk(_G)
      `);
        expect(output.length).toBeGreaterThan(500);
        expect(output).not.toContain('canary');
      },
    ));

  test('is ended whatever it does, and what it queued arrives', () =>
    withHost({ ...options, limits: { timeMs: 300 } }, async ({ host, simulator }) => {
      const { error, deliveries } = await host.run(
        `${segment}.track({ event = "E", userId = "u" }) while true do pcall(error) end`,
      );
      expect(error?.code).toBe('limit_time');
      expect(deliveries).toMatchObject({ queued: 1, delivered: 1 });
      expect(simulator.events).toHaveLength(1);
    }));
});
