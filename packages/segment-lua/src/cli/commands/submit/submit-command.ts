import { Command } from '@commander-js/extra-typings';

import { DEADLINE, DRY_RUN, PRIORITY, RERUN, TENANT } from '../../session/script-options.js';
import { ACCOUNT, ARG, AT_URL, LIVE, PREFIX, REDIS } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua submit report.lua --live
  $ segment-lua submit report.lua --live --tenant shop --key report-2026-11
  $ id=$(segment-lua submit report.lua --live --arg month=2026-11)
  $ segment-lua job wait "$id"
  $ segment-lua submit report.lua --live --wait

Workers run it: segment-lua job work, on any machine, with the accounts, policies and plans that it has there. Those with
the same target take it: Segment with --live, what stands in for it with --url, else the simulator. The script, its
arguments, what it prints and what comes of it lie in Redis in plain text; keys never do. A script is one file: it cannot
require others.`;

/** `segment-lua submit [file|-]`. */
export const declareSubmit = () =>
  new Command('submit')
    .description('Have a script run by a worker; its id is printed.')
    .argument('[file]', 'the script; - reads standard input', '-')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(TENANT)
    .addOption(ARG)
    .addOption(PRIORITY)
    .option('--key <text>', 'names the submission: the same key again is the same job, not another one')
    .addOption(RERUN)
    .addOption(DRY_RUN)
    .addOption(DEADLINE)
    .option('--wait', 'wait for its end, and print what came of it')
    .addOption(REDIS)
    .addOption(PREFIX)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua submit`. */
export type SubmitFlags = FlagsOf<typeof declareSubmit>;
