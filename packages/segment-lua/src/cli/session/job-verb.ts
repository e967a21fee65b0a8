import { Command } from '@commander-js/extra-typings';

import { AT_URL, LIVE, PREFIX, REDIS } from './session-options.js';

/** A verb of `segment-lua job` and `segment-lua schedule`: both say alike whose jobs are meant, and where they are. */
export const declareJobVerb = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(REDIS)
    .addOption(PREFIX)
    .option('--json', 'print JSON');
