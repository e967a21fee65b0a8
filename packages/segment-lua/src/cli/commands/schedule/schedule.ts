import type { Schedule } from '../../../jobs/job-schedules.js';
import { withJobs } from '../../session/job-place.js';
import { readScriptFlags } from '../../session/script-options.js';
import { paintTable } from '../../terminal/painted-table.js';
import { readScript } from '../../terminal/read-script.js';
import { complain, say, sayJson } from '../../terminal/terminal.js';
import type { ScheduleAddFlags, ScheduleFlags } from './schedule-command.js';

/** Has a script run at certain times. */
export const addSchedule = async (name: string, file: string, flags: ScheduleAddFlags): Promise<void> => {
  const script = await readScript(file);
  await withJobs(flags, async (jobs) => {
    const { cron, timeZone } = flags;
    const schedule = await jobs.schedule(name, script.code, {
      ...readScriptFlags(script.name, flags),
      cron,
      timeZone,
    });
    if (flags.json) sayJson(schedule);
    else say(`${name} runs ${script.name} next at ${schedule.nextAt}.`);
  });
};

/** Lists schedules. */
export const listSchedules = (flags: ScheduleFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const schedules = await jobs.schedules();
    if (flags.json) {
      sayJson(schedules);
      return;
    }
    if (schedules.length === 0) say('There are no schedules.');
    else say(await paintTable([['SCHEDULE', 'TIMES', 'ZONE', 'TENANT', 'SCRIPT', 'NEXT'], ...schedules.map(toRow)]));
    for (const { name, missed } of schedules) if (missed) complain(`${name} missed ${missed.at}: ${missed.reason}`);
  });

const toRow = ({ name, cron, timeZone, tenant, script, nextAt }: Schedule) => [
  name,
  cron,
  timeZone,
  tenant,
  script,
  nextAt,
];

/** Removes a schedule. */
export const removeSchedule = (name: string, flags: ScheduleFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    await jobs.unschedule(name);
    if (flags.json) sayJson({ removed: name });
    else say(`Removed ${name}; what it has submitted stays.`);
  });
