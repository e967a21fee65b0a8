import { createLua, createLuaWorker } from '@moonwire/lua-bridge';
import { createSegmentLua, segmentReference } from '@moonwire/segment-lua';
import { checkScript } from '@moonwire/segment-lua/check';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

async function main(): Promise<void> {
  const script = 'app.integrations.segment.track({ event = "Order Completed", userId = "user-42" })';
  for (const sandbox of [createLua, createLuaWorker]) {
    const simulator = createSimulator();
    const host = createSegmentLua({ accounts: { default: { writeKey: 'consumer' } }, simulator, sandbox });
    const result = await host.run(script);
    if (!result.ok) throw new Error(result.error?.message ?? 'the run failed without an error');
    if (simulator.events.length !== 1) throw new Error('the event did not arrive');
    const problems = await checkScript(host, `${script}\napp.integrations.segment.trakc({})`);
    if (problems.length !== 1) throw new Error(`found ${problems.length} problems instead of one`);
    await host.close();
  }
  if (segmentReference.operations.length === 0) throw new Error('the reference is empty');
  console.log('works');
}

void main();
