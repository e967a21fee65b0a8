import parser from 'fengari/src/lparser.js';

import { giveUp } from '../calls/protect.js';
import type { LuaState } from '../state/lua-state.js';
import type { Prototype } from '../values/function.js';
import { bytesOfLatin1, latin1, newString } from '../values/string.js';
import { STRING } from '../values/tags.js';
import { encode } from '../values/text.js';
import { Value } from '../values/value.js';
import { openDoor } from './answers.js';
import { copyCode, makeChunk } from './chunk.js';
import { Compilation, SyntaxFault } from './compilation.js';
import type { SourceFunction } from './parts.js';
import { translate } from './translate.js';

/* fengari's parser turns tokens into code; nothing else of fengari is used. */
openDoor();

/** A source text that was refused. */
export interface Refused {
  readonly ok: false;
  /** The error value: a message with the position of the fault. */
  readonly error: Value;
  /** Bytes of the source up to the end of what the fault is near. */
  readonly read: number;
}

/** A compiled chunk, or what is wrong. */
export type Compiled = { readonly ok: true; readonly chunk: Value } | Refused;

/** The same with the code of which the chunk is a copy: others may be made of it. */
export type CompiledText = { readonly ok: true; readonly chunk: Value; readonly code: Prototype } | Refused;

/**
 * Compiles source text; never bytecode. The work is charged piece by piece, so that limits hold inside the parser.
 * @param name Chunk name as Lua writes it: `@file`, `=text`, or the source itself.
 */
export const compile = (L: LuaState, source: Uint8Array, name: Uint8Array): Compiled => {
  const read = readCode(L, source, name);
  return read.ok ? { ok: true, chunk: makeChunk(L, read.code) } : read;
};

const readCode = (L: LuaState, source: Uint8Array, name: Uint8Array): { ok: true; code: Prototype } | Refused => {
  const { budget } = L.runtime;
  if (source.length > budget.limits.sourceBytes) budget.exceed('sourceBytes', 'limit_source', source.length);
  budget.spend((name.length + source.length) >> 4);
  const compilation = new Compilation(budget, L.nesting);
  L.runtime.compiling = compilation;
  try {
    return { ok: true, code: translate(parse(compilation, source, shorten(name))) };
  } catch (thrown) {
    if (!(thrown instanceof SyntaxFault)) throw giveUp(L, thrown);
    const message = newString(bytesOfLatin1(thrown.message));
    return { ok: false, error: new Value(STRING, message), read: compilation.reader?.at ?? 0 };
  } finally {
    L.runtime.compiling = undefined;
  }
};

/**
 * Compiles a whole text as files hold it: a byte order mark is skipped, and so is a first line that begins with `#`,
 * as in `#!/usr/bin/lua`. Lines keep their numbers. Where the same text was compiled before, it is charged alike.
 * @param name Chunk name as Lua writes it.
 */
export const compileText = (L: LuaState, text: string, name: string): CompiledText => {
  const { budget, texts } = L.runtime;
  const key = `${name.length}:${name}${text}`;
  const known = texts.take(key);
  // Whatever runs is a copy: what calls it would else see code of two kinds.
  const give = (code: Prototype): CompiledText => ({ ok: true, chunk: makeChunk(L, copyCode(code, budget)), code });
  if (known !== undefined && known.bytes <= budget.limits.sourceBytes) {
    budget.spend(known.work);
    return give(known.code);
  }
  const source = encode(text);
  const start = findStart(source);
  const before = budget.instructions;
  const read = readCode(L, source.subarray(start), encode(name));
  if (!read.ok) return { ...read, read: read.read + start };
  texts.keep(key, { code: read.code, bytes: source.length, work: budget.instructions - before }, key.length);
  return give(read.code);
};

const NUMBER_SIGN = 35;
const NEWLINE = 10;

const findStart = (source: Uint8Array): number => {
  const start = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf ? 3 : 0;
  if (source[start] !== NUMBER_SIGN) return start;
  const end = source.indexOf(NEWLINE, start);
  return end < 0 ? source.length : end;
};

/* Messages show no more than some sixty bytes of a name: of a file the end, of anything else the beginning. */
const LONGEST_NAME = 200;
const FILE = 64;

const shorten = (name: Uint8Array): Uint8Array => {
  if (name.length <= LONGEST_NAME) return name;
  if (name[0] !== FILE) return name.slice(0, LONGEST_NAME);
  const end = name.slice(-LONGEST_NAME);
  end[0] = FILE;
  return end;
};

const parse = (compilation: Compilation, source: Uint8Array, name: Uint8Array): SourceFunction => {
  parser.luaY_parser(compilation, source, undefined, new parser.Dyndata(), latin1(name), 0);
  return compilation.functions[0] as SourceFunction;
};
