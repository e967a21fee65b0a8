import type { Help } from '@commander-js/extra-typings';

import { wrap } from './explained-list.js';
import { measureTerminal } from './terminal.js';

const USUAL_WIDTH = 80;

/** A description that has less room beside its term stands below it. */
const LEAST_BESIDE = 28;

const BELOW = '      ';

/** How wide help is: as the terminal, or as usual where it goes to a file. */
export const measureHelp = (): number => {
  const width = measureTerminal();
  return width === Infinity ? USUAL_WIDTH : width;
};

/** One option, argument or command with its description, in as many lines as the width of the help makes it. */
export const formatHelpItem = (term: string, termWidth: number, description: string, help: Help): string => {
  const indent = '  ';
  if (description === '') return indent + term;
  const beside = (help.helpWidth ?? USUAL_WIDTH) - termWidth - 2 * indent.length;
  if (beside >= LEAST_BESIDE) {
    const [first = '', ...more] = help.boxWrap(description, beside).split('\n');
    const column = ' '.repeat(termWidth + indent.length);
    return [
      `${indent}${term.padEnd(termWidth)}${indent}${first}`,
      ...more.map((line) => `${indent}${column}${line}`),
    ].join('\n');
  }
  const width = help.helpWidth ?? USUAL_WIDTH;
  return [...wrap(indent + term, width, BELOW), ...wrap(BELOW + description, width, BELOW)].join('\n');
};

/** Breaks the lines of a help text that a terminal is too narrow for: examples, and what is said in them, too. */
export const fitHelp = (text: string, width = measureTerminal()): string =>
  width === Infinity
    ? text
    : text
        .split('\n')
        .flatMap((line) => (line.length <= width ? [line] : breakLine(line, width)))
        .join('\n');

/** What an example is explained by stands below it. */
const breakLine = (line: string, width: number): string[] => {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const [, example = line, explanation] = /^( *\S.*?) {2,}(\S.*)$/.exec(line) ?? [];
  const below = `${indent}    `;
  const lines = wrap(example, width, example.trimStart().startsWith('$') ? below : `${indent}  `);
  return explanation === undefined ? lines : [...lines, ...wrap(below + explanation, width, below)];
};
