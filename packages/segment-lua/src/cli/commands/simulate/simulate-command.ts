import { Command } from 'commander';

import { portNumber } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua simulate --port 4010
  $ segment-lua run hello.lua --url http://127.0.0.1:4010      in another terminal`;

/** `segment-lua simulate`. */
export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('Serve the simulator over HTTP on this machine, for programs in any language; Ctrl-C ends it.')
    .option('--port <number>', 'the port; 0 takes a free one', portNumber, 0)
    .option('--json', 'print the address as JSON')
    .addHelpText('after', HELP)
    .action(async (flags: SimulateFlags) => {
      const { simulate } = await import('./simulate.js');
      await simulate(flags);
    });

/** The options of `segment-lua simulate`. */
export interface SimulateFlags {
  readonly port: number;
  readonly json?: true;
}
