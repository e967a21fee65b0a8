import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { declareSchedule, declareScheduleAdd, declareScheduleList, declareScheduleRemove } from './schedule-command.js';

/** `segment-lua schedule` with its verbs, each of which loads its code when it is used. */
export const connectSchedule = (): CommandUnknownOpts => {
  const schedule: CommandUnknownOpts = declareSchedule();
  return schedule
    .addCommand(declareScheduleAdd().action(async (name, file, flags) => (await load()).addSchedule(name, file, flags)))
    .addCommand(declareScheduleList().action(async (flags) => (await load()).listSchedules(flags)))
    .addCommand(declareScheduleRemove().action(async (name, flags) => (await load()).removeSchedule(name, flags)));
};

const load = () => import('./schedule.js');
