import { Command } from '@commander-js/extra-typings';

import { ACCOUNT, ALLOW, ARG, AT_URL, LIVE, PLAN, POLICY, QUEUE, QUEUE_SYNC } from '../../session/session-options.js';
import { type FlagsOf, parseSeconds } from '../../terminal/option-values.js';

const EXAMPLES = `
Examples:
  $ segment-lua run examples/quickstart.lua
  $ segment-lua run report.lua --arg month=2026-11 --arg plan=pro     args.month, args.plan in the script
  $ segment-lua run hello.lua --live --account staging
  $ segment-lua run hello.lua --live --dry-run                        show what would be sent
  $ segment-lua run hello.lua --json | jq .calls

Exit codes: 0 all went well; 1 the script failed or an event was not delivered; 2 wrong usage; 130 interrupted.`;

/** `segment-lua run [file|-]`. */
export const declareRun = () =>
  new Command('run')
    .description('Run a script; what it printed comes first, then what Segment received, then what it cost.')
    .argument('[file]', 'the script; - reads standard input', '-')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(ALLOW)
    .addOption(PLAN)
    .addOption(POLICY)
    .addOption(QUEUE)
    .addOption(QUEUE_SYNC)
    .addOption(ARG)
    .option('--confirm', "let each tracking call wait for Segment's answer")
    .option('--dry-run', 'check every call and show its request; send nothing')
    .option('--timeout <seconds>', 'stop the script after this time', parseSeconds)
    .option(
      '--deadline <seconds>',
      'end the run, delivery included, after this time; what is not delivered by then fails',
      parseSeconds,
    )
    .option('--watch', 'run again whenever the file changes')
    .option('-q, --quiet', 'print only what the script prints')
    .option('--json', 'print the whole result as JSON')
    .addHelpText('after', EXAMPLES);

/** The options of `segment-lua run`. */
export type RunFlags = FlagsOf<typeof declareRun>;
