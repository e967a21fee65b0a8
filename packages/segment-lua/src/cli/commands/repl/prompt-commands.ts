import { complain, say } from '../../terminal/terminal.js';
import { showDocs } from '../docs/docs.js';
import type { Interpreter } from './interpreter.js';

const COMMANDS = [':docs', ':help'];

const HELP = `:docs [page]   read the documentation
:help          list the commands
Tab completes names. An unfinished line continues on the next. Ctrl-C stops what is running; Ctrl-D leaves.`;

/**
 * Whether a line is a command of the prompt; all else is Lua (where no statement of one line begins with a single
 * colon).
 */
export const isCommand = (line: string): boolean => /^:(?!:)/.test(line);

/** Does what a command says. @param plan Files of tracking plans, whose events are documented, too. */
export const obey = async (line: string, plan: readonly string[]): Promise<void> => {
  const [command, ...words] = line.trim().split(/\s+/);
  const page = words.length === 0 ? undefined : words.join(' ');
  if (command === ':docs') await showDocs(page, { plan });
  else if (command === ':help') say(HELP);
  else complain(`There is no command ${command ?? ':'}. Commands: ${COMMANDS.join(', ')}`);
};

/** Completes the dotted name at the end of a line, or a command at its start: the candidates, and what they replace. */
export const complete = async (interpreter: Interpreter, line: string): Promise<[string[], string]> => {
  if (line.startsWith(':')) return [COMMANDS.filter((command) => command.startsWith(line)), line];
  const word = /[\w.]*$/.exec(line)?.[0] ?? '';
  const dot = word.lastIndexOf('.');
  const base = word.slice(0, Math.max(dot, 0));
  const names = await interpreter.names(base);
  const candidates = names.map((name) => (base === '' ? name : `${base}.${name}`));
  return [candidates.filter((candidate) => candidate.startsWith(word)), word];
};
