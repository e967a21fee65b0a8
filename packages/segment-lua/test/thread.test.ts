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

describe('A sandbox that serves all runs', () => {
  test('keeps overlapping runs of several hosts apart, and outlives them', async () => {
    const lua = createLuaWorker({ maxThreads: 2 });
    try {
      const run = (n: number) =>
        withHost({ sandbox: lua, globals: { n } }, async ({ host, simulator }) => {
          const said: string[] = [];
          const onOutput = (text: string): void => void said.push(text);
          const results = await Promise.all(
            [1, 2, 3].map((k) =>
              host.run(
                `print(n, args.k) leak = (leak or 0) + 1 ${segment}.track({ event = "E" .. n, userId = "u" .. args.k }) return leak`,
                { args: { k }, onOutput },
              ),
            ),
          );
          expect(results.map(({ error, values, output }) => [error, values, output])).toEqual(
            [1, 2, 3].map((k) => [undefined, [1], `${n}\t${k}\n`]),
          );
          expect(said.join('').split('\n').sort()).toEqual(['', `${n}\t1`, `${n}\t2`, `${n}\t3`]);
          expect(simulator.events.map(({ body }) => [body['event'], body['userId']]).sort()).toEqual(
            [1, 2, 3].map((k) => [`E${n}`, `u${k}`]),
          );
        });
      await Promise.all([1, 2, 3, 4].map(run));
      expect(lua.load).toMatchObject({ running: 0, queued: 0 });
      expect(await lua.run('return n, args, app')).toMatchObject({ ok: true, values: [] });
    } finally {
      lua[Symbol.dispose]();
    }
  });

  test('has limits of its own, and reports as any other', async () => {
    using lua = createLuaWorker({ limits: { instructions: 100_000 } });
    await withHost({ sandbox: lua }, async ({ host }) => {
      expect((await host.run('while true do end')).error?.code).toBe('limit_instructions');
      expect((await host.run(`${segment}.trakc({})`)).error?.suggestion).toBe('track');
      const signal = AbortSignal.abort(new Error('not today'));
      expect((await host.run('return 1', { signal })).error).toMatchObject({
        code: 'aborted',
        cause: { message: 'not today' },
      });
    });
    await expect(withHost({ sandbox: lua, limits: { timeMs: 1 } }, () => Promise.resolve())).rejects.toThrow(
      'createSegmentLua: a sandbox that was made already has its limits',
    );
  });
});
