import { lapi, lobject } from './internals.js';
import { OK } from './tags.js';
import { encode } from './text.js';
import type { LuaState, TValue } from './types.js';

const PIECE = 4096;
const TEXT_ONLY = encode('t');

/** A compiled chunk, or the error value with the status of the failure. */
export type Compiled = { ok: true; chunk: TValue } | { ok: false; error: TValue };

/**
 * Compiles source text; never bytecode. The work is charged piece by piece, so that limits hold inside the parser.
 * @param name Chunk name as Lua writes it: `@file`, `=text`, or the source itself.
 */
export const compile = (L: LuaState, source: Uint8Array, name: Uint8Array): Compiled => {
  const { budget } = L.l_G.runtime;
  if (source.length > budget.limits.sourceBytes) budget.exceed('sourceBytes', 'limit_source', source.length);
  let at = 0;
  const read = (): Uint8Array | null => {
    if (at >= source.length) return null;
    const piece = source.subarray(at, (at += PIECE));
    budget.spend(piece.length);
    budget.allocate(piece.length * 40);
    return piece;
  };
  const status = lapi.lua_load(L, read, null, name, TEXT_ONLY);
  budget.rethrow();
  const top = L.stack[--L.top] as TValue;
  const value = new lobject.TValue(top.type, top.value);
  return status === OK ? { ok: true, chunk: value } : { ok: false, error: value };
};
