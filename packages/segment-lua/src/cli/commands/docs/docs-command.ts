import { Command } from '@commander-js/extra-typings';

import { LIVE, PLAN } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua docs track
  $ segment-lua docs --definitions segment.d.lua --live --plan plan.json
`;

/** `segment-lua docs [page]`. */
export const declareDocs = () =>
  new Command('docs')
    .description('Read the documentation of the functions that scripts can call.')
    .argument(
      '[page]',
      'a function such as track, a group such as destinations, an event of the plan, or a guide such as errors; without it, they are listed',
    )
    .option('--definitions [file]', 'write definitions for editors (LuaLS), with the accounts and plans there are')
    .addOption(LIVE)
    .addOption(PLAN)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua docs`. */
export type DocsFlags = FlagsOf<typeof declareDocs>;
