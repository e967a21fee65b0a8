import { Command, type CommandUnknownOpts } from '@commander-js/extra-typings';

import manifest from '../../package.json' with { type: 'json' };
import { connectAccounts } from './commands/accounts/connect-accounts.js';
import { declareApi } from './commands/api/api-command.js';
import { declareCheck } from './commands/check/check-command.js';
import { declareCompletion } from './commands/completion/completion-command.js';
import { declareDocs } from './commands/docs/docs-command.js';
import { declareDoctor } from './commands/doctor/doctor-command.js';
import { declareImport } from './commands/import/import-command.js';
import { declareInit } from './commands/init/init-command.js';
import { connectJob } from './commands/job/connect-job.js';
import { declareMcp } from './commands/mcp/mcp-command.js';
import { connectPlan } from './commands/plan/connect-plan.js';
import { connectQueue } from './commands/queue/connect-queue.js';
import { declareRepl } from './commands/repl/repl-command.js';
import { declareRun } from './commands/run/run-command.js';
import { connectSchedule } from './commands/schedule/connect-schedule.js';
import { declareSearch } from './commands/search/search-command.js';
import { declareSimulate } from './commands/simulate/simulate-command.js';
import { declareSubmit } from './commands/submit/submit-command.js';
import { connectTokens } from './commands/tokens/connect-tokens.js';
import { declareWorker } from './commands/worker/worker-command.js';
import { fitHelp, formatHelpItem, measureHelp } from './terminal/fit-help.js';

const EXAMPLES = `
Examples:
  $ segment-lua run hello.lua                run a script on the built-in simulator
  $ echo 'print(1 + 1)' | segment-lua run -  run what standard input says
  $ segment-lua run hello.lua --live         run it with your Segment accounts

Credentials for --live come from SEGMENT_WRITE_KEY, SEGMENT_API_TOKEN, SEGMENT_<ACCOUNT>_WRITE_KEY, … and from
"segment-lua accounts add".`;

/** The command line. Each command loads its own code when it is used. */
export const createProgram = (): CommandUnknownOpts => {
  const program: CommandUnknownOpts = new Command('segment-lua')
    .description('Runs Lua scripts against Segment, or against a simulator of it.')
    .version(manifest.version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(segment-lua --help shows how it is used)')
    .configureHelp({ minWidthToWrap: 1, formatItem: formatHelpItem })
    .configureOutput({ getOutHelpWidth: measureHelp, writeOut: (text) => void process.stdout.write(fitHelp(text)) })
    .exitOverride();
  const script = [
    connectInit(),
    connectRun(),
    connectRepl(),
    connectCheck(),
    connectDocs(),
    connectSearch(),
    connectImport(),
    connectApi(),
  ];
  const surroundings = [
    connectPlan(),
    connectSimulate(),
    connectAccounts(),
    connectDoctor(),
    connectMcp(),
    connectTokens(),
    connectWorker(),
    connectQueue(),
    connectSubmit(),
    connectJob(),
    connectSchedule(),
    connectCompletion(),
  ];
  for (const command of [...script, ...surroundings]) {
    adopt(program, command);
    program.addCommand(command);
  }
  return program;
};

/**
 * Runs a command line.
 * @param args What follows the program's name.
 * @throws CommanderError where it is used wrongly or has only told something, and whatever a command throws.
 */
export const runProgram = async (args: readonly string[]): Promise<void> => {
  const program = createProgram();
  await program.parseAsync(askByOption(program, args), { from: 'user' });
};

/*
 * `help accounts add` as `accounts add --help`. A name that is none is left behind, to be refused as a command would
 * be: the whole help would not say why it came.
 */
const askByOption = (program: CommandUnknownOpts, args: readonly string[]): string[] => {
  const path: string[] = [];
  let command = program;
  let isHelp = false;
  for (const arg of args) {
    // To a command without others, it is a file or a word.
    if (command.commands.length === 0) break;
    if (arg === 'help' && !isHelp) {
      isHelp = true;
      continue;
    }
    const next: CommandUnknownOpts | undefined = command.commands.find(
      (child) => child.name() === arg || child.aliases().includes(arg),
    );
    path.push(arg);
    if (next === undefined) return isHelp && !arg.startsWith('-') ? path : [...args];
    command = next;
  }
  return isHelp ? [...path, '--help'] : [...args];
};

const connectInit = () =>
  declareInit().action(async (folder, flags) => {
    (await import('./commands/init/init.js')).writeFirstFiles(folder, flags);
  });

const connectRun = () =>
  declareRun().action(async (file, flags) => {
    // The sandbox's thread starts while the rest, which is larger, is being loaded.
    const starting = import('./commands/run/run-sandbox.js').then(({ warmSandbox }) => warmSandbox(flags));
    const [{ run }, sandbox] = await Promise.all([import('./commands/run/run.js'), starting]);
    await run(file, flags, sandbox);
  });

const connectRepl = () =>
  declareRepl().action(async (flags) => {
    await (await import('./commands/repl/repl.js')).runRepl(flags);
  });

const connectCheck = () =>
  declareCheck().action(async (files, flags) => {
    await (await import('./commands/check/check.js')).checkFiles(files, flags);
  });

const connectDocs = () =>
  declareDocs().action(async (page, flags) => {
    await (await import('./commands/docs/docs.js')).showDocs(page, flags);
  });

const connectSearch = () =>
  declareSearch().action(async (words, flags) => {
    await (await import('./commands/search/search.js')).searchDocs(words, flags);
  });

const connectImport = () =>
  declareImport().action(async (files, flags) => {
    await (await import('./commands/import/import.js')).runImport(files, flags);
  });

const connectApi = () =>
  declareApi().action(async (operation, fields, flags) => {
    await (await import('./commands/api/api.js')).callApi(operation, fields, flags);
  });

const connectSimulate = () =>
  declareSimulate().action(async (flags) => {
    await (await import('./commands/simulate/simulate.js')).simulate(flags);
  });

const connectDoctor = () =>
  declareDoctor().action(async (flags) => {
    await (await import('./commands/doctor/doctor.js')).diagnose(flags);
  });

const connectMcp = () =>
  declareMcp().action(async (flags) => {
    await (await import('./commands/mcp/mcp.js')).serveMcp(flags);
  });

const connectWorker = () =>
  declareWorker().action(async (flags) => {
    await (await import('./commands/worker/worker.js')).work(flags);
  });

const connectSubmit = () =>
  declareSubmit().action(async (file, flags) => {
    await (await import('./commands/submit/submit.js')).submit(file, flags);
  });

const connectCompletion = () =>
  declareCompletion().action(async (shell, words, _flags, command) => {
    const { sayCompletion } = await import('./commands/completion/completion.js');
    await sayCompletion(shell, words, command.parent ?? command);
  });

/** Gives a command what its parent decided: how it ends, where it writes. */
const adopt = (parent: CommandUnknownOpts, command: CommandUnknownOpts): void => {
  command.copyInheritedSettings(parent);
  command.commands.forEach((child) => {
    adopt(command, child);
  });
};
