import type { Interpreter } from './interpreter.js';
import { COMMANDS } from './prompt-commands.js';

/** Completes the dotted name at the end of a line, or a command at its start: the candidates, and what they replace. */
export const completionsOf = async (interpreter: Interpreter, line: string): Promise<[string[], string]> => {
  if (line.startsWith(':')) return [COMMANDS.filter((command) => command.startsWith(line)), line];
  const word = /[\w.]*$/.exec(line)?.[0] ?? '';
  const dot = word.lastIndexOf('.');
  const base = word.slice(0, Math.max(dot, 0));
  const names = await interpreter.names(base);
  const candidates = names.map((name) => (base === '' ? name : `${base}.${name}`));
  return [candidates.filter((candidate) => candidate.startsWith(word)), word];
};
