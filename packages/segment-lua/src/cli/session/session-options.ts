import { Option } from '@commander-js/extra-typings';

import { parseAddress, parsePair } from '../terminal/option-values.js';

/** `--live`: Segment is talked to. */
export const LIVE = new Option('--live', 'talk to Segment with your accounts, not to the simulator');

/** `--url`: some other address is. */
export const AT_URL = new Option(
  '--url <address>',
  'talk to what listens there, like a simulator of segment-lua simulate',
).argParser(parseAddress);

/** `--account`. */
export const ACCOUNT = new Option('--account <name>', 'the account that unqualified calls use');

/** `--plan`, gathered over its uses. */
export const PLAN = new Option(
  '--plan <file>',
  'hold events to the tracking plan in this file; for one account with its name before it, staging=plan.json',
)
  .argParser((file: string, others: readonly string[]) => [...others, file])
  .default([] as readonly string[], 'none');

/** `--queue`. */
export const QUEUE = new Option(
  '--queue <place>',
  'keep events in this folder, or in Redis (redis://…), until Segment has them: they outlive this process',
);

/** `--queue-sync`. */
export const QUEUE_SYNC = new Option(
  '--queue-sync <when>',
  'when a folder has an event: os, which survives the process however it ends (if absent); or group, when the disk has it, which survives a loss of power too',
).choices(['os', 'group'] as const);

/** `--allow`, gathered over its uses. */
export const ALLOW = new Option(
  '--allow <operation>',
  'let scripts call what deletes or replaces, by its name, like delete_source; may be repeated',
)
  .argParser((name: string, others: readonly string[]) => [...others, name])
  .default([] as readonly string[], 'none');

/** `--policy`. */
export const POLICY = new Option(
  '--policy <file>',
  'rules for what scripts may call, as JSON: { "rules": [{ "account": "production", "effect": "write", "then": "ask" }] }',
);

/** `--arg`, gathered over its uses. */
export const ARG = new Option('--arg <name=value>', 'pass args.NAME to the script; may be repeated')
  .argParser(parsePair)
  .default({}, 'none');

/** `--redis`. */
export const REDIS = new Option(
  '--redis <url>',
  'where Redis is; SEGMENT_LUA_REDIS, or redis://127.0.0.1:6379, if absent',
);

/** `--prefix`. */
export const PREFIX = new Option('--prefix <text>', 'what the keys there begin with').default('segment');
