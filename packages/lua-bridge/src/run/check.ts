import { defaultLimits } from '../meter/limits.js';
import { compile } from '../vm/compiler/compile.js';
import { encode, textOf } from '../vm/values/text.js';
import type { TString } from '../vm/values/types.js';
import { newState } from './state.js';

/** A fault of syntax, placed for an editor. */
export interface SyntaxFault {
  /** What is wrong, without the position. */
  message: string;
  /** Line, from 1. */
  line: number;
  /** Column of the text the fault is near, from 1; 1 if Lua does not say. */
  column: number;
}

/**
 * The syntax errors of a script, without running it. Lua's compiler stops at the first, so there is at most one.
 *
 * @example
 * check('x = = 1'); // [{ message: "unexpected symbol near '='", line: 1, column: 5 }]
 */
export const check = (code: string): SyntaxFault[] => {
  const { L } = newState({
    limits: { ...defaultLimits, sourceBytes: Infinity },
    write: () => undefined,
    abort: undefined,
    seed: 0,
    modules: {},
  });
  const compiled = compile(L, encode(code), encode('=check'));
  if (compiled.ok) return [];
  const text = textOf(compiled.error.value as TString);
  const [, line = '1', message = text] = /^check:(\d+): ([^]*)$/.exec(text) ?? [];
  return [{ message, line: Number(line), column: columnOf(code, Number(line), message) }];
};

/* Lua names the token a fault is near; where it stands in the line is found by looking for it. */
const columnOf = (code: string, line: number, message: string): number => {
  const source = code.split('\n')[line - 1] ?? '';
  const near = /near (?:'([^]*)'|<eof>)$/.exec(message);
  if (near === null) return 1;
  const token = near[1];
  if (token === undefined) return source.length + 1;
  // Of several such tokens on the line, the last is the one the compiler had just read.
  return Math.max(1, source.lastIndexOf(token) + 1);
};
