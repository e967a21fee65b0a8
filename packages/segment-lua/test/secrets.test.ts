import { inspect } from 'node:util';

import { describe, expect, test } from '@jest/globals';
import * as accountRegistry from '@moonwire/account-registry';
import { createAccountRegistry, memoryStore } from '@moonwire/account-registry';
import * as docsGen from '@moonwire/docs-gen';
import * as luaBridge from '@moonwire/lua-bridge';
import { createLua } from '@moonwire/lua-bridge';
import * as segmentSdk from '@moonwire/segment-sdk';
import { createSegment } from '@moonwire/segment-sdk';
import { createSimulator } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';
import axios from 'axios';

import * as segmentLua from '../src/index.js';
import { createSegmentLua, segmentService } from '../src/index.js';

const WRITE_KEY = 'canary-write-key-5f1c0e';
const API_TOKEN = 'sgp_canary-token-77ab12';
const account = { writeKey: WRITE_KEY, apiToken: API_TOKEN };

const ENCODED = new Set(
  [WRITE_KEY, API_TOKEN].flatMap((secret) => [
    secret,
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(`${secret}:`).toString('base64').replace(/=+$/, ''),
  ]),
);

/** Every way in which a value may end up in a log. */
const shown = (value: unknown): string => {
  const inspected = inspect(value, {
    depth: 9,
    showHidden: true,
    getters: true,
    maxArrayLength: null,
    maxStringLength: null,
  });
  const seen = new Set<unknown>();
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return String(part);
    if (typeof part !== 'object' || part === null) return part;
    if (seen.has(part)) return undefined;
    seen.add(part);
    return part;
  });
  const error =
    value instanceof Error
      ? `${String(value)}\n${value.stack}\n${inspect(value.cause, { depth: 9, showHidden: true })}`
      : '';
  return [inspected, json, error].join('\n');
};

const leaks = (value: unknown): string[] => {
  const text = shown(value);
  return [...ENCODED].filter((secret) => text.includes(secret));
};

const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('A write key and an API token', () => {
  test('would be noticed if they leaked', () => {
    expect(
      leaks({ deep: [{ headers: { authorization: `Basic ${Buffer.from(`${WRITE_KEY}:`).toString('base64')}` } }] }),
    ).not.toEqual([]);
    expect(leaks(new Error(API_TOKEN))).toEqual([API_TOKEN]);
  });

  test.each(['the simulator', 'a server that refuses', 'no server at all'])(
    'stay inside a client that talks to %s',
    async (name) => {
      const server = await startSimulatorServer({ port: 0 });
      if (name === 'a server that refuses') {
        server.simulator.inject({
          status: 401,
          body: JSON.stringify({ errors: [{ type: API_TOKEN, message: `bad ${WRITE_KEY}` }] }),
          times: Infinity,
        });
      }
      const url = name === 'no server at all' ? 'http://127.0.0.1:1' : server.url;
      const segment = createSegment({
        ...account,
        trackingUrl: url,
        publicApiUrl: url,
        maxRetries: 0,
        flushIntervalMs: 1,
      });
      const failed = [
        await rejection(segment.track({ event: 'E', userId: 'u' })),
        await rejection(segment.getWorkspace({ slug: 'my-workspace' })),
        await rejection(segment.call('track', { event: 1 })),
      ];
      const report = await segment.close();
      await server.close();
      for (const value of [segment, report, ...failed]) expect(leaks(value)).toEqual([]);
    },
  );

  test.each(['batch', 'confirm'] as const)('stay inside a host and out of its results (%s)', async (delivery) => {
    const simulator = createSimulator({ apiToken: API_TOKEN });
    const host = createSegmentLua({
      accounts: { default: account, production: account },
      simulator,
      delivery,
      policy: { rules: [{ account: 'production', then: 'deny' }] },
    });
    const results = [
      await host.run(
        'print(app) print(app.integrations.segment) print(_G) app.integrations.segment.track({ event = "E", userId = "u" })',
      ),
      await host.run('print(app.integrations.segment.get_workspace({ slug = "my-workspace" }))'),
      await host.run(
        'local ok, err = pcall(app.integrations.segment.production.track, { event = "E", userId = "u" }) print(dump(err)) error(err)',
      ),
      await host.run('app.integrations.segment.get_workspace({ slug = "acme" })'),
      await host.run('app.integrations.segment.track({ event = "E", userId = "u" })', { dryRun: true }),
    ];
    simulator.inject({ status: 401, times: Infinity, body: `{"errors":[{"type":"${API_TOKEN}"}]}` });
    results.push(
      await host.run('app.integrations.segment.track({ event = "E", userId = "u" })'),
      await host.run('app.integrations.segment.get_current_user()'),
    );
    for (const result of results) {
      expect(leaks(result)).toEqual([]);
      expect(leaks(result.error?.cause)).toEqual([]);
    }
    expect(leaks(host)).toEqual([]);
    await host.close();
    expect(leaks(host)).toEqual([]);
  });

  test('stay inside a registry', async () => {
    const store = memoryStore({ segment: { default: account } });
    const registry = createAccountRegistry({ services: { segment: segmentService }, stores: [store] });
    await registry.add('segment', 'production', account);
    const values = [
      registry,
      await registry.list('segment'),
      await registry.get('segment'),
      await registry.explain('segment'),
      await registry.use('segment'),
    ];
    const failed = [
      await rejection(registry.add('segment', 'production', account)),
      await rejection(registry.add('segment', 'Bad name', account)),
      await rejection(registry.get('segment', 'missing')),
    ];
    for (const value of [...values, ...failed]) expect(leaks(value)).toEqual([]);
  });

  test('are nowhere in what the packages export', async () => {
    const simulator = createSimulator({ apiToken: API_TOKEN });
    const client = createSegment({
      ...account,
      flushIntervalMs: 1,
      axios: axios.create({ adapter: simulator.adapter }),
    });
    const lua = createLua();
    lua.set('track', client.track);
    await client.track({ event: 'E', userId: 'u' });
    await client.close();
    const exported = [accountRegistry, docsGen, luaBridge, segmentSdk, segmentLua, lua];
    for (const value of exported) expect(leaks(value)).toEqual([]);
  });
});
