import { Command } from '@commander-js/extra-typings';

import { AT_URL, LIVE, PREFIX, REDIS } from '../../session/session-options.js';
import { type FlagsOf, parseCount, parsePort, parseSeconds } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua worker --live --redis redis://queue:6379
  $ segment-lua worker --live --port 9464            with /health and /metrics
  $ segment-lua worker --url http://127.0.0.1:4010   to a simulator of segment-lua simulate

Programs put events there by bullmqQueue() of @moonwire/segment-sdk/bullmq. Start as many workers as you like: they share
the work, one rate limit and what Segment asks of any of them, and a user's events stay in order. SIGTERM ends what is on
the way and leaves the rest to others. A URL with a password is safer in SEGMENT_LUA_REDIS than in --redis, which others on
the machine can read.`;

/** `segment-lua worker`. */
export const declareWorker = () =>
  new Command('worker')
    .description('Deliver events that any number of machines put into a Redis or Valkey they share.')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(REDIS)
    .addOption(PREFIX)
    .option('--account <name>', 'only the events of this account')
    .option('--concurrency <number>', 'how many requests are under way at a time for each account', parseCount, 4)
    .option('--partitions <number>', 'into how many parts producers divide the users of a source', parseCount, 4)
    .option('--rate <events>', 'how many events all workers together send in a second at most', parseCount)
    .option('--grace <seconds>', 'how long requests that are under way may take after SIGTERM', parseSeconds, 30)
    .option('--port <number>', 'serve /health and /metrics at this port; 0 takes a free one', parsePort)
    .option('--listen <address>', 'the address to serve them on, to all who ask', '127.0.0.1')
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua worker`. */
export type WorkerFlags = FlagsOf<typeof declareWorker>;
