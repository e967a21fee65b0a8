import { createPublicApi, type PublicName } from '../../src/public-api.js';
import { createSimulator, SIMULATOR_API_TOKEN } from '../../src/simulator.js';
import { populatedResources } from './populated.js';

/** A simulator with something for every parameter, and a client of it. */
export const createPopulated = (more: Readonly<Record<string, readonly object[]>> = {}) => {
  const users = [{ id: 'user1', name: 'Jane Doe', email: 'jane@example.com' }];
  const simulator = createSimulator({ workspace: { users, resources: { ...populatedResources, ...more } } });
  const api = createPublicApi({ apiToken: SIMULATOR_API_TOKEN, transport: simulator.transport, maxRetries: 0 });
  const call = api.call as unknown as (name: PublicName, input?: object) => Promise<Record<string, unknown>>;
  return { simulator, api, call };
};
