import { Command, Option } from 'commander';

import { keyValue, origin, seconds } from '../../terminal/option-values.js';
import { runLimits } from './run-limits.js';

/** The options of `segment-lua run` as commander reads them. */
export interface RunFlags {
  readonly live?: true;
  readonly url?: string;
  readonly account?: string;
  readonly arg: Readonly<Record<string, string>>;
  readonly confirm?: true;
  readonly dryRun?: true;
  readonly timeout?: number;
  readonly quiet?: true;
  readonly json?: true;
  readonly watch?: true;
}

const EXAMPLES = `
Examples:
  $ segment-lua run examples/quickstart.lua
  $ segment-lua run report.lua --arg month=2026-11 --arg plan=pro     args.month, args.plan in the script
  $ segment-lua run hello.lua --live --account staging
  $ segment-lua run hello.lua --live --dry-run                        show what would be sent
  $ segment-lua run hello.lua --json | jq .calls

Exit codes: 0 all went well; 1 the script failed or an event was not delivered; 2 wrong usage; 130 interrupted.`;

/** `segment-lua run [file|-]`. */
export const runCommand = (): Command =>
  new Command('run')
    .description('Run a script; what it printed comes first, then what Segment received, then what it cost.')
    .argument('[file]', 'the script; - reads standard input', '-')
    .option('--live', 'talk to Segment with your accounts, not to the simulator')
    .option('--url <origin>', 'talk to what listens there, like a simulator of segment-lua simulate', origin)
    .option('--account <name>', 'the account that unqualified calls use')
    .addOption(
      new Option('--arg <name=value>', 'pass args.NAME to the script; may be repeated')
        .argParser(keyValue)
        .default({}, 'none'),
    )
    .option('--confirm', "let each tracking call wait for Segment's answer")
    .option('--dry-run', 'check every call and show its request; send nothing')
    .option('--timeout <seconds>', 'stop the script after this time', seconds)
    .option('--watch', 'run again whenever the file changes')
    .option('-q, --quiet', 'print only what the script prints')
    .option('--json', 'print the whole result as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, flags: RunFlags) => {
      // The sandbox's thread starts while the rest, which is larger, is being loaded.
      const starting = import('./warm-sandbox.js').then(({ warmSandbox }) => warmSandbox(runLimits(flags)));
      const [{ run }, sandbox] = await Promise.all([import('./run.js'), starting]);
      await run(file, flags, sandbox);
    });
