import { once } from 'node:events';

import { startSimulatorServer } from '@moonwire/segment-sdk/simulator/server';

import { catchInterrupt } from '../../terminal/interrupt.js';
import { say } from '../../terminal/terminal.js';
import type { SimulateFlags } from './simulate-command.js';

/** Serves the simulator until Ctrl-C. */
export const simulate = async (flags: SimulateFlags): Promise<void> => {
  const interrupt = catchInterrupt('Stopping.');
  const server = await startSimulatorServer({ port: flags.port });
  say(flags.json ? JSON.stringify({ url: server.url }) : `The simulator listens at ${server.url}\nCtrl-C ends it.`);
  await once(interrupt.signal, 'abort');
  await server.close();
  interrupt.dispose();
};
