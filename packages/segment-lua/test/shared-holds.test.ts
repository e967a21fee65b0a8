import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { createSegmentLua, type RunResult, simulatedAccounts } from '../src/index.js';

const HOLD_S = 2;
/** Timers may be a little early. */
const SHORTEST_MS = HOLD_S * 1000 - 50;

let server: SimulatorServer;
beforeEach(async () => {
  server = await startSimulatorServer();
});
afterEach(() => server.close());

/** A run of a host of its own, as each client of an MCP server has one. */
const run = async (code: string, onAnswer?: () => void): Promise<RunResult> => {
  const client = { trackingUrl: server.url, publicApiUrl: server.url, ...(onAnswer && { onResponse: onAnswer }) };
  const host = createSegmentLua({ accounts: simulatedAccounts(), client });
  const result = await host.run(code);
  await host.close();
  return result;
};

/** Starts a run that is told to wait; resolves when it has been. */
const runIntoHold = async (code: string): Promise<{ readonly ended: Promise<RunResult> }> => {
  server.simulator.inject({ status: 429, headers: { 'retry-after': String(HOLD_S) } });
  let ended: Promise<RunResult> | undefined;
  await new Promise<void>((resolve) => {
    ended = run(code, resolve);
  });
  return { ended: ended as unknown as Promise<RunResult> };
};

const track = 'app.integrations.segment.track({ event = "E", userId = "u" })';
const read = 'return app.integrations.segment.get_workspace({ slug = "my-workspace" }).name';

test.each([
  ['events', track],
  ['reading calls', read],
])('what one run is told to wait, the %s of all others of the process wait', async (_, code) => {
  const started = performance.now();
  const { ended } = await runIntoHold(code);
  const other = await run(code);
  expect(other.ok).toBe(true);
  expect(performance.now() - started).toBeGreaterThan(SHORTEST_MS);
  expect((await ended).ok).toBe(true);
  expect(server.simulator.requests).toHaveLength(3);
});

test('another account is not held', async () => {
  const { ended } = await runIntoHold(track);
  const before = server.simulator.requests.length;
  expect((await run(track.replace('segment.', 'segment.staging.'))).ok).toBe(true);
  expect(server.simulator.requests).toHaveLength(before + 1);
  expect((await ended).ok).toBe(true);
});
