import { once } from 'node:events';

import {
  readFault,
  type RequestedFault,
  type ServedRequest,
  startSimulatorServer,
} from '@moonwire/segment-sdk/simulator/server';

import { catchInterrupt } from '../../terminal/interrupt.js';
import { say } from '../../terminal/terminal.js';
import { UsageError } from '../../terminal/usage-error.js';
import { openEnforcer } from './open-enforcer.js';
import { describeBroken, describeBrokenAsData, describeRequest, describeRequestAsData } from './request-log.js';
import type { SimulateFlags } from './simulate-command.js';

/** Serves the simulator until Ctrl-C, and logs what it receives. */
export const simulate = async (flags: SimulateFlags): Promise<void> => {
  const faults = flags.fault.map(readGiven);
  const interrupt = catchInterrupt('Stopping.');
  const log = (request: ServedRequest): void => {
    const now = new Date();
    say(flags.json ? JSON.stringify(describeRequestAsData(request, now)) : describeRequest(request, now));
  };
  const enforcer = await openEnforcer(flags, (broken) => {
    if (flags.quiet) return;
    const now = new Date();
    say(flags.json ? JSON.stringify(describeBrokenAsData(broken, now)) : describeBroken(broken, now));
  });
  const parts = { ...(enforcer && { enforcer }), ...(!flags.quiet && { onRequest: log }) };
  const server = await startSimulatorServer({ port: flags.port, faults, ...parts });
  const { url } = server;
  say(
    flags.json
      ? JSON.stringify({ url })
      : `The simulator listens at ${url}\nWhat it received: ${url}/_simulator/events\nCtrl-C ends it.`,
  );
  await once(interrupt.signal, 'abort');
  await server.close();
  interrupt.dispose();
};

const readGiven = (given: object): RequestedFault => {
  try {
    return readFault(given);
  } catch (error) {
    throw new UsageError(`--fault: ${(error as Error).message}`);
  }
};
