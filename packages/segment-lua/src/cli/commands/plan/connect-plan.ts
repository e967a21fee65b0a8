import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import {
  declareConvert,
  declareDiff,
  declareInfer,
  declarePlan,
  declarePlanCheck,
  declarePlanDocs,
  declarePull,
  declarePush,
  declareSchema,
  declareTypes,
} from './plan-command.js';

/** `segment-lua plan` with its verbs, each of which loads its code when it is used. */
export const connectPlan = (): CommandUnknownOpts => {
  const plan: CommandUnknownOpts = declarePlan();
  for (const verb of [...connectRemote(), ...connectEvents(), ...connectFiles()]) plan.addCommand(verb);
  return plan;
};

const connectRemote = (): CommandUnknownOpts[] => [
  declarePull().action(async (flags) => (await import('./pull-plan.js')).pullPlan(flags)),
  declarePush().action(async (file, flags) => (await import('./push-plan.js')).pushPlan(file, flags)),
];

const connectEvents = (): CommandUnknownOpts[] => [
  declareInfer().action(async (files, flags) => (await import('./recorded-events.js')).inferPlan(files, flags)),
  declarePlanCheck().action(async (files, flags) => (await import('./recorded-events.js')).checkEvents(files, flags)),
];

const loadFiles = () => import('./plan-files.js');

const connectFiles = (): CommandUnknownOpts[] => [
  declareDiff().action(async (before, after, flags) => (await loadFiles()).diffPlans(before, after, flags)),
  declareTypes().action(async (file, flags) => (await loadFiles()).writeTypes(file, flags)),
  declareSchema().action(async (file, flags) => (await loadFiles()).writeSchema(file, flags)),
  declarePlanDocs().action(async (file, flags) => (await import('./write-docs.js')).writeDocs(file, flags.out)),
  declareConvert().action(async (file, flags) => (await loadFiles()).convertPlan(file, flags)),
];
