import { Command, Option } from '@commander-js/extra-typings';

import { ACCOUNT, AT_URL, LIVE } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua plan pull --live --source my-website --out plan.json
  $ segment-lua plan diff plan.json other.json
  $ segment-lua plan push plan.json --live              shows what it would change, and asks
  $ segment-lua plan infer events.ndjson.gz --out plan.json
  $ segment-lua plan check events.ndjson --plan plan.json
  $ segment-lua plan convert plan.json --to csv --out plan.csv
  $ segment-lua plan types plan.json --out events.ts    for createSegment<Events>()
  $ segment-lua plan docs plan.json --out reference     a page for each event

A plan is read from what pull writes, a file of Typewriter, JSON or YAML that you write by hand, or a table in CSV with
the columns event name, property name, property type, required, and description.

Exit codes: 0 all is well, or nothing differs; 1 something failed, differs, or breaks the plan; 2 wrong usage.`;

/** `segment-lua plan …`, still without its verbs. */
export const declarePlan = () =>
  new Command('plan')
    .description('Pull, push, compare, learn and check tracking plans; types and schemas of their events.')
    .addHelpText('after', HELP);

/** Where plans are kept if nothing else is said. */
const PLAN_FILE = 'plan.json';

const OUT = new Option('-o, --out <file>', 'where it is written; standard output if absent');
const SOURCE = new Option('--source <slug>', 'the plan that this source is held to');
const ID = new Option('--id <id>', 'the plan of this id, like tp_1');
const JSON_FLAG = new Option('--json', 'print JSON');

/** `segment-lua plan pull`. */
export const declarePull = () =>
  new Command('pull')
    .description('read a plan with all its rules from Segment; .yaml writes YAML')
    .addOption(SOURCE)
    .addOption(ID)
    .addOption(OUT)
    .addOption(ACCOUNT)
    .addOption(LIVE)
    .addOption(AT_URL);

/** `segment-lua plan push [plan]`. */
export const declarePush = () =>
  new Command('push')
    .description('make the rules of a plan those of a file; shows what differs and asks first')
    .argument('[plan]', 'the file', PLAN_FILE)
    .addOption(SOURCE)
    .addOption(ID)
    .option('--prune', 'also remove rules that are not in the file; else they stay')
    .option('-y, --yes', 'do not ask')
    .addOption(ACCOUNT)
    .addOption(LIVE)
    .addOption(AT_URL);

/** `segment-lua plan diff <before> <after>`. */
export const declareDiff = () =>
  new Command('diff')
    .description('say which rules differ between two files, and in what')
    .argument('<before>', 'a plan')
    .argument('<after>', 'another one')
    .addOption(JSON_FLAG);

/** `segment-lua plan infer <events...>`. */
export const declareInfer = () =>
  new Command('infer')
    .description('learn a first plan from events that were sent: NDJSON or JSON, gzipped or not, of any size')
    .argument('<events...>', 'the files; - reads standard input')
    .option('--name <name>', 'what the plan is called')
    .addOption(OUT);

/** `segment-lua plan check <events...>`. */
export const declarePlanCheck = () =>
  new Command('check')
    .description('say what recorded events break of a plan, how often, with an example of each')
    .argument('<events...>', 'NDJSON or JSON, gzipped or not; - reads standard input')
    .option('--plan <file>', 'the plan', PLAN_FILE)
    .addOption(JSON_FLAG);

/** `segment-lua plan types [plan]`. */
export const declareTypes = () =>
  new Command('types')
    .description('write TypeScript types of the events, for createSegment<Events>()')
    .argument('[plan]', 'the plan', PLAN_FILE)
    .addOption(OUT);

/** `segment-lua plan schema [plan]`. */
export const declareSchema = () =>
  new Command('schema')
    .description('write one JSON Schema (draft-07) of the events')
    .argument('[plan]', 'the plan', PLAN_FILE)
    .addOption(OUT);

/** `segment-lua plan docs [plan]`. */
export const declarePlanDocs = () =>
  new Command('docs')
    .description('write the reference with a page for each event: Markdown, a site, llms.txt, definitions for editors')
    .argument('[plan]', 'the plan', PLAN_FILE)
    .requiredOption('-o, --out <folder>', 'where it is written');

const FORMS = ['json', 'yaml', 'csv'] as const;

/** `segment-lua plan convert <plan>`. */
export const declareConvert = () =>
  new Command('convert')
    .description('write a plan of any form as plan.json, as YAML, or as a table in CSV')
    .argument('<plan>', 'JSON, YAML or CSV')
    .addOption(
      new Option('--to <form>', 'what it is written as (default: told by the name of the file, else json)').choices(
        FORMS,
      ),
    )
    .addOption(OUT);

/** The options of `segment-lua plan pull`. */
export type PullFlags = FlagsOf<typeof declarePull>;

/** The options of `segment-lua plan push`. */
export type PushFlags = FlagsOf<typeof declarePush>;

/** The options of `segment-lua plan diff`. */
export type DiffFlags = FlagsOf<typeof declareDiff>;

/** The options of `segment-lua plan infer`. */
export type InferFlags = FlagsOf<typeof declareInfer>;

/** The options of `segment-lua plan check`. */
export type PlanCheckFlags = FlagsOf<typeof declarePlanCheck>;

/** The options of `segment-lua plan convert`. */
export type ConvertFlags = FlagsOf<typeof declareConvert>;

/** The options of verbs that write a file. */
export type OutFlags = FlagsOf<typeof declareTypes>;
