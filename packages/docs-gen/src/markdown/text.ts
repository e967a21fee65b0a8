import { toPlainText } from '../reference/text.js';

const ENDS = /^\s|\s$/g;
const SPECIAL =
  /[\\`*[<|~@\t\n\u2028\u2029]|&(?=[#a-z])|#(?=#*$)|:(?=\/\/)|(?<=www)\.|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/gi;
const BLOCK_START = /^(?:[-+=>#]|\d+[.)])/;

/**
 * Any text as one line of Markdown that reads back as exactly that text: nothing in it becomes markup, a link or HTML.
 * Line breaks are kept as character references, so it also fits a table cell.
 */
export const writeText = (text: string): string =>
  toPlainText(text)
    .replace(SPECIAL, (character) => (/\s/.test(character) ? writeReference(character) : `\\${character}`))
    .replace(ENDS, writeReference)
    .replace(BLOCK_START, (marker) => `${marker.slice(0, -1)}\\${marker.slice(-1)}`);

const writeReference = (character: string): string => `&#${character.charCodeAt(0)};`;

/** A Markdown link whose text reads back as exactly that text. */
export const writeLink = (text: string, path: string): string => {
  // Some parsers take the backslash from a bracket in a link's text before they read that text.
  const label = writeText(text).replaceAll('\\[', '&#91;').replaceAll(']', '&#93;');
  return `[${label}](${path})`;
};

/** Blocks of Markdown as one text that ends with a line break; empty ones leave no gap. */
export const joinBlocks = (...blocks: readonly string[]): string =>
  `${blocks.filter((block) => block !== '').join('\n\n')}\n`;

/** A code span, whose fence is longer than any run of backticks inside. */
export const writeCodeSpan = (text: string): string => {
  const fence = '`'.repeat(measureLongestRun(text) + 1);
  const padding = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${padding}${text}${padding}${fence}`;
};

/** A fenced block, whose fence is longer than any run of backticks inside. */
export const writeCodeBlock = (language: string, code: string): string => {
  const fence = '`'.repeat(Math.max(3, measureLongestRun(code) + 1));
  return `${fence}${language}\n${code}\n${fence}`;
};

const measureLongestRun = (text: string): number => Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
