import { describe, expect, test } from '@jest/globals';
import { createAccountRegistry, environmentStore, memoryStore } from '@moonwire/account-registry';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

import { type CallRecord, createSegmentLua, segmentService } from '../src/index.js';
import { withHost } from './simulated-host.js';

const segment = 'app.integrations.segment';
const track = (more = ''): string => `${segment}.track({ event = "Order Completed", userId = "user-42"${more} })`;

describe('A run', () => {
  test('returns values, output, calls, deliveries and what it cost', () =>
    withHost({}, async ({ host }) => {
      const result = await host.run(`print("hi")\nlocal receipt = ${track()}\nreturn receipt, { 1, 2 }`);
      expect(result).toMatchObject({
        ok: true,
        values: [{ message_id: expect.any(String), status: 'queued' }, [1, 2]],
        output: 'hi\n',
        calls: [
          {
            path: `${segment}.track`,
            operation: 'track',
            account: 'default',
            effect: 'write',
            line: 2,
            status: 'delivered',
          },
        ],
        deliveries: { queued: 1, delivered: 1, dropped: 0, failed: [] },
        usage: { hostCalls: 1, batches: 1, outputBytes: 3 },
      });
      expect(result.usage.timeMs).toBeGreaterThan(0);
      expect(result.usage.instructions).toBeGreaterThan(0);
    }));

  test('says how much memory the script took', () =>
    withHost({ limits: { memoryBytes: 8 * 1024 * 1024 } }, async ({ host }) => {
      const { ok, usage } = await host.run(
        'local kept = {} for i = 1, 200000 do kept[i % 5000] = { i } end return #kept',
      );
      expect(ok).toBe(true);
      expect(usage.memoryBytes).toBeGreaterThan(5000);
      expect(usage.memoryBytes).toBeLessThan(8 * 1024 * 1024);
    }));

  test('tells of calls and output while it goes on', () => {
    const calls: CallRecord[] = [];
    const output: string[] = [];
    return withHost(
      { onCall: (call) => calls.push({ ...call }), onOutput: (text) => output.push(text) },
      async ({ host }) => {
        await host.run(`print("one")\n${track()}\nprint("two")`);
        expect(output.join('')).toBe('one\ntwo\n');
        expect(calls).toMatchObject([{ line: 2, status: 'queued', messageId: expect.any(String) }]);
      },
    );
  });

  test('is only over when every event has arrived', () =>
    withHost({}, async ({ host, simulator }) => {
      simulator.inject({ latencyMs: 50 });
      const result = await host.run(`for i = 1, 250 do ${track()} end`);
      expect(result.deliveries).toEqual({ queued: 250, delivered: 250, dropped: 0, failed: [] });
      expect(simulator.events).toHaveLength(250);
    }));

  test('fails when an event was not delivered, and says which', () =>
    withHost({}, async ({ host, simulator }) => {
      simulator.inject({ status: 400, times: Infinity });
      const result = await host.run(`\n${track()}\n${track()}`);
      expect(result.ok).toBe(false);
      expect(result.error).toMatchObject({
        code: 'not_delivered',
        line: 2,
        message: expect.stringMatching(/^script\.lua:2: 2 of 2 events were not delivered: /),
      });
      expect(result.deliveries).toMatchObject({
        queued: 2,
        delivered: 0,
        failed: [{ line: 2, operation: 'track', account: 'default' }, { line: 3 }],
      });
      expect(result.calls.map(({ status }) => status)).toEqual(['failed', 'failed']);
    }));

  test('lets a script handle an event that was not delivered, when calls are to be confirmed', () =>
    withHost({ delivery: 'confirm' }, async ({ host, simulator }) => {
      simulator.inject({ status: 400 });
      const result = await host.run(`
        local ok, err = pcall(function() return ${track()} end)
        return ok, err.status, ${track()}.status
      `);
      expect(result).toMatchObject({
        ok: true,
        values: [false, 400, 'delivered'],
        deliveries: { queued: 2, delivered: 1 },
      });
      expect(result.calls.map(({ status }) => status)).toEqual(['failed', 'delivered']);
    }));

  test('never lets a script see a full queue', () =>
    withHost({ client: { maxQueueBytes: 30_000 } }, async ({ host, simulator }) => {
      const result = await host.run(`for i = 1, 500 do ${track()} end`);
      expect(result.error).toBeUndefined();
      expect(simulator.events).toHaveLength(500);
    }));

  test('spells declared fields for Lua and leaves free-form keys alone', () =>
    withHost({}, async ({ host, simulator }) => {
      const result = await host.run(`
        local source = ${segment}.get_source({ slug = "my-workspace", id = "abc123" })
        ${track(', properties = { productId = 1, snake_case = {}, list = json.array({}) }')}
        return source
      `);
      expect(result.values[0]).toMatchObject({
        write_key: 'simulator-default',
        write_keys: ['simulator-default'],
        workspace_id: expect.any(String),
      });
      expect(simulator.events[0]?.body['properties']).toEqual({ productId: 1, snake_case: {}, list: [] });
    }));

  test('shares nothing with another that overlaps it', () =>
    withHost({}, async ({ host }) => {
      const runs = await Promise.all(
        [1, 2, 3].map((n) => host.run(`shared = (shared or 0) + ${n} ${track()} return shared`)),
      );
      expect(runs.map(({ values, calls }) => [values[0], calls.length])).toEqual([
        [1, 1],
        [2, 1],
        [3, 1],
      ]);
    }));

  test('is stopped by its signal, and still delivers what was queued', () =>
    withHost({}, async ({ host, simulator }) => {
      const stop = new AbortController();
      const result = await host.run(`${track()} print("queued") while true do pcall(error) end`, {
        signal: stop.signal,
        onOutput: () => {
          stop.abort(new Error('enough'));
        },
      });
      expect(result.error?.code).toBe('aborted');
      expect(simulator.events).toHaveLength(1);
    }));

  test('does not wait for a request that hangs once it is stopped', () =>
    withHost({ limits: { timeMs: 200 } }, async ({ host, simulator }) => {
      simulator.inject({ hang: true });
      const result = await host.run(`${segment}.get_workspace({ slug = "my-workspace" })`);
      // Waiting for the request would never end.
      expect(result.error?.code).toBe('limit_time');
    }));

  test('may make several calls at the same time', () => {
    let open = 0;
    const counts: number[] = [];
    const client = {
      onRequest: () => void counts.push((open += 1)),
      onResponse: () => {
        open -= 1;
      },
    };
    return withHost({ client }, async ({ host, simulator }) => {
      simulator.inject({ latencyMs: 200, times: Infinity });
      const result = await host.run(`
        local ids = { "abc123", "def456", "ghi789" }
        local sources = parallel(ids, function(id) return ${segment}.get_source({ slug = "my-workspace", id = id }) end)
        return sources[1].name, sources[2].name, sources[3].name
      `);
      expect(result.values).toEqual(['Website', 'Shop', 'Shop (staging)']);
      expect(Math.max(...counts)).toBe(3);
    });
  });

  test('is refused by a host that was closed', async () => {
    const host = createSegmentLua({ simulator: createSimulator() });
    await host.close();
    await expect(host.run('return 1')).rejects.toThrow('this host is closed');
  });
});

describe('The accounts of a run', () => {
  const twoAccounts = { production: { writeKey: 'simulator-production' }, staging: { writeKey: 'simulator-staging' } };

  test('come from a registry, as it is at that moment', async () => {
    const registry = createAccountRegistry({
      services: { segment: segmentService },
      stores: [environmentStore({ SEGMENT_WRITE_KEY: 'from-environment' }), memoryStore()],
    });
    await withHost({ accounts: registry }, async ({ host, simulator }) => {
      await registry.add('segment', 'added_later', { writeKey: 'from-memory' });
      const result = await host.run(`${track()} ${segment}.added_later.track({ event = "E", userId = "u" })`);
      expect(result.error).toBeUndefined();
      expect(simulator.events.map(({ writeKey }) => writeKey).sort()).toEqual(['from-environment', 'from-memory']);
    });
  });

  test('resolve the default the way the registry does, and record the account it is', async () => {
    const registry = createAccountRegistry({
      services: { segment: segmentService },
      stores: [memoryStore({ segment: twoAccounts })],
    });
    await registry.setDefault('segment', 'staging');
    await withHost({ accounts: registry }, async ({ host }) => {
      const { calls } = await host.run(`${track()} ${segment}.default.track({ event = "E", userId = "u" })`);
      expect(calls.map(({ account }) => account)).toEqual(['staging', 'staging']);
    });
  });

  test('need to be named when there are several and none is the default', () =>
    withHost({ accounts: twoAccounts }, async ({ host }) => {
      const { error } = await host.run(track());
      expect(error).toMatchObject({ code: 'no_default', message: expect.stringContaining('production') });
    }));

  test('cannot shadow a function', () =>
    withHost({ accounts: { track: { writeKey: 'k' } } }, async ({ host }) => {
      await expect(host.run(track())).rejects.toThrow(/track/);
    }));

  test('have the same functions each', () =>
    withHost({}, async ({ host }) => {
      const { values } = await host.run(`
        local function names(t) local n = {} for k, v in pairs(t) do if type(v) == "function" then n[#n + 1] = k end end table.sort(n) return table.concat(n, " ") end
        return names(${segment}), names(${segment}.default), names(${segment}.production)
      `);
      expect(values[0]).toContain('get_workspace');
      expect(new Set(values).size).toBe(1);
    }));
});
