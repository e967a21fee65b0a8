// Runs clients against the simulator that are too heavy to be installed for every test (67 and 50 packages):
// node build/try-heavy-clients.mjs, after a build. Installs them into a temporary folder and removes it.
import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSimulator, SIMULATOR_API_TOKEN } from '../dist/simulator.js';
import { startSimulatorServer } from '../dist/simulator-server.js';
import { load } from './load.mjs';

const RUDDERSTACK = '@rudderstack/rudder-sdk-node';
const PUBLIC_API = '@segment/public-api-sdk-typescript';

const CLIENTS = [`${RUDDERSTACK}@3.0.13`, `${PUBLIC_API}@47.0.0-b8398`];

const tryRudderStack = async (require) => {
  const Client = require(RUDDERSTACK);
  const { url, simulator, close } = await startSimulatorServer();
  const client = new Client('key', { dataPlaneUrl: url, flushAt: 100, logLevel: 'error' });
  const userId = 'user-42';
  client.identify({ userId, traits: { plan: 'pro' } });
  client.track({ userId, event: 'Order Completed', properties: { city: 'Zürich' } });
  client.page({ userId, name: 'Pricing' });
  client.screen({ userId, name: 'Cart' });
  client.group({ userId, groupId: 'g' });
  client.alias({ userId, previousId: 'anonymous' });
  await client.flush();
  const types = simulator.events.map(({ type, writeKey }) => `${type} ${writeKey}`).sort();
  assert.deepEqual(types, ['alias key', 'group key', 'identify key', 'page key', 'screen key', 'track key']);
  await close();
  console.log('@rudderstack/rudder-sdk-node: all six types arrived');
};

/** The names of a method's parameters, the last of which are options. */
const readParameters = (method) =>
  /\(([^)]*)\)/
    .exec(method.toString())[1]
    .split(', ')
    .filter((name) => name !== 'options');

const callMethod = async (Api, operationId, fact, { populatedInput, populatedResources }) => {
  const users = [{ id: 'user1', name: 'Jane Doe', email: 'jane@example.com' }];
  const simulator = createSimulator({ workspace: { users, resources: populatedResources } });
  const server = await startSimulatorServer({ simulator });
  const input = populatedInput(fact);
  const given = readParameters(Api.prototype[operationId]).map((name) => {
    if (/Input$/.test(name)) return input;
    if (/^pagination$/i.test(name)) return { count: 2 };
    return input[name];
  });
  const api = new Api(server.url);
  api.setDefaultAuthentication({
    applyToRequest: ({ headers }) => {
      headers.Authorization = `Bearer ${SIMULATOR_API_TOKEN}`;
    },
  });
  // It rejects for every status that is an error; what counts is what the simulator answered.
  await api[operationId](...given).catch(() => undefined);
  const [request] = server.simulator.requests;
  await server.close();
  return request;
};

const tryPublicApi = async (require) => {
  const client = require(PUBLIC_API);
  const populated = await load('../test/public-api/populated.ts');
  const facts = new URL('../test/fixtures/public-api/operations.json', import.meta.url);
  const { operations } = JSON.parse(readFileSync(facts, 'utf8'));
  const counts = {};
  const odd = [];
  for (const Api of Object.entries(client).flatMap(([name, value]) => (/Api$/.test(name) ? [value] : [])))
    for (const operationId of Object.keys(operations).filter((name) => name in Api.prototype)) {
      const request = await callMethod(Api, operationId, operations[operationId], populated);
      const status = request?.status ?? 'nothing sent';
      counts[status] = (counts[status] ?? 0) + 1;
      if (![200, 201, 501].includes(status)) odd.push(`${operationId}: ${status} ${request?.path} ${request?.body}`);
    }
  console.log('@segment/public-api-sdk-typescript, operations by status:', counts);
  for (const line of odd) console.log(line);
  assert.deepEqual(odd, []);
};

const folder = mkdtempSync(join(tmpdir(), 'heavy-clients-'));
try {
  writeFileSync(join(folder, 'package.json'), '{}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', ...CLIENTS], { cwd: folder });
  const require = createRequire(join(folder, 'package.json'));
  await tryRudderStack(require);
  await tryPublicApi(require);
} finally {
  rmSync(folder, { recursive: true });
}
process.exit();
