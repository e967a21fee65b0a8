// Threads of the sandbox, alone and below segment-lua; for bundlers, so it imports no module of Node.
import { createLua, createLuaWorker } from '@moonwire/lua-bridge';
import { createSegmentLua } from '@moonwire/segment-lua';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

const SCRIPT = 'return app.double(21), regex.match("a1", "[0-9]")';

async function useBridge(create) {
  const lua = create();
  lua.set('app.double', (value) => Promise.resolve(value * 2));
  const result = await lua.run(SCRIPT);
  lua[Symbol.dispose]();
  if (!result.ok) throw result.error;
  if (JSON.stringify(result.values) !== '[42,"1"]') throw new Error(JSON.stringify(result.values));
}

async function useSegmentLua() {
  const simulator = createSimulator();
  const host = createSegmentLua({
    accounts: { default: { writeKey: 'bundled' } },
    simulator,
    sandbox: createLuaWorker,
  });
  const { error } = await host.run('app.integrations.segment.track({ event = "Order Completed", userId = "u" })');
  await host.close();
  if (error !== undefined) throw new Error(error.message);
  if (simulator.events.length !== 1) throw new Error('the event did not arrive');
}

async function main() {
  await useBridge(createLua);
  await useBridge(createLuaWorker);
  await useSegmentLua();
  console.log('works');
}

void main();
