import { Command } from '@commander-js/extra-typings';

import { type FlagsOf, parseAddress } from '../../terminal/option-values.js';

const HELP = `
Each account is tried with its API token; the write key cannot be tried, because Segment accepts any.
Exit codes: 0 all is well; 1 something is not.`;

/** `segment-lua doctor`. */
export const declareDoctor = () =>
  new Command('doctor')
    .description('Check what --live needs: accounts, API tokens, regions, the clock, and the way to Segment.')
    .option('--url <address>', 'check what listens there, in the place of Segment', parseAddress)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua doctor`. */
export type DoctorFlags = FlagsOf<typeof declareDoctor>;
