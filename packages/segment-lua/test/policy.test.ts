import { describe, expect, test } from '@jest/globals';

import { isDeniedError, type Policy, type ProposedCall } from '../src/index.js';
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
});
