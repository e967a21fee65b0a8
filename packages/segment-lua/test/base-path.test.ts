import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type SimulatorServer, startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { runCli } from './run-cli.js';

/** A simulator behind a proxy that knows it below a path alone. */
let simulator: SimulatorServer;
const paths: string[] = [];
const proxy = createServer((incoming, outgoing) => {
  const path = incoming.url ?? '';
  paths.push(path);
  const target = new URL(path.replace(/^\/team\/segment/, ''), simulator.url);
  const forwarded = request(target, { method: incoming.method, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(forwarded);
});
let url: string;

beforeAll(async () => {
  simulator = await startSimulatorServer();
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}/team/segment`;
});
afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await simulator.close();
});

const input = `local segment = app.integrations.segment
segment.track({ event = "E", userId = "u" })
print(segment.get_workspace({ slug = "my-workspace" }).name)`;

test.each(['', '/', '//'])('what is below the path of --url is talked to, with %j at its end', async (end) => {
  simulator.simulator.reset();
  paths.length = 0;
  const { status, stderr } = await runCli(['run', '-', '--url', url + end], { input });
  expect({ status, stderr, events: simulator.simulator.events.length }).toEqual({ status: 0, stderr: '', events: 1 });
  expect(paths).toEqual(expect.arrayContaining(['/team/segment/v1/batch', '/team/segment/']));
});

test('accounts are tried below the path, too', async () => {
  const env = { SEGMENT_API_TOKEN: 'nobody' };
  for (const args of [['accounts', 'test'], ['doctor']]) {
    paths.length = 0;
    await runCli([...args, '--url', url], { env });
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !path.startsWith('/team/segment'))).toEqual([]);
  }
});

test.each([
  ['http://user:secret@127.0.0.1:4010', 'without them'],
  ['http://127.0.0.1:4010/base?x=1', "without '?'"],
  ['http://127.0.0.1:4010/base#x', "without '?'"],
  ['127.0.0.1:4010', 'an address like'],
  ['file:///etc', 'an address like'],
])('--url %s is refused', async (address, reason) => {
  const { status, stderr } = await runCli(['run', '-', '--url', address], { input: '' });
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(reason) });
  expect(stderr).not.toContain('secret');
});
