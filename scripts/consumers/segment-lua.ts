import { createSegmentLua } from '@moonwire/segment-lua';
import { createSimulator } from '@moonwire/segment-sdk/simulator';

async function main(): Promise<void> {
  const simulator = createSimulator();
  const host = createSegmentLua({ accounts: { default: { writeKey: 'consumer' } }, simulator });
  const result = await host.run('app.integrations.segment.track({ event = "Order Completed", userId = "user-42" })');
  if (!result.ok) throw new Error(result.error?.message ?? 'the run failed without an error');
  if (simulator.events.length !== 1) throw new Error('the event did not arrive');
  await host.close();
  console.log('works');
}

void main();
