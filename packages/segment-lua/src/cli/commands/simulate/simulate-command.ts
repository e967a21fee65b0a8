import { Command, Option } from '@commander-js/extra-typings';

import { PLAN } from '../../session/session-options.js';
import { type FlagsOf, parsePort } from '../../terminal/option-values.js';
import { parseFault } from './parse-fault.js';

const HELP = `
Examples:
  $ segment-lua simulate --port 4010
  $ segment-lua run hello.lua --url http://127.0.0.1:4010      in another terminal
  $ segment-lua simulate --fault 503 --fault status=429,share=30%
  $ segment-lua simulate --plan plan.json --enforce block
  $ curl localhost:4010/_simulator/events
  $ curl -d '{"status":503,"times":3}' localhost:4010/_simulator/faults

With a plan, what breaks it is logged, too, and listed at /_simulator/violations, blocked events among it. --enforce allow
(the default) keeps such events, omit takes out the properties that break the plan, block keeps none of the event.

What is received is logged, and listed as JSON at /_simulator/events and /_simulator/requests (?limit=1000; events also by
type, event, userId, anonymousId, messageId). GET, POST and DELETE /_simulator/faults list, add and take back faults:
status, retryAfter, headers, body, latencyMs, drop (before, after), hang; for how many requests (times) or which share of
them, and for which API (on: tracking, publicApi, oauth). POST /_simulator/reset forgets everything.`;

const ENFORCEMENTS = ['allow', 'omit', 'block'] as const;

/** `segment-lua simulate`. */
export const declareSimulate = () =>
  new Command('simulate')
    .description('Serve the simulator over HTTP on this machine, for programs in any language; Ctrl-C ends it.')
    .option('--port <number>', 'the port; 0 takes a free one', parsePort, 0)
    .addOption(
      new Option(
        '--fault <fault>',
        'what goes wrong: 503, or parts like status=429,retry-after=2 with share=30%, times=5, latency=200, drop=after; may be repeated',
      )
        .argParser(parseFault)
        .default([] as readonly object[], 'none'),
    )
    .addOption(PLAN)
    .addOption(
      new Option('--enforce <how>', 'what the source does with events that break the plan').choices(ENFORCEMENTS),
    )
    .option('-q, --quiet', 'log no requests')
    .option('--json', 'print the address, and each request, as a line of JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua simulate`. */
export type SimulateFlags = FlagsOf<typeof declareSimulate>;
