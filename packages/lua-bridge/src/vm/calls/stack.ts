import type { LuaState } from '../state/lua-state.js';
import { EXTRA_STACK } from '../state/lua-state.js';
import { HANDLER_ERROR } from '../state/status.js';
import { raiseError, unwind } from './raise.js';
import { MOST_SLOTS, resizeStack, roundSlots, SLOT_BYTES } from './slots.js';

const MIN_STACK = 20;
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
  if (needed > MOST_SLOTS) {
    // Room for handling the overflow itself; a second one on top of it is an error in error handling.
    if (size > MOST_SLOTS || L.handlesOverflow) unwind(L, HANDLER_ERROR);
    resizeStack(L, MOST_SLOTS + OVERFLOW_ROOM);
    raiseError(L, 'stack overflow');
  }
  const wanted = roundSlots(L, needed);
  L.runtime.budget.allocate((wanted - size) * SLOT_BYTES);
  resizeStack(L, wanted);
};

/** Gives the room for an overflow back, once it has been handled. */
export const shrinkStack = (L: LuaState): void => {
  if (L.stack.length > MOST_SLOTS && L.top < MOST_SLOTS - OVERFLOW_ROOM)
    resizeStack(L, Math.max(L.top + MIN_STACK * 2, L.frame.top + EXTRA_STACK));
};
