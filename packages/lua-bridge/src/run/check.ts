import type { LuaError } from '../bridge/lua-error.js';
import { createSyntaxError } from '../bridge/syntax-error.js';
import { defaultLimits } from '../meter/limits.js';
import { compileText } from '../vm/compiler/compile.js';
import { createState } from './state.js';

/** A fault of syntax, placed for an editor. */
export interface SyntaxFault {
  /** What is wrong, without the position. */
  readonly message: string;
  /** Line, from 1. */
  readonly line: number;
  /** Column of the text the fault is near, from 1; 1 if Lua does not say. */
  readonly column: number;
}

/**
 * The syntax errors of a script, without running it. Lua's compiler stops at the first, so there is at most one.
 *
 * @example
 * check('x = = 1'); // [{ message: "unexpected symbol near '='", line: 1, column: 5 }]
 */
export const check = (code: string): SyntaxFault[] => {
  const error = findSyntaxError(code);
  return error === undefined ? [] : [{ message: error.reason, line: error.line, column: error.column ?? 1 }];
};

/**
 * Whether a text is the beginning of a script that goes on, as `for i = 1, 3 do` is: a prompt then asks for more.
 *
 * @example
 * isIncomplete('f('); // true
 */
export const isIncomplete = (code: string): boolean => findSyntaxError(code)?.incomplete === true;

const findSyntaxError = (code: string): LuaError | undefined => {
  const runtime = createState({
    limits: { ...defaultLimits, sourceBytes: Infinity },
    write: () => undefined,
    abort: undefined,
    seed: 0,
    modules: [],
  });
  const compiled = compileText(runtime.L, code, '=check');
  return compiled.ok ? undefined : createSyntaxError(runtime, compiled, code);
};
