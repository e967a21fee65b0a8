import { Command, Option } from '@commander-js/extra-typings';

import { declareJobVerb } from '../../session/job-verb.js';
import { ACCOUNT, ALLOW, PLAN, POLICY, QUEUE, QUEUE_SYNC } from '../../session/session-options.js';
import { type FlagsOf, parseCount, parsePort, parseSeconds, parseWholeNumber } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua job work --live --runs 4             run what is submitted, on as many machines as you like
  $ segment-lua job list --live --state failed
  $ segment-lua job show --live ID
  $ segment-lua job cancel --live ID
  $ segment-lua job limit --live shop --concurrency 2 --waiting 1000 --per-day 5000
  $ segment-lua job limit --live '*' --kept 200      for all tenants that have no limits of their own

Jobs are those of one target, as segment-lua submit has it: of Segment with --live, of what stands in for it with --url,
else of the simulator.`;

/** `segment-lua job …`, still without its verbs. */
export const declareJob = () =>
  new Command('job').description('Run scripts that were submitted, and look after them.').addHelpText('after', HELP);

/** `segment-lua job list`. */
export const declareJobList = () =>
  declareJobVerb('list', 'list jobs, those submitted last first')
    .option('--tenant <name>', 'only those of this tenant')
    .addOption(
      new Option('--state <state>', 'only those in this state').choices([
        'waiting',
        'running',
        'succeeded',
        'failed',
        'cancelled',
        'interrupted',
      ] as const),
    )
    .option('--limit <count>', 'so many at most', parseCount, 50);

/** `segment-lua job show <id>`. */
export const declareJobShow = () =>
  declareJobVerb('show', 'tell what there is to know of a job').argument('<id>', 'the job, as submit printed it');

/** `segment-lua job wait <id>`. */
export const declareJobWait = () =>
  declareJobVerb('wait', 'wait for the end of a job, and print what came of it')
    .argument('<id>', 'the job, as submit printed it')
    .option('--timeout <seconds>', 'wait no longer than this', parseSeconds);

/** `segment-lua job cancel <ids...>`. */
export const declareJobCancel = () =>
  declareJobVerb('cancel', 'cancel jobs: what waits is never run, what runs is stopped').argument(
    '<ids...>',
    'the jobs',
  );

/** `segment-lua job stats`. */
export const declareJobStats = () => declareJobVerb('stats', 'tell what waits and runs of each tenant, and its limits');

/** `segment-lua job limit <tenant>`. */
export const declareJobLimit = () =>
  declareJobVerb('limit', 'set limits of a tenant, on all machines at once; without options tell them')
    .argument('<tenant>', "the tenant; '*' stands for all that have no limits of their own")
    .option('--concurrency <number>', 'scripts that run at a time', parseCount)
    .option('--waiting <number>', 'scripts that wait', parseWholeNumber)
    .option('--per-day <number>', 'scripts that are submitted in a day, by UTC; 0: any number', parseWholeNumber)
    .option('--kept <number>', 'ended scripts that are kept', parseWholeNumber)
    .option('--kept-for <seconds>', 'how long they are kept', parseCount);

const WORK_HELP = `
Examples:
  $ segment-lua job work --live --redis redis://queue:6379
  $ segment-lua job work --live --policy policy.json --allow delete_source --port 9465
  $ segment-lua job work                             what was submitted for the simulator

Accounts, policies and plans are those of this machine, as for segment-lua run; a policy's rules for one client
({ "clients": { "NAME": … } }) are those of the tenant of that name. Tenants take turns. SIGTERM takes nothing more and lets
what runs end within --grace; then it is stopped, and runs again elsewhere if it had made no call yet or was submitted with
--rerun. This is a command of its own beside segment-lua worker, which delivers events: what runs scripts needs accounts,
policies and processor time, and one must not hold up the other.`;

/** `segment-lua job work`. */
export const declareJobWork = () =>
  declareJobVerb('work', 'run scripts that are submitted, until Ctrl-C or SIGTERM')
    .addOption(ACCOUNT)
    .addOption(ALLOW)
    .addOption(PLAN)
    .addOption(POLICY)
    .addOption(QUEUE)
    .addOption(QUEUE_SYNC)
    .option('--confirm', "let each tracking call wait for Segment's answer")
    .option('--timeout <seconds>', 'stop a script after this time', parseSeconds, 30)
    .option('--runs <number>', 'how many scripts run at a time', parseCount, 4)
    .option('--grace <seconds>', 'how long what runs may take to end after SIGTERM', parseSeconds, 30)
    .option('--lease <seconds>', 'how long the scripts of a worker that died wait for another one', parseSeconds, 10)
    .option('--port <number>', 'serve /health and /metrics at this port; 0 takes a free one', parsePort)
    .option('--listen <address>', 'the address to serve them on, to all who ask', '127.0.0.1')
    .addHelpText('after', WORK_HELP);

/** The options of `segment-lua job show`, `cancel` and `stats`. */
export type JobVerbFlags = FlagsOf<typeof declareJobStats>;

/** The options of `segment-lua job list`. */
export type JobListFlags = FlagsOf<typeof declareJobList>;

/** The options of `segment-lua job wait`. */
export type JobWaitFlags = FlagsOf<typeof declareJobWait>;

/** The options of `segment-lua job limit`. */
export type JobLimitFlags = FlagsOf<typeof declareJobLimit>;

/** The options of `segment-lua job work`. */
export type JobWorkFlags = FlagsOf<typeof declareJobWork>;
