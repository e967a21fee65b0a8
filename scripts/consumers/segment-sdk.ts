import { createSegment, isSegmentError, operations, type WireEvent } from '@moonwire/segment-sdk';
import { Analytics } from '@moonwire/segment-sdk/analytics-node';
import { createPublicApi } from '@moonwire/segment-sdk/public-api';
import { createSimulator, SIMULATOR_API_TOKEN } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';
import axios from 'axios';

function expect(isRight: boolean, otherwise: string): void {
  if (!isRight) throw new Error(otherwise);
}

async function useTracking(): Promise<void> {
  const simulator = createSimulator();
  const segment = createSegment({ writeKey: 'consumer', axios: axios.create({ adapter: simulator.adapter }) });
  const receipt = await segment.track({ event: 'Order Completed', userId: 'user-42' });
  expect(simulator.events[0]?.messageId === receipt.messageId, 'the event did not arrive');
  const refusal: unknown = await segment.getWorkspace({ slug: 'my-workspace' }).catch((error: unknown) => error);
  expect(isSegmentError(refusal) && refusal.code === 'missing_api_token', 'no token was not refused');
  await segment.close();
}

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
  expect(name === 'My Workspace' && delivered === 1, 'what is loaded on demand does not work');
  await segment.close();
  const refused = createSegment({ ...shared, apiToken: 'wrong-token' });
  const refusal: unknown = await refused.getCurrentUser().catch((error: unknown) => error);
  expect(isSegmentError(refusal) && refusal.status === 401, 'a wrong token was not refused');
  await refused.close();
}

type Key = Parameters<typeof crypto.subtle.exportKey>[1];

/** A key in PEM, as Segment shows it. */
async function writePem(format: 'pkcs8' | 'spki', key: Key, label: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.exportKey(format, key));
  return `-----BEGIN ${label}-----\n${btoa(String.fromCharCode(...bytes))}\n-----END ${label}-----`;
}

async function useOAuth(): Promise<void> {
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) };
  const pair = await crypto.subtle.generateKey({ ...algorithm, hash: 'SHA-256' }, true, ['sign', 'verify']);
  const app = { clientId: 'client', keyId: 'key' };
  const oauthApps = [{ ...app, publicKey: await writePem('spki', pair.publicKey, 'PUBLIC KEY') }];
  const { transport, events } = createSimulator({ oauthApps });
  const oauth = { ...app, privateKey: await writePem('pkcs8', pair.privateKey, 'PRIVATE KEY') };
  const segment = createSegment({ writeKey: 'consumer', transport, oauth });
  const { status } = await segment.track({ event: 'Order Completed', userId: 'user-42' });
  expect(status === 'delivered' && events.length === 1, 'the event did not arrive by OAuth');
  await segment.close();
}

async function usePublicApi(): Promise<void> {
  const api = createPublicApi({ apiToken: SIMULATOR_API_TOKEN, transport: createSimulator().transport });
  const { workspace } = await api.getWorkspace();
  expect(workspace.slug === 'my-workspace', 'the Public API did not answer');
  const sources = await api.listSources.all();
  expect(sources.length === 3, 'the sources were not listed');
}

async function useServer(): Promise<void> {
  const server = await startSimulatorServer({ port: 0 });
  const overHttp = createSegment({ writeKey: 'consumer', trackingUrl: server.url });
  await overHttp.identify({ userId: 'user-42' });
  await overHttp.close();
  const analytics = new Analytics({ writeKey: 'consumer', host: server.url });
  analytics.track({ event: 'Order Completed', userId: 'user-42' });
  await analytics.closeAndFlush();
  expect(server.simulator.events.length === 2, 'an event did not arrive at the server');
  await server.close();
}

async function main(): Promise<void> {
  expect(operations.length > 0, 'the table is empty');
  await useTracking();
  await useOnDemand();
  await useOAuth();
  await usePublicApi();
  await useServer();
  console.log('works');
}

void main();
