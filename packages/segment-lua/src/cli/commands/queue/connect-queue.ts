import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import {
  declareQueue,
  declareQueueDead,
  declareQueueDrain,
  declareQueuePeek,
  declareQueueReplay,
  declareQueueStats,
} from './queue-command.js';

/** `segment-lua queue` with its verbs, each of which loads its code when it is used. */
export const connectQueue = (): CommandUnknownOpts => {
  const queue: CommandUnknownOpts = declareQueue();
  return queue
    .addCommand(declareQueueStats().action(async (folder, flags) => (await load()).sayStats(folder, flags)))
    .addCommand(declareQueuePeek().action(async (folder, flags) => (await load()).sayNext(folder, flags)))
    .addCommand(declareQueueDead().action(async (folder, flags) => (await load()).sayDead(folder, flags)))
    .addCommand(declareQueueReplay().action(async (folder, flags) => (await load()).replay(folder, flags)))
    .addCommand(
      declareQueueDrain().action(async (folder, flags) => {
        await (await import('./drain.js')).drain(folder, flags);
      }),
    );
};

const load = () => import('./look-after.js');
