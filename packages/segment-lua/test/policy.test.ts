import { describe, expect, test } from '@jest/globals';

import { createSegmentLua, isDeniedError, type Policy, type ProposedCall, type SegmentAccount } from '../src/index.js';
import { withHost } from './simulated-host.js';

const segment = 'app.integrations.segment';
const track = `${segment}.track({ event = "Order Completed", userId = "user-42" })`;
const read = `${segment}.get_workspace({ slug = "my-workspace" })`;

const statusesUnder = (policy: Policy, code: string): Promise<string[]> =>
  withHost({ policy }, async ({ host }) => (await host.run(code)).calls.map(({ status }) => status));

describe('A policy', () => {
  test('allows what no rule speaks of', async () => {
    expect(await statusesUnder({ rules: [] }, `${track} ${read}`)).toEqual(['delivered', 'ok']);
  });

  test('denies by effect, operation and account', async () => {
    const code = `
      pcall(function() ${track} end) pcall(function() ${read} end)
      pcall(${segment}.staging.track, { event = "E", userId = "u" }) pcall(${segment}.page, { name = "N", userId = "u" })
    `;
    expect(await statusesUnder({ rules: [{ effect: 'write', then: 'deny' }] }, code)).toEqual([
      'denied',
      'ok',
      'denied',
      'denied',
    ]);
    expect(await statusesUnder({ rules: [{ operation: 'track', then: 'deny' }] }, code)).toEqual([
      'denied',
      'ok',
      'denied',
      'delivered',
    ]);
    expect(await statusesUnder({ rules: [{ account: 'staging', then: 'deny' }] }, code)).toEqual([
      'delivered',
      'ok',
      'denied',
      'delivered',
    ]);
  });

  test('is decided by the first rule that matches', async () => {
    const rules: Policy['rules'] = [
      { operation: 'track', account: 'default', then: 'allow' },
      { operation: 'track', then: 'deny' },
    ];
    expect(await statusesUnder({ rules }, track)).toEqual(['delivered']);
    expect(await statusesUnder({ rules: [...rules].reverse() }, track)).toEqual(['denied']);
  });

  test('cannot be got round by calling an account by another name', () =>
    withHost(
      { policy: { rules: [{ account: 'production', then: 'deny' }] }, account: 'production' },
      async ({ host }) => {
        const { calls } = await host.run(`
        pcall(function() ${track} end)
        pcall(${segment}.default.track, { event = "E", userId = "u" })
        pcall(${segment}.production.track, { event = "E", userId = "u" })
      `);
        expect(calls.map(({ status, account }) => [status, account])).toEqual(Array(3).fill(['denied', 'production']));
      },
    ));

  test('sends nothing that it denies, and says who can change it', () =>
    withHost({ policy: { rules: [{ then: 'deny' }], owner: 'Ada of the data team' } }, async ({ host, simulator }) => {
      const result = await host.run(`\n${track}`);
      expect(result.error).toMatchObject({
        code: 'denied',
        line: 2,
        message:
          "script.lua:2: track: denied for account 'default' (write): the policy forbids it; Ada of the data team can allow it",
      });
      expect(isDeniedError(result.error?.cause)).toBe(true);
      expect(simulator.requests).toEqual([]);
    }));

  test('gives a script the denial as an error with fields', () =>
    withHost({ policy: { rules: [{ then: 'deny' }] } }, async ({ host }) => {
      const { values } = await host.run(
        `local ok, err = pcall(function() ${track} end) return err.code, err.operation, err.account, err.effect`,
      );
      expect(values).toEqual(['denied', 'track', 'default', 'write']);
    }));

  test('asks with the exact call, and abides by the answer', () => {
    const asked: ProposedCall[] = [];
    const ask = (call: ProposedCall): Promise<boolean> => Promise.resolve(asked.push(call) === 1);
    return withHost({ policy: { rules: [{ effect: 'write', then: 'ask' }], ask } }, async ({ host }) => {
      const result = await host.run(`${track}\nlocal ok, err = pcall(function() ${track} end)\nreturn err.message`);
      expect(asked[0]).toEqual({
        path: `${segment}.track`,
        operation: 'track',
        account: 'default',
        effect: 'write',
        line: 1,
        input: { event: 'Order Completed', userId: 'user-42' },
      });
      expect(result.calls.map(({ status }) => status)).toEqual(['delivered', 'denied']);
      expect(result.values[0]).toContain('approval was refused');
    });
  });

  const asksNobody = async (code: string, accounts?: Record<string, SegmentAccount>) => {
    const asked: ProposedCall[] = [];
    const policy: Policy = { rules: [{ then: 'ask' }], ask: (call) => asked.push(call) > 0 };
    return withHost({ policy, ...(accounts && { accounts }) }, async ({ host, simulator }) => {
      const { calls, error } = await host.run(code);
      expect(asked).toEqual([]);
      expect(simulator.requests).toEqual([]);
      expect(calls).toMatchObject([{ status: 'failed' }]);
      return error?.code;
    });
  };

  const hopeless: readonly (readonly [what: string, code: string, expected: string])[] = [
    ['lacks a field', `${segment}.track({ event = "E" })`, 'invalid_input'],
    ['has an unknown field', `${segment}.identify({ userId = "u", trait = {} })`, 'invalid_input'],
    ['has a field of the wrong type', `${segment}.page({ name = 7, userId = "u" })`, 'invalid_input'],
    ['has no table of fields', `${segment}.track("E")`, 'invalid_input'],
    ['is too large', `${segment}.track({ event = ("x"):rep(40000), userId = "u" })`, 'event_too_large'],
    ['reads and lacks a field', `${segment}.get_source({ slug = "my-workspace" })`, 'invalid_input'],
    ['reads and has an unknown field', `${segment}.get_workspace({ slug = "s", id = "i" })`, 'invalid_input'],
  ];
  test.each(hopeless)('asks nobody about a call that %s', async (_, code, expected) => {
    expect(await asksNobody(code)).toBe(expected);
  });

  test('asks nobody about a call for which the account has no credential', async () => {
    expect(await asksNobody(track, { default: { apiToken: 'sgp_simulator' } })).toBe('missing_write_key');
    expect(await asksNobody(read, { default: { writeKey: 'simulator-default' } })).toBe('missing_api_token');
  });

  test('sends a call once, after the person agreed, and tells hooks of it once', () => {
    const sent: string[] = [];
    const client = { onRequest: ({ operation }: { readonly operation: string }) => sent.push(operation) };
    const policy: Policy = { rules: [{ then: 'ask' }], ask: () => sent.length < 9 };
    return withHost({ policy, client }, async ({ host, simulator }) => {
      const { ok, usage } = await host.run(`${read} ${track}`);
      expect([ok, usage.batches, sent]).toEqual([true, 1, ['get_workspace', 'batch']]);
      expect(simulator.events).toHaveLength(1);
    });
  });

  test('forbids before it looks at what is wrong with a call', async () => {
    expect(
      await statusesUnder({ rules: [{ then: 'deny' }] }, `pcall(function() ${segment}.track({ event = "E" }) end)`),
    ).toEqual(['denied']);
  });

  test('denies when there is nobody to ask', () =>
    withHost({ policy: { rules: [{ then: 'ask' }] } }, async ({ host }) => {
      expect((await host.run(track)).error?.message).toContain('nobody is there to ask');
    }));
});

describe('A dry run', () => {
  test('shows each request and sends nothing', () =>
    withHost({}, async ({ host, simulator }) => {
      const result = await host.run(
        `
        local sources = ${segment}.list_sources({ slug = "my-workspace" }).sources
        ${segment}.production.track({ event = "Sources Counted", userId = "user-42", properties = { count = #sources } })
        return sources[1].write_key
      `,
        { dryRun: true },
      );
      expect(result.error).toBeUndefined();
      expect(result.values).toEqual(['<writeKey>']);
      expect(result.planned).toEqual([
        { operation: 'list_sources', account: 'default', line: 2, method: 'GET', url: 'https://api.segmentapis.com/' },
        {
          operation: 'track',
          account: 'production',
          line: 3,
          method: 'POST',
          url: 'https://api.segment.io/v1/batch',
          body: expect.objectContaining({
            type: 'track',
            event: 'Sources Counted',
            userId: 'user-42',
            properties: { count: 1 },
          }),
        },
      ]);
      expect(result.calls.map(({ status }) => status)).toEqual(['dry_run', 'dry_run']);
      expect(result.deliveries).toEqual({ queued: 0, delivered: 0, dropped: 0, failed: [] });
      expect(simulator.requests).toEqual([]);
    }));

  test('still finds what is wrong with a call', () =>
    withHost({ dryRun: true }, async ({ host }) => {
      expect((await host.run(`${segment}.track({ event = "E" })`)).error?.code).toBe('invalid_input');
      expect((await host.run(`${segment}.get_source({ slug = "my-workspace" })`)).error?.code).toBe('invalid_input');
    }));

  test('denies with an error that JSON and logs hold whole', () =>
    withHost({ policy: { rules: [{ effect: 'write', then: 'deny' }] } }, async ({ host }) => {
      const { error } = await host.run(track);
      const denied = error?.cause as Error;
      const held = { code: 'denied', operation: 'track', account: 'default', effect: 'write', message: denied.message };
      expect(JSON.parse(JSON.stringify(denied))).toMatchObject(held);
      expect(Object.fromEntries(Object.entries(denied))).toMatchObject(held);
    }));
});

describe('A policy that says something else than it seems to is refused', () => {
  test.each<[unknown, string]>([
    [{ rules: [{ effect: 'writes', then: 'deny' }] }, "policy.rules[0].effect cannot be 'writes'. Did you mean: write"],
    [
      {
        rules: [
          { effect: 'read', then: 'allow' },
          { operation: 'trak', then: 'deny' },
        ],
      },
      "policy.rules[1].operation cannot be 'trak'. Did you mean: track",
    ],
    [
      { rules: [{ operation: 'delete_sources', then: 'deny' }] },
      "policy.rules[0].operation cannot be 'delete_sources'. Did you mean: delete_source",
    ],
    [{ rules: [{ effect: 'write', then: 'dney' }] }, "policy.rules[0].then cannot be 'dney'. Did you mean: deny"],
    [{ rules: [{ effect: 'write' }] }, 'policy.rules[0].then must be allow, deny, ask, got undefined'],
    [
      { rules: [{ efect: 'write', then: 'deny' }] },
      "createSegmentLua: policy.rules[0], a field, cannot be 'efect'. Did you mean: effect",
    ],
    [{ rules: [{ account: ['production'], then: 'deny' }] }, 'policy.rules[0].account must be the name of an account'],
    [{ rule: [] }, "createSegmentLua: policy, a field, cannot be 'rule'. Did you mean: rules"],
    [{ rules: { effect: 'write', then: 'deny' } }, 'policy.rules must be a list of rules, got object'],
    [{ rules: [], ask: true }, 'policy.ask must be a function, got boolean'],
    [[], 'policy must be an object'],
    ['deny', 'policy must be an object, got string'],
  ])('%j', (policy, message) => {
    expect(() => createSegmentLua({ policy: policy as Policy })).toThrow(message);
  });
});
