import { compile } from '../../vm/compiler/compile.js';
import { optString, toStringValue } from '../../vm/native/arguments.js';
import { arg, hasArg, push, pushNil, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raiseType } from '../../vm/native/raise.js';
import { protectedCall, resumable, type Steps } from '../../vm/native/resumable.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { YIELD } from '../../vm/state/status.js';
import type { LuaFunction } from '../../vm/values/function.js';
import { NIL, STRING } from '../../vm/values/tags.js';
import { decode, luaString } from '../../vm/values/text.js';
import { copy, isFunction, type Value } from '../../vm/values/value.js';

/* Lua's `load`: text only, whatever `mode` allows. A reader function is read to its end first, so that it may wait. */
const load = resumable(function* (L) {
  const given = toStringValue(L, arg(L, 1));
  const mode = decode(optString(L, 3, 'bt'));
  const name = optString(L, 2, '').length > 0 || given === undefined ? optString(L, 2, '=(load)') : given.bytes;
  let source = given?.bytes;
  if (source === undefined) {
    if (!isFunction(arg(L, 1))) return raiseType(L, 1, 'function');
    source = yield* readAll(L);
    if (source === undefined) return 2;
  }
  if (source[0] === 27) return refuse(L, `attempt to load a binary chunk (mode is '${mode}')`);
  if (!mode.includes('t')) return refuse(L, `attempt to load a text chunk (mode is '${mode}')`);
  return finish(L, source, name);
});

const finish = (L: LuaState, source: Uint8Array, name: Uint8Array): number => {
  const compiled = compile(L, source, name);
  if (!compiled.ok) {
    pushNil(L);
    return pushValue(L, compiled.error) + 1;
  }
  if (hasArg(L, 4)) setEnvironment(compiled.chunk.value as LuaFunction, arg(L, 4));
  return pushValue(L, compiled.chunk);
};

const setEnvironment = (chunk: LuaFunction, environment: Value): void => {
  copy(chunk.upvalue(0), environment);
};

const refuse = (L: LuaState, message: string): number => {
  pushNil(L);
  return push(L, STRING, luaString(message)) + 1;
};

/* The pieces of a reader function; undefined if it failed, with nil and the error on the stack. */
function* readAll(L: LuaState): Steps<Uint8Array | undefined> {
  const { budget } = L.runtime;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    pushValue(L, arg(L, 1));
    const status = yield protectedCall(0, 1);
    const top = L.stack[L.top - 1] as Value;
    if (status > YIELD) {
      pushFailure(L, top);
      return undefined;
    }
    L.top--;
    if (top.type === NIL) break;
    const piece = toStringValue(L, top);
    if (piece === undefined) {
      pushFailure(L, pushMessage(L, 'reader function must return a string'));
      return undefined;
    }
    if (piece.bytes.length === 0) break;
    pieces.push(piece.bytes);
    size += piece.bytes.length;
    budget.spend(10);
    if (size > budget.limits.sourceBytes) budget.exceed('sourceBytes', 'limit_source', size);
  }
  return join(pieces, size);
}

const pushMessage = (L: LuaState, text: string): Value => {
  push(L, STRING, luaString(text));
  return L.stack[L.top - 1] as Value;
};

const pushFailure = (L: LuaState, { type, value }: Value): void => {
  pushNil(L);
  push(L, type, value);
};

const join = (pieces: readonly Uint8Array[], size: number): Uint8Array => {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

/** `load`, the only way for a script to compile code. */
export const loadFunctions: Library = { load };
