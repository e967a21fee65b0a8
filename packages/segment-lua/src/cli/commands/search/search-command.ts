import { Command } from '@commander-js/extra-typings';

import { PLAN } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

/** `segment-lua search <words...>`. */
export const declareSearch = () =>
  new Command('search')
    .description('Find pages of the documentation by function, parameter or topic.')
    .argument('<words...>', 'a question, or what to look for; typos are forgiven')
    .addOption(PLAN)
    .option('--json', 'print JSON');

/** The options of `segment-lua search`. */
export type SearchFlags = FlagsOf<typeof declareSearch>;
