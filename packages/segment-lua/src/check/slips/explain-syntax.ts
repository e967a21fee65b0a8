import type { SyntaxFault } from '@moonwire/lua-bridge';

import { outline } from './outline.js';
import { SYNTAX_SLIPS, type SyntaxSlip } from './syntax-slips.js';

/** How far back a slip may lie that Lua took for something else, in characters. */
const REACH = 4000;

/**
 * What is probably meant where a script does not compile.
 * @returns The hint, if a usual slip is near the fault.
 */
export const explainSyntax = (code: string, fault: SyntaxFault): string | undefined => {
  const whole = outline(code);
  const at = findOffset(whole, fault);
  const from = Math.max(0, at - REACH);
  const isAtEnd = whole.slice(at).trim() === '';
  const near = { text: whole.slice(from, findLineEnd(whole, at)), at: at - from };
  return (
    (isAtEnd && explainMissingEnd(near.text, fault.message)) || findNearest(near) || explainExpected(fault.message)
  );
};

const findOffset = (text: string, { line, column }: SyntaxFault): number => {
  let start = 0;
  for (let n = 1; n < line; n++) start = text.indexOf('\n', start) + 1;
  return start + column - 1;
};

const findLineEnd = (text: string, at: number): number => {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
};

interface Near {
  readonly text: string;
  /** Where the fault is. */
  readonly at: number;
}

const findNearest = (near: Near): string | undefined => {
  let best: { readonly distance: number; readonly hint: string } | undefined;
  for (const { written, hint, opens } of SYNTAX_SLIPS) {
    for (const match of near.text.matchAll(written)) {
      const distance = measure(near, match.index, match.index + match[0].length, opens);
      if (distance !== undefined && distance < (best?.distance ?? Infinity)) best = { distance, hint };
    }
  }
  return best?.hint;
};

/** Lines count most, then characters. Something after the fault is not its reason, nor are lines long before it. */
const measure = ({ text, at }: Near, start: number, end: number, opens: SyntaxSlip['opens']): number | undefined => {
  if (start > at) return undefined;
  if (end >= at) return 0;
  const between = text.slice(end, at).trimEnd();
  const lines = between.split('\n').length - 1;
  return lines > 1 && !opens ? undefined : lines * REACH + between.length;
};

/** A script that ends too early. */
const explainMissingEnd = (text: string, message: string): string | undefined => {
  if (!message.startsWith("'end' expected")) return undefined;
  if (/\belse\s+if\b/.test(text)) return 'else if begins a block of its own: elseif goes on with this one';
  const [, opened, line] = /close '(\w+)' at line (\d+)/.exec(message) ?? [];
  return opened === undefined ? 'a block lacks its end' : `the ${opened} of line ${line} lacks its end`;
};

const EXPECTED: readonly (readonly [RegExp, string])[] = [
  [/near '\}'/, 'blocks end with end; a } closes only a table'],
  [/^'then' expected/, 'it is if … then … end'],
  [/^'do' expected/, 'it is while … do … end, for … do … end'],
  [/^'end' expected/, 'a block lacks its end; return is the last statement of its block'],
  [
    /^<eof> expected near '(?:end|else|elseif|until)'/,
    'this belongs to no block: there is one end too many before it, or no beginning',
  ],
  [/^<eof> expected/, 'return is the last statement of its block'],
  [/^'}' expected/, 'the fields of a table are separated by commas, and } closes it'],
  [/^'\)' expected/, 'the parenthesis lacks its ), or a comma is missing'],
  [/^'\(' expected/, 'a function has parentheses: function name() … end'],
  [/^unfinished/, 'the text lacks its closing quote; one of several lines is [[ … ]]'],
  [/^no visible label/, 'goto needs its label: ::continue:: before the end of the loop'],
  [/^<break>/, 'break stands in a loop; a script ends with return'],
  [/^unexpected symbol near '[),]'/, 'a value is missing here, or there is a comma or parenthesis too many'],
  [/^<name> expected near (?!<eof>)/, 'a name is missing here'],
  [/near <eof>/, 'the script breaks off here'],
  [/^'=' expected|^syntax error|^unexpected symbol/, 'a statement is a call, f(x), or gives a value, local x = 1'],
];

/** The fault in other words, where no slip is known. */
const explainExpected = (message: string): string | undefined =>
  EXPECTED.find(([pattern]) => pattern.test(message))?.[1];
