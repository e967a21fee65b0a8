import { describe, expect, test } from '@jest/globals';
import { createAgentDocs } from '@moonwire/docs-gen';
import { createPlan } from '@moonwire/segment-sdk/plan';

import { checkScript } from '../src/check.js';
import type { SegmentLuaOptions } from '../src/index.js';
import { wholeReference } from '../src/reference.js';
import { type SimulatedHost, withHost } from './simulated-host.js';

const { guides = [], errors = [] } = wholeReference;

const examples = guides.flatMap(({ name, text }) =>
  [...text.matchAll(/^```lua\n(.*?)^```\n\n```text\n(.*?)^```/gms)].map(([, code = '', output = '']) => ({
    name,
    code,
    output,
  })),
);

describe('guides', () => {
  test('say what each of their Lua examples prints', () => {
    const blocks = guides.flatMap(({ text }) => text.match(/^```lua$/gm) ?? []);
    expect(examples).toHaveLength(blocks.length);
    expect(new Set(examples.map(({ name }) => name))).toEqual(
      new Set(['start', 'accounts', 'libraries', 'retries', 'imports', 'simulator', 'agents']),
    );
  });

  test.each(examples.map((example, index) => ({ ...example, index })))(
    'have an example that works: $name, $index',
    ({ code, output }) =>
      withHost({}, async ({ host, simulator }) => {
        simulator.inject({ on: 'tracking', status: 503 });
        const result = await host.run(code);
        expect(result.error).toBeUndefined();
        expect(result.output.trimEnd()).toBe(output.trimEnd());
      }),
  );

  test('have an example in TypeScript that works, of a test with the simulator', () =>
    withHost({ client: { maxRetryMs: 60_000 } }, async ({ host, simulator }) => {
      simulator.inject({ status: 503, times: 2 });
      const result = await host.run('app.integrations.segment.track({ event = "Signed Up", userId = "user-42" })');
      expect([result.ok, simulator.events.map(({ event }) => event)]).toEqual([true, ['Signed Up']]);
    }));
});

/** The surroundings in which an example fails as it says. */
interface Surroundings extends SegmentLuaOptions {
  readonly prepare?: (simulated: SimulatedHost) => void;
}

const fault = (status: number): Surroundings => ({
  client: { maxRetries: 0 },
  prepare: ({ simulator }) => {
    simulator.inject({ status, body: '{}', times: 100 });
  },
});

const SURROUNDINGS: Readonly<Record<string, Surroundings>> = {
  missing_write_key: { accounts: {} },
  missing_api_token: { accounts: {} },
  not_delivered: fault(400),
  unauthorized: { accounts: { default: { apiToken: 'sgp_other' } } },
  forbidden: fault(403),
  rate_limited: fault(429),
  api_error: fault(500),
  network_error: {
    client: { maxRetries: 0 },
    prepare: ({ simulator }) => {
      simulator.inject({ drop: 'before', times: 100 });
    },
  },
  timeout: {
    client: { maxRetries: 0, timeoutMs: 50 },
    prepare: ({ simulator }) => {
      simulator.inject({ hang: true, times: 100 });
    },
  },
  current_user_unknown: {
    prepare: ({ simulator: { workspace } }) => {
      const [user] = workspace.users;
      if (user) (workspace.users as object[]).push({ ...user, id: 'user-2', email: 'bob@example.com' });
    },
  },
  plan_violation: { plan: createPlan({ events: { 'Signed Up': {} } }) },
  denied: { policy: { rules: [{ effect: 'write', then: 'deny' }] } },
  limit_time: { limits: { timeMs: 100 } },
  limit_instructions: { limits: { instructions: 1_000_000, timeMs: 60_000 } },
  limit_memory: { limits: { memoryBytes: 1_000_000 } },
  limit_output: { limits: { outputBytes: 10_000 } },
  limit_host_calls: { limits: { hostCalls: 10 } },
};

/** Those that end a run from outside. */
const ENDED = { aborted: { signal: AbortSignal.timeout(1) }, deadline: { deadlineMs: 50 } } as const;

describe('the page of errors', () => {
  const failing = errors.filter(({ example }) => example !== undefined);

  test('has an example of every code but one, which would be too long', () => {
    expect(errors.filter(({ example }) => example === undefined).map(({ code }) => code)).toEqual(['limit_source']);
  });

  test.each(failing.filter(({ code }) => !/^unknown_(global|field)$/.test(code)))('$code', ({ code, example = '' }) => {
    const { prepare, ...options } = SURROUNDINGS[code] ?? {};
    return withHost(options, async (simulated) => {
      prepare?.(simulated);
      const { error } = await simulated.host.run(example, code in ENDED ? ENDED[code as keyof typeof ENDED] : {});
      expect(error?.code).toBe(code);
    });
  });

  test.each(['unknown_global', 'unknown_field'])('%s is found by check', (code) =>
    withHost({}, async ({ host }) => {
      const example = errors.find((error) => error.code === code)?.example ?? '';
      expect((await checkScript(host, example)).map((problem) => problem.code)).toContain(code);
    }),
  );
});

test.each([
  ['retry', 'retries'],
  ['429', 'retries'],
  ['parallel', 'libraries'],
  ['json.null', 'libraries'],
  ['csv', 'imports'],
  ['install', 'start'],
  ['mcp', 'agents'],
  ['limit_time', 'limits'],
  ['dump', 'libraries'],
  ['simulator', 'simulator'],
])('a search for %s finds %s', (query, page) => {
  const found = createAgentDocs(wholeReference).search(query);
  expect(found.slice(0, 5).map(({ name }) => name)).toContain(page);
});
