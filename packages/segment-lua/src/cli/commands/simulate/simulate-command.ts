import { Command } from '@commander-js/extra-typings';

import { type FlagsOf, parsePort } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua simulate --port 4010
  $ segment-lua run hello.lua --url http://127.0.0.1:4010      in another terminal`;

/** `segment-lua simulate`. */
export const declareSimulate = () =>
  new Command('simulate')
    .description('Serve the simulator over HTTP on this machine, for programs in any language; Ctrl-C ends it.')
    .option('--port <number>', 'the port; 0 takes a free one', parsePort, 0)
    .option('--json', 'print the address as JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua simulate`. */
export type SimulateFlags = FlagsOf<typeof declareSimulate>;
