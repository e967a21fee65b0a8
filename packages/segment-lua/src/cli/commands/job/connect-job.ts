import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import {
  declareJob,
  declareJobCancel,
  declareJobLimit,
  declareJobList,
  declareJobShow,
  declareJobStats,
  declareJobWait,
  declareJobWork,
} from './job-command.js';

/** `segment-lua job` with its verbs, each of which loads its code when it is used. */
export const connectJob = (): CommandUnknownOpts => {
  const job: CommandUnknownOpts = declareJob();
  return job
    .addCommand(
      declareJobWork().action(async (flags) => {
        await (await import('./work.js')).workOnJobs(flags);
      }),
    )
    .addCommand(declareJobList().action(async (flags) => (await load()).listJobs(flags)))
    .addCommand(declareJobShow().action(async (id, flags) => (await load()).showJob(id, flags)))
    .addCommand(declareJobWait().action(async (id, flags) => (await load()).waitForJob(id, flags)))
    .addCommand(declareJobCancel().action(async (ids, flags) => (await load()).cancelJobs(ids, flags)))
    .addCommand(declareJobStats().action(async (flags) => (await load()).sayJobStats(flags)))
    .addCommand(declareJobLimit().action(async (tenant, flags) => (await load()).limitTenant(tenant, flags)));
};

const load = () => import('./look-after-jobs.js');
