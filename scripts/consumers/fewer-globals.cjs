// Everything that needs no thread, where what came after 2021, or is not everywhere, does not exist: edge runtimes.
require('axios');
require('node:zlib');

const { AbortController, AbortSignal } = globalThis;

const ABSENT = [
  'BroadcastChannel',
  'CompressionStream',
  'DecompressionStream',
  'FinalizationRegistry',
  'MessageChannel',
  'SharedArrayBuffer',
  'WeakRef',
  'Worker',
  'navigator',
  'setImmediate',
  'structuredClone',
];

for (const [place, names] of [
  [globalThis, ABSENT],
  [AbortSignal, ['any', 'timeout']],
  [AbortSignal.prototype, ['throwIfAborted']],
  [Array, ['fromAsync']],
  [Array.prototype, ['findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']],
  [Object, ['groupBy']],
  [Promise, ['withResolvers']],
]) {
  for (const name of names) Reflect.deleteProperty(place, name);
}

const { createAccountRegistry, memoryStore, secret } = require('@moonwire/account-registry');
const { createLua } = require('@moonwire/lua-bridge');
const { createSegmentLua } = require('@moonwire/segment-lua');
const { createSegment } = require('@moonwire/segment-sdk');
const { createPublicApi } = require('@moonwire/segment-sdk/public-api');
const { createSimulator, SIMULATOR_API_TOKEN } = require('@moonwire/segment-sdk/simulator');

function expect(isRight, otherwise) {
  if (!isRight) throw new Error(otherwise);
}

async function useLua() {
  const lua = createLua();
  lua.set('double', (value) => Promise.resolve(value * 2));
  const controller = new AbortController();
  const { signal } = controller;
  const result = await lua.run('return double(21), regex.match("a1", "[0-9]"), #parallel({ 1, 2 }, double)', {
    signal,
  });
  expect(result.ok, 'the script failed');
  setTimeout(() => controller.abort('enough'), 20);
  const { error } = await lua.run('while true do end', { signal });
  expect(error?.cause === 'enough', 'the script was not aborted');
}

async function useSegment() {
  const { transport, events } = createSimulator();
  const shared = { writeKey: 'consumer', apiToken: SIMULATOR_API_TOKEN, transport };
  const segment = createSegment({ ...shared, gzip: true, flushOnExit: true });
  await segment.track({ event: 'Order Completed', userId: 'user-42' });
  await segment.getWorkspace({ slug: 'my-workspace' });
  await segment.close();
  expect(events.length === 1, 'the event did not arrive');
  const api = createPublicApi({ apiToken: SIMULATOR_API_TOKEN, transport });
  expect((await api.listSources.all()).length === 3, 'the sources were not listed');
  const refusal = await api.createSource({}).catch((error) => error);
  expect(refusal.code === 'invalid_input', 'an empty source was not refused');
}

async function useSegmentLua() {
  const host = createSegmentLua({ simulator: createSimulator() });
  const { signal } = new AbortController();
  const script = 'app.integrations.segment.track({ event = "Order Completed", userId = "user-42" })';
  const results = await Promise.all(Array.from({ length: 12 }, () => host.run(script, { signal })));
  for (const { ok, error } of results) expect(ok, error?.message);
  await host.close();
}

async function useRegistry() {
  const registry = createAccountRegistry({
    services: { mail: { fields: { key: secret() } } },
    stores: [memoryStore()],
  });
  await registry.add('mail', 'work', { key: 'of-work' });
  expect((await registry.get('mail')).fields.key.reveal() === 'of-work', 'the account was lost');
}

async function main() {
  for (const use of [useLua, useSegment, useSegmentLua, useRegistry]) await use();
  console.log('works');
}

void main();
