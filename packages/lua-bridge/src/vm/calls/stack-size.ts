import { ldebug, ldo } from '../values/internals.js';
import { encode } from '../values/text.js';
import type { LuaState } from '../values/types.js';

const MIN_STACK = 20;
const EXTRA_STACK = 5;
const SLOT_BYTES = 50;
const MAX_STACK = 1_000_000;
const OVERFLOW = encode('stack overflow');

/** Sees that `n` more slots may be used. @throws a Lua error when the stack has a million slots. */
export const luaD_checkstack = (L: LuaState, n: number): void => {
  if (L.stack_last - L.top <= n) luaD_growstack(L, n);
};

/** Enlarges the stack by at least `n` slots. */
export const luaD_growstack = (L: LuaState, n: number): void => {
  const size = L.stack.length;
  const needed = L.top + n + EXTRA_STACK;
  if (needed > MAX_STACK) {
    // Room for handling the overflow itself; a second one on top of it is an error in error handling.
    if (size > MAX_STACK || L.handlesOverflow === true) ldo.luaD_throw(L, 6);
    resize(L, MAX_STACK + 200);
    ldebug.luaG_runerror(L, OVERFLOW);
  }
  const wanted = Math.min(MAX_STACK, Math.max(2 * size, needed));
  L.l_G.budget?.allocate((wanted - size) * SLOT_BYTES);
  resize(L, wanted);
};

const resize = (L: LuaState, size: number): void => {
  L.stack.length = size;
  L.stack_last = size - EXTRA_STACK;
};

/** Gives the room for an overflow back, once it has been handled. */
export const luaD_shrinkstack = (L: LuaState): void => {
  if (L.stack.length > MAX_STACK && L.top < MAX_STACK - 200)
    resize(L, Math.max(L.top + MIN_STACK * 2, L.ci.top + EXTRA_STACK));
};
