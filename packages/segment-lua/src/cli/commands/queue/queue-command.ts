import { Command } from '@commander-js/extra-typings';

import { AT_URL, LIVE } from '../../session/session-options.js';
import { type FlagsOf, parseCount } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua run hello.lua --live --queue .segment-queue
  $ segment-lua queue stats
  $ segment-lua queue drain --live
  $ segment-lua queue drain --live --watch           send what comes, until it is stopped
  $ segment-lua queue dead | jq .error.message
  $ segment-lua queue replay && segment-lua queue drain --live
  $ segment-lua queue stats redis://queue:6379

The place is the one that --queue of run, import and mcp names: a folder, or a Redis. Programs of one's own give it to
durableQueue or bullmqQueue. Events lie there in plain text, in a folder apart for each target and each source; what waits in
Redis is delivered by segment-lua worker. "redis:" is the Redis that SEGMENT_LUA_REDIS names.`;

/** `segment-lua queue …`, still without its verbs. */
export const declareQueue = () =>
  new Command('queue')
    .description('Look after events that wait on disk, or in Redis, until Segment has them.')
    .addHelpText('after', HELP);

const declareVerb = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .argument('[place]', 'the folder of the queue, or the address of a Redis', '.segment-queue')
    .option('--account <name>', 'only what belongs to this account');

/** `segment-lua queue stats [folder]`. */
export const declareQueueStats = () =>
  declareVerb('stats', 'say what waits, for whom, and since when').option('--json', 'print JSON');

/** `segment-lua queue peek [folder]`. */
export const declareQueuePeek = () =>
  declareVerb('peek', 'print the events that go next, a JSON object a line').option(
    '--limit <count>',
    'so many at most of each source',
    parseCount,
    10,
  );

/** `segment-lua queue dead [folder]`. */
export const declareQueueDead = () =>
  declareVerb('dead', 'print the events that Segment refused for good, with the reasons, a JSON object a line');

/** `segment-lua queue replay [folder]`. */
export const declareQueueReplay = () =>
  declareVerb('replay', 'put events that were refused back, to be sent again').option('--json', 'print JSON');

/** `segment-lua queue drain [folder]`. */
export const declareQueueDrain = () =>
  declareVerb('drain', 'send what waits')
    .addOption(LIVE)
    .addOption(AT_URL)
    .option('--watch', 'go on sending what comes, until Ctrl-C or SIGTERM')
    .option('--json', 'print JSON');

/** The options of `segment-lua queue stats`. */
export type QueueStatsFlags = FlagsOf<typeof declareQueueStats>;

/** The options of `segment-lua queue peek`. */
export type QueuePeekFlags = FlagsOf<typeof declareQueuePeek>;

/** The options of `segment-lua queue dead`. */
export type QueueDeadFlags = FlagsOf<typeof declareQueueDead>;

/** The options of `segment-lua queue replay`. */
export type QueueReplayFlags = FlagsOf<typeof declareQueueReplay>;

/** The options of `segment-lua queue drain`. */
export type QueueDrainFlags = FlagsOf<typeof declareQueueDrain>;
