import { describe, expect, test } from '@jest/globals';
import { isSegmentError } from '@moonwire/segment-sdk';

import type { SegmentLuaOptions } from '../src/index.js';
import { withHost } from './simulated-host.js';

interface BadCall {
  readonly title: string;
  readonly code: string;
  readonly error: { readonly code: string; readonly message: string; readonly suggestion?: string };
  readonly options?: SegmentLuaOptions;
}

const segment = 'app.integrations.segment';
const { writeKey, apiToken } = { writeKey: 'simulator-default', apiToken: 'sgp_simulator' };

const badCalls: readonly BadCall[] = [
  {
    title: 'a missing field',
    code: `${segment}.track({ event = "Order Completed" })`,
    error: {
      code: 'invalid_input',
      message: "script.lua:1: track: missing field 'userId' (string expected; or give anonymousId)",
    },
  },
  {
    title: 'a wrong type',
    code: `local id = 42\n${segment}.track({ event = "Order Completed", userId = id })`,
    error: { code: 'invalid_input', message: "script.lua:2: track: bad field 'userId' (string expected, got number)" },
  },
  {
    title: 'an unknown parameter',
    code: `${segment}.track({ event = "Order Completed", userid = "user-42" })`,
    error: {
      code: 'invalid_input',
      message: "script.lua:1: track: unknown field 'userid'. Did you mean: userId",
      suggestion: 'userId',
    },
  },
  {
    title: 'an unknown function',
    code: `${segment}.trakc({})`,
    error: {
      code: 'unknown_function',
      message: `script.lua:1: Unknown function: ${segment}.trakc. Did you mean: track`,
      suggestion: 'track',
    },
  },
  {
    title: 'an unknown account',
    code: `${segment}.prodution.track({ event = "Order Completed", userId = "user-42" })`,
    error: {
      code: 'unknown_function',
      message: `script.lua:1: Unknown function: ${segment}.prodution. Did you mean: production`,
      suggestion: 'production',
    },
  },
  {
    title: 'an account without a write key',
    code: `${segment}.track({ event = "Order Completed", userId = "user-42" })`,
    options: { accounts: { default: { apiToken } } },
    error: {
      code: 'missing_write_key',
      message: 'script.lua:1: track: no write key; give writeKey, or set SEGMENT_WRITE_KEY',
    },
  },
  {
    title: 'an account without an API token',
    code: `${segment}.get_workspace({ slug = "my-workspace" })`,
    options: { accounts: { default: { writeKey } } },
    error: {
      code: 'missing_api_token',
      message: 'script.lua:1: get_workspace: no API token; give apiToken, or set SEGMENT_API_TOKEN',
    },
  },
  {
    title: 'a token that Segment refuses',
    code: `${segment}.get_workspace({ slug = "my-workspace" })`,
    options: { accounts: { default: { apiToken: 'sgp_revoked' } } },
    error: {
      code: 'unauthorized',
      message: expect.stringMatching(
        /^script\.lua:1: get_workspace: refused \(401\): .+; check the API token \(apiToken, SEGMENT_API_TOKEN\)$/,
      ) as unknown as string,
    },
  },
  {
    title: "a workspace that is not the token's",
    code: `${segment}.get_workspace({ slug = "acme" })`,
    error: {
      code: 'not_found',
      message: "script.lua:1: get_workspace: no workspace 'acme' for this token; it belongs to 'my-workspace'",
    },
  },
  {
    title: 'a source that is not there',
    code: `${segment}.get_source({ slug = "my-workspace", id = "nope" })`,
    error: { code: 'not_found', message: "script.lua:1: get_source: no source 'nope' in the workspace 'my-workspace'" },
  },
  {
    title: 'a script with a syntax error',
    code: 'print("one")\nprint("two"',
    error: { code: 'syntax', message: "script.lua:2: ')' expected near <eof>" },
  },
  {
    title: 'a script that throws a table',
    code: '\nerror({ code = "out_of_stock", message = "no widgets left" })',
    error: { code: 'out_of_stock', message: 'script.lua:2: no widgets left' },
  },
];

describe('A bad call', () => {
  test.each(badCalls)('$title says what is wrong', ({ code, options = {}, error }) =>
    withHost(
      options,
      async ({ host, simulator }) => {
        const result = await host.run(code);
        expect(result.ok).toBe(false);
        expect(result.error).toMatchObject({
          ...error,
          line: Number(/^script\.lua:(\d+)/.exec(result.error?.message ?? '')?.[1]),
        });
        expect(simulator.events).toEqual([]);
      },
      'HTTP server',
    ),
  );

  test('reaches the host as the error that was raised', () =>
    withHost({}, async ({ host }) => {
      const { error } = await host.run(`${segment}.get_source({ slug = "my-workspace", id = "nope" })`);
      expect(isSegmentError(error?.cause, 'not_found')).toBe(true);
    }));

  test('can be caught in the script, by its code', () =>
    withHost({}, async ({ host }) => {
      const result = await host.run(`
        local ok, err = pcall(${segment}.track, { event = "Order Completed" })
        return ok, err.code, err.kind, tostring(err)
      `);
      expect(result.ok).toBe(true);
      expect(result.values.slice(0, 3)).toEqual([false, 'invalid_input', 'validation']);
      expect(result.values[3]).toContain("track: missing field 'userId'");
    }));

  test('is recorded among the calls', () =>
    withHost({}, async ({ host }) => {
      const { calls } = await host.run(`\n${segment}.staging.track({ event = "Order Completed" })`);
      expect(calls).toEqual([
        {
          path: `${segment}.staging.track`,
          operation: 'track',
          account: 'staging',
          effect: 'write',
          line: 2,
          ms: expect.any(Number),
          status: 'failed',
          error: { code: 'invalid_input', message: expect.stringContaining("missing field 'userId'") },
        },
      ]);
    }));
});
