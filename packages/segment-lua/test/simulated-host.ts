import { createSimulator, type Simulator } from '@moonwire/segment-sdk/simulator';
import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { createSegmentLua, type SegmentLua, type SegmentLuaOptions, simulatedAccounts } from '../src/index.js';

/** A host on a simulator of its own, and how to be rid of both. */
export interface SimulatedHost {
  readonly host: SegmentLua;
  readonly simulator: Simulator;
  close(): Promise<void>;
}

/** The simulator behind the client's adapter: no network. */
const throughAdapter = (options: SegmentLuaOptions = {}): Promise<SimulatedHost> => {
  const simulator = createSimulator();
  const host = createSegmentLua({ accounts: simulatedAccounts(), simulator, ...options });
  return Promise.resolve({ host, simulator, close: () => host.close() });
};

/** The simulator as a real HTTP server on loopback. */
const throughHttp = async (options: SegmentLuaOptions = {}): Promise<SimulatedHost> => {
  const server = await startSimulatorServer({ port: 0 });
  const client = { trackingUrl: server.url, publicApiUrl: server.url };
  const host = createSegmentLua({
    accounts: simulatedAccounts(),
    ...options,
    client: { ...client, ...options.client },
  });
  return {
    host,
    simulator: server.simulator,
    async close() {
      await host.close();
      await server.close();
    },
  };
};

/** The two ways to the simulator. */
export const transports = { adapter: throughAdapter, 'HTTP server': throughHttp };

/** Which way to take. */
export type Transport = keyof typeof transports;

/** Gives `use` a host and closes it afterwards. */
export const withHost = async <T>(
  options: SegmentLuaOptions,
  use: (simulated: SimulatedHost) => Promise<T>,
  transport: Transport = 'adapter',
): Promise<T> => {
  const simulated = await transports[transport](options);
  try {
    return await use(simulated);
  } finally {
    await simulated.close();
  }
};
