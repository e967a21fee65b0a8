import { Instruction } from '../values/function.js';
import { toInteger } from '../values/number.js';
import { newText } from '../values/string.js';
import type { Compilation } from './compilation.js';
import { foldConstants } from './constant-fold.js';
import door from './door.cjs';
import { SourceLocal, SourceString, type SourceTable, SourceValue } from './parts.js';
import { Scanner } from './scanner.js';
import { describeToken, TOKEN } from './tokens.js';

/*
 * What fengari's parser gets for an answer when it calls the modules that are not there: tokens, its own values and
 * tables, instructions, numbers and arithmetic as the machine does them, messages, and the way out.
 */

const tokens = {
  LexState: Scanner,
  luaX_setinput: (compilation: Compilation, scanner: Scanner, source: Uint8Array, name: SourceString) => {
    scanner.open(compilation, source, name);
  },
  luaX_next: (scanner: Scanner) => {
    scanner.next();
  },
  luaX_lookahead: (scanner: Scanner) => scanner.lookAhead(),
  luaX_newstring: ({ h }: Scanner, text: string) => h.intern(text, 0, text.length),
  luaX_token2str: (_: Scanner, token: number) => describeToken(token),
  isreserved: ({ token }: SourceString) => token !== TOKEN.TK_NAME,
  luaX_syntaxerror: (scanner: Scanner, message: string) => scanner.refuse(message, scanner.t.token),
};

const values = {
  Instruction,
  SourceValue,
  makeFunction: (compilation: Compilation) => compilation.addFunction(),
  makeString: (text: string) => new SourceString(newText(text)),
  LocVar: SourceLocal,
  luaF_newLclosure: () => ({ p: null }),
  luaD_inctop: (compilation: Compilation) => {
    compilation.push();
  },
};

const NOTHING = new SourceValue(0, null);

const tables = {
  luaH_new: (compilation: Compilation) => compilation.seen,
  luaH_get: (_: unknown, table: SourceTable, key: SourceValue) => table.get(key) ?? NOTHING,
  luaH_setfrom: (_: unknown, table: SourceTable, key: SourceValue, value: SourceValue) => {
    table.set(key, value);
  },
};

const numbers = {
  tointeger: toInteger,
  luaO_arith: foldConstants,
  /* The size of a table constructor as a float of eight bits, rounded up; `op-table.ts` reads it. */
  luaO_int2fb: (size: number): number => {
    let [mantissa, exponent] = [size, 0];
    if (size < 8) return size;
    for (; mantissa >= 16; exponent++) mantissa = (mantissa + 1) >> 1;
    return ((exponent + 1) << 3) | (mantissa - 8);
  },
};

const messages = {
  luaO_pushfstring: (_: Compilation, format: string, ...pieces: (string | number)[]) => {
    const next = pieces.values();
    return format.replace(/%[sd]/g, () => quote(String(next.next().value)));
  },
};

/* Lua's messages quote text up to its first zero byte. */
const quote = (text: string): string => text.split('\0', 1)[0] as string;

/** Puts the answers where fengari's parser finds them. */
export const openDoor = (): void => {
  Object.assign(door, tokens, values, tables, numbers, messages);
  Object.assign(door['RESERVED'] as object, TOKEN);
};
