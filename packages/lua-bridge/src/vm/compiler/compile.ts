import { globalsOf } from '../tables/table.js';
import { ldo, lfunc, lobject, lparser, lzio } from '../values/internals.js';
import { OK, TABLE } from '../values/tags.js';
import type { LClosure, LuaState, TValue } from '../values/types.js';

const PIECE = 4096;

/** A compiled chunk, or the error value with the position of the fault. */
type Compiled = { ok: true; chunk: TValue } | { ok: false; error: TValue };

/**
 * Compiles source text; never bytecode. The work is charged piece by piece, so that limits hold inside the parser.
 * @param name Chunk name as Lua writes it: `@file`, `=text`, or the source itself.
 */
export const compile = (L: LuaState, source: Uint8Array, name: Uint8Array): Compiled => {
  const { budget } = L.l_G.runtime;
  if (source.length > budget.limits.sourceBytes) budget.exceed('sourceBytes', 'limit_source', source.length);
  budget.spend((name.length + source.length) >> 4);
  L.nny++;
  const status = ldo.luaD_pcall(L, parse, { source, name: shortened(name) }, L.top, L.errfunc);
  L.nny--;
  const top = L.stack[--L.top] as TValue;
  const value = new lobject.TValue(top.type, top.value);
  if (status !== OK) return { ok: false, error: value };
  (value.value as LClosure).upvals[0]?.setfrom(new lobject.TValue(TABLE, globalsOf(L)));
  return { ok: true, chunk: value };
};

/* Messages show no more than some sixty bytes of a name: of a file the end, of anything else the beginning. */
const LONGEST_NAME = 200;
const FILE = 64;

const shortened = (name: Uint8Array): Uint8Array => {
  if (name.length <= LONGEST_NAME) return name;
  if (name[0] !== FILE) return name.slice(0, LONGEST_NAME);
  const end = name.slice(-LONGEST_NAME);
  end[0] = FILE;
  return end;
};

const parse = (L: LuaState, data: unknown): void => {
  const { source, name } = data as { source: Uint8Array; name: Uint8Array };
  const input = new lzio.ZIO(L, inPieces(source), null);
  const first = input.zgetc();
  const closure = lparser.luaY_parser(L, input, new lzio.MBuffer(), new lparser.Dyndata(), name, first);
  lfunc.luaF_initupvals(L, closure);
};

const inPieces = (source: Uint8Array) => {
  let at = 0;
  return (L: LuaState): Uint8Array | null => {
    if (at >= source.length) return null;
    const piece = source.subarray(at, (at += PIECE));
    L.l_G.budget?.spend(piece.length);
    L.l_G.budget?.allocate(piece.length * 40);
    return piece;
  };
};
