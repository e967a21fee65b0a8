import { sayTarget } from '../../../host/target.js';
import { aimJobs, withJobs } from '../../session/job-place.js';
import { readScriptFlags } from '../../session/script-options.js';
import { readScript } from '../../terminal/read-script.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import { endOfJob, reportJob } from '../job/report-job.js';
import type { SubmitFlags } from './submit-command.js';

/** Has a script run by a worker. Its id is alone on standard output, so that it can be piped to where it goes. */
export const submit = async (file: string, flags: SubmitFlags): Promise<void> => {
  const { code, name } = await readScript(file);
  const options = { ...readScriptFlags(name, flags), ...(flags.key !== undefined && { key: flags.key }) };
  await withJobs(flags, async (jobs) => {
    const { id, isNew } = await jobs.submit(code, options);
    const target = nameAim(flags);
    if (flags.wait) {
      complain(`Waiting for job ${id}, which a worker runs on ${sayTarget(target)}.`);
      reportJob(await endOfJob(jobs, id), flags.json);
      return;
    }
    if (flags.json) sayJson({ id, isNew, tenant: flags.tenant, target });
    else say(id);
    complain(
      isNew
        ? `Submitted for tenant ${flags.tenant}; a worker runs it on ${sayTarget(target)}.`
        : `This was submitted before under its key: segment-lua job show ${id} tells what became of it.`,
    );
  });
};

/** The target as a sentence has it. */
const nameAim = (flags: SubmitFlags): string => {
  const aim = aimJobs(flags);
  return aim === 'segment' ? 'Segment' : aim;
};
