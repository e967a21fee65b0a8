import { Command } from 'commander';

import { origin } from '../../terminal/option-values.js';

const HELP = `
Each account is tried with its API token; the write key cannot be tried, because Segment accepts any.
Exit codes: 0 all is well; 1 something is not.`;

/** The options of `segment-lua doctor`. */
export interface DoctorFlags {
  readonly json?: true;
  readonly url?: string;
}

/** `segment-lua doctor`. */
export const doctorCommand = (): Command =>
  new Command('doctor')
    .description('Check what --live needs: accounts, API tokens, regions, the clock, and the way to Segment.')
    .option('--url <origin>', 'check what listens there, in the place of Segment', origin)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP)
    .action(async (flags: DoctorFlags) => {
      const { doctor } = await import('./doctor.js');
      await doctor(flags);
    });
