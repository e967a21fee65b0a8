import { Command } from '@commander-js/extra-typings';

import { declareJobVerb } from '../../session/job-verb.js';
import { DEADLINE, DRY_RUN, PRIORITY, RERUN, TENANT } from '../../session/script-options.js';
import { ACCOUNT, ARG } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua schedule add weekly report.lua --live --cron '30 9 * * 1' --time-zone Europe/Berlin
  $ segment-lua schedule list --live
  $ segment-lua schedule remove weekly --live

Each time is a job like those of segment-lua submit, with the limits of its tenant. As long as no worker runs, times pass;
the first one makes up for the last of them. A time that a change of clocks leaves out is met an hour later, one that comes
twice counts once.`;

/** `segment-lua schedule …`, still without its verbs. */
export const declareSchedule = () =>
  new Command('schedule').description('Have scripts run by workers at certain times.').addHelpText('after', HELP);

/** `segment-lua schedule add <schedule> [file]`. */
export const declareScheduleAdd = () =>
  declareJobVerb('add', 'have a script run at certain times, in the place of the schedule of this name')
    .argument('<schedule>', 'a name for it')
    .argument('[file]', 'the script; - reads standard input', '-')
    .requiredOption('--cron <times>', "minute, hour, day of the month, month, day of the week: '30 9 * * 1'")
    .option('--time-zone <zone>', 'where these times are meant', 'UTC')
    .addOption(ACCOUNT)
    .addOption(TENANT)
    .addOption(ARG)
    .addOption(PRIORITY)
    .addOption(RERUN)
    .addOption(DRY_RUN)
    .addOption(DEADLINE);

/** `segment-lua schedule list`. */
export const declareScheduleList = () => declareJobVerb('list', 'list schedules, with their next times');

/** `segment-lua schedule remove <schedule>`. */
export const declareScheduleRemove = () =>
  declareJobVerb('remove', 'remove a schedule; what it has submitted stays').argument('<schedule>', 'its name');

/** The options of `segment-lua schedule add`. */
export type ScheduleAddFlags = FlagsOf<typeof declareScheduleAdd>;

/** The options of `segment-lua schedule list` and `remove`. */
export type ScheduleFlags = FlagsOf<typeof declareScheduleList>;
