import { createSegment, isSegmentError } from '@moonwire/segment-sdk';
import { createSimulator } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';
import axios from 'axios';

async function main(): Promise<void> {
  const simulator = createSimulator();
  const segment = createSegment({ writeKey: 'consumer', axios: axios.create({ adapter: simulator.adapter }) });
  const receipt = await segment.track({ event: 'Order Completed', userId: 'user-42' });
  if (simulator.events[0]?.messageId !== receipt.messageId) throw new Error('the event did not arrive');
  const refusal: unknown = await segment.getWorkspace({ slug: 'my-workspace' }).catch((error: unknown) => error);
  if (!isSegmentError(refusal) || refusal.code !== 'missing_api_token') throw new Error('no token was not refused');
  await segment.close();

  const server = await startSimulatorServer({ port: 0 });
  const overHttp = createSegment({ writeKey: 'consumer', trackingUrl: server.url });
  await overHttp.identify({ userId: 'user-42' });
  await overHttp.close();
  await server.close();
  console.log('works');
}

void main();
