import type { Refused } from '../vm/compiler/compile.js';
import type { Runtime } from '../vm/state/lua-state.js';
import type { LuaString } from '../vm/values/string.js';
import { decode, encode, textOf } from '../vm/values/text.js';
import { readValue } from './error-from-value.js';
import { LuaError } from './lua-error.js';
import { splitPosition } from './traceback.js';

/** The error of a source text that the compiler refused. */
export const createSyntaxError = (runtime: Runtime, { error, read }: Refused, source: string): LuaError => {
  const text = textOf(error.value as LuaString);
  const { chunk, line, reason } = splitPosition(text) ?? { chunk: '', line: 0, reason: text };
  return new LuaError(text, {
    code: 'syntax',
    reason,
    line,
    chunk,
    column: findColumn(decode(encode(source).subarray(0, read)), line, reason),
    incomplete: reason.endsWith('near <eof>'),
    value: readValue(runtime, error),
  });
};

/*
 * Lua names what a fault is near, which is the last that was read, or the statement that is wrong, with its line.
 */
const findColumn = (read: string, line: number, reason: string): number | undefined => {
  const near = /near (?:'([^]*)'|<eof>)$/.exec(reason);
  const start = read.lastIndexOf('\n') + 1;
  if (near !== null) return findEnd(read, start, near[1]);
  const [, statement, label, place] = /^(?:<(break)>|.*'(.+)').* line (\d+)/.exec(reason) ?? [];
  if (Number(place) !== line) return undefined;
  return Math.max(1, read.lastIndexOf(statement ?? label ?? '') - start + 1);
};

/* Where the token begins that ends the text; one that cannot be shown is written as `<\195>`. */
const findEnd = (read: string, start: number, token: string | undefined): number => {
  if (token === undefined) return read.length - start + 1;
  const at = /^<\\\d+>$/.test(token) ? read.length - 1 : read.lastIndexOf(token);
  return Math.max(1, at - start + 1);
};
