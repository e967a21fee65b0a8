import { Command } from 'commander';

import manifest from '../../package.json' with { type: 'json' };
import { accountsCommand } from './accounts-command.js';
import { checkCommand } from './check-command.js';
import { completionCommand } from './completion-command.js';
import { docsCommand, searchCommand } from './docs-commands.js';
import { doctorCommand } from './doctor-command.js';
import { importCommand } from './import-command.js';
import { mcpCommand } from './mcp-command.js';
import { replCommand } from './repl-command.js';
import { runCommand } from './run-command.js';
import { simulateCommand } from './simulate-command.js';

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
