import { Command } from 'commander';

import manifest from '../../package.json' with { type: 'json' };
import { accountsCommand } from './commands/accounts/accounts-command.js';
import { checkCommand } from './commands/check/check-command.js';
import { completionCommand } from './commands/completion/completion-command.js';
import { docsCommand } from './commands/docs/docs-command.js';
import { doctorCommand } from './commands/doctor/doctor-command.js';
import { importCommand } from './commands/import/import-command.js';
import { mcpCommand } from './commands/mcp/mcp-command.js';
import { replCommand } from './commands/repl/repl-command.js';
import { runCommand } from './commands/run/run-command.js';
import { searchCommand } from './commands/search/search-command.js';
import { simulateCommand } from './commands/simulate/simulate-command.js';

const EXAMPLES = `
Examples:
  $ segment-lua run hello.lua                run a script on the built-in simulator
  $ echo 'print(1 + 1)' | segment-lua run -  run what standard input says
  $ segment-lua run hello.lua --live         run it with your Segment accounts

Credentials for --live come from SEGMENT_WRITE_KEY, SEGMENT_API_TOKEN, SEGMENT_<ACCOUNT>_WRITE_KEY, … and from
"segment-lua accounts add".`;

const COMMANDS = [
  runCommand,
  replCommand,
  checkCommand,
  docsCommand,
  searchCommand,
  importCommand,
  simulateCommand,
  accountsCommand,
  doctorCommand,
  mcpCommand,
  completionCommand,
];

/** Gives a command what its parent decided: how it ends, where it writes. */
const adopt = (parent: Command, command: Command): void => {
  command.copyInheritedSettings(parent);
  command.commands.forEach((child) => {
    adopt(command, child);
  });
};

/** The command line. Each command loads its own code when it is used. */
export const createProgram = (): Command => {
  const program = new Command('segment-lua')
    .description('Runs Lua scripts against Segment, or against a simulator of it.')
    .version(manifest.version)
    .addHelpText('after', EXAMPLES)
    .showHelpAfterError('(segment-lua --help shows how it is used)')
    .exitOverride();
  for (const create of COMMANDS) {
    const command = create();
    adopt(program, command);
    program.addCommand(command);
  }
  return program;
};
