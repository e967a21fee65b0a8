import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { say } from '../../terminal/terminal.js';
import { completeLine } from './complete-line.js';
import type { Shell } from './completion-command.js';
import { FILES, writeCompletionScript } from './completion-script.js';

/**
 * Prints a script for a shell; or, with the words of an unfinished line, what may stand in place of the last one, in a
 * form that the script reads.
 */
export const sayCompletion = async (
  shell: Shell,
  words: readonly string[],
  program: CommandUnknownOpts,
): Promise<void> => {
  if (words.length === 0) {
    say(writeCompletionScript(shell));
    return;
  }
  const { choices, hasFiles } = await completeLine(program, joinAtEquals(words));
  // Bash takes what stands before the equals sign for a word of its own.
  const start = shell === 'bash' ? (/^--[^=]*=/.exec(joinAtEquals(words).at(-1) ?? '')?.[0].length ?? 0) : 0;
  for (const { word, about } of choices) say(writeChoice(shell, word.slice(start), about));
  if (hasFiles) say(FILES);
};

const writeChoice = (shell: Shell, word: string, about: string): string => {
  if (shell === 'bash') return word;
  if (shell === 'fish') return about === '' ? word : `${word}\t${about}`;
  const escaped = word.replace(/[\\:]/g, '\\$&');
  return about === '' ? escaped : `${escaped}:${about}`;
};

/** Bash breaks `--account=shop` into three words. */
const joinAtEquals = (words: readonly string[]): string[] => {
  const joined: string[] = [];
  for (const [at, word] of words.entries()) {
    const before = joined.at(-1) ?? '';
    const isPart = word === '=' ? /^--[^=]+$/.test(before) : words[at - 1] === '=' && before.endsWith('=');
    if (isPart) joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
};
