import { complain, say } from '../../terminal/terminal.js';
import { listPages, readPage } from '../docs/docs.js';

/** The commands of the prompt. */
export const COMMANDS = [':docs', ':help'];

const HELP = `:docs [page]   read the documentation
:help          list the commands
Tab completes names. An unfinished line continues on the next. Ctrl-C stops what is running; Ctrl-D leaves.`;

/**
 * Whether a line is a command of the prompt; all else is Lua (where no statement of one line begins with a single
 * colon).
 */
export const isCommand = (line: string): boolean => /^:(?!:)/.test(line);

/** Does what a command says. */
export const obey = async (line: string): Promise<void> => {
  const [command, page] = line.trim().split(/\s+/);
  if (command === ':docs' && page === undefined) await listPages({});
  else if (command === ':docs' && page !== undefined) readPage(page, {});
  else if (command === ':help') say(HELP);
  else complain(`There is no command ${command ?? ':'}. Commands: ${COMMANDS.join(', ')}`);
};
