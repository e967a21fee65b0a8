import { createSegment, isSegmentError, type WireEvent } from '@moonwire/segment-sdk';
import { createPublicApi } from '@moonwire/segment-sdk/public-api';
import { createSimulator, SIMULATOR_API_TOKEN } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';
import axios from 'axios';

/** What is loaded only when a client needs it. */
async function useOnDemand(): Promise<void> {
  const { transport } = createSimulator();
  const shared = {
    writeKey: 'consumer',
    transport,
    beforeSend: (event: WireEvent) => event,
    onRequest: () => undefined,
  };
  const segment = createSegment({ ...shared, apiToken: SIMULATOR_API_TOKEN, flushOnExit: true, gzip: true });
  const { name } = await segment.getWorkspace({ slug: 'my-workspace' });
  const { delivered } = await segment.batch([{ type: 'track', event: 'Order Completed', userId: 'user-42' }]);
  if (name !== 'My Workspace' || delivered !== 1) throw new Error('what is loaded on demand does not work');
  await segment.close();
  const refused = createSegment({ ...shared, apiToken: 'wrong-token' });
  const refusal: unknown = await refused.getCurrentUser().catch((error: unknown) => error);
  if (!isSegmentError(refusal) || refusal.status !== 401) throw new Error('a wrong token was not refused');
  await refused.close();
}

async function main(): Promise<void> {
  const simulator = createSimulator();
  const segment = createSegment({ writeKey: 'consumer', axios: axios.create({ adapter: simulator.adapter }) });
  const receipt = await segment.track({ event: 'Order Completed', userId: 'user-42' });
  if (simulator.events[0]?.messageId !== receipt.messageId) throw new Error('the event did not arrive');
  const refusal: unknown = await segment.getWorkspace({ slug: 'my-workspace' }).catch((error: unknown) => error);
  if (!isSegmentError(refusal) || refusal.code !== 'missing_api_token') throw new Error('no token was not refused');
  await segment.close();
  await useOnDemand();

  const api = createPublicApi({ apiToken: SIMULATOR_API_TOKEN, transport: simulator.transport });
  const { workspace } = await api.getWorkspace();
  if (workspace.slug !== 'my-workspace') throw new Error('the Public API did not answer');

  const server = await startSimulatorServer({ port: 0 });
  const overHttp = createSegment({ writeKey: 'consumer', trackingUrl: server.url });
  await overHttp.identify({ userId: 'user-42' });
  await overHttp.close();
  await server.close();
  console.log('works');
}

void main();
