import type { Runtime } from '../vm/state/lua-state.js';
import type { LuaString } from '../vm/values/string.js';
import { textOf } from '../vm/values/text.js';
import type { Value } from '../vm/values/value.js';
import { readValue } from './error-from-value.js';
import { LuaError } from './lua-error.js';
import { splitPosition } from './traceback.js';

/** The error of a source text that the compiler refused with an error value. */
export const createSyntaxError = (runtime: Runtime, value: Value, source: string): LuaError => {
  const text = textOf(value.value as LuaString);
  const { chunk, line, reason } = splitPosition(text) ?? { chunk: '', line: 0, reason: text };
  return new LuaError(text, {
    code: 'syntax',
    reason,
    line,
    chunk,
    column: findColumn(source, line, reason),
    incomplete: reason.endsWith('near <eof>'),
    value: readValue(runtime, value),
  });
};

/* Lua names the token a fault is near; where it stands in the line is found by looking for it. */
const findColumn = (source: string, line: number, reason: string): number | undefined => {
  const text = source.split('\n')[line - 1] ?? '';
  const near = /near (?:'([^]*)'|<eof>)$/.exec(reason);
  if (near === null) return undefined;
  const token = near[1];
  if (token === undefined) return text.length + 1;
  // Of several such tokens on the line, the last is the one the compiler had just read.
  return Math.max(1, text.lastIndexOf(token) + 1);
};
