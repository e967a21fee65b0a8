import type { LuaState } from '../state/lua-state.js';
import { EXTRA_STACK } from '../state/lua-state.js';
import { HANDLER_ERROR } from '../state/status.js';
import { raiseError, unwind } from './raise.js';

const MIN_STACK = 20;
const SLOT_BYTES = 20;
const MAX_STACK = 1_000_000;
/** Slots for handling an overflow of the stack. */
const OVERFLOW_ROOM = 200;

/** Sees that `n` more slots may be used. @throws a Lua error when the stack has a million slots. */
export const ensureStack = (L: LuaState, n: number): void => {
  if (L.room - L.top <= n) growStack(L, n);
};

/** Enlarges the stack by at least `n` slots. */
export const growStack = (L: LuaState, n: number): void => {
  const size = L.stack.length;
  const needed = L.top + n + EXTRA_STACK;
  if (needed > MAX_STACK) {
    // Room for handling the overflow itself; a second one on top of it is an error in error handling.
    if (size > MAX_STACK || L.handlesOverflow) unwind(L, HANDLER_ERROR);
    resize(L, MAX_STACK + OVERFLOW_ROOM);
    raiseError(L, 'stack overflow');
  }
  const wanted = Math.min(MAX_STACK, Math.max(2 * size, needed));
  L.runtime.budget.allocate((wanted - size) * SLOT_BYTES);
  resize(L, wanted);
};

/** Gives the room for an overflow back, once it has been handled. */
export const shrinkStack = (L: LuaState): void => {
  if (L.stack.length > MAX_STACK && L.top < MAX_STACK - OVERFLOW_ROOM)
    resize(L, Math.max(L.top + MIN_STACK * 2, L.frame.top + EXTRA_STACK));
};

const resize = (L: LuaState, size: number): void => {
  L.stack.length = size;
  L.room = size - EXTRA_STACK;
};
