import { EXTRA_STACK, type LuaState } from '../state/lua-state.js';

/** Slots that a stack has at most. */
export const MOST_SLOTS = 1_000_000;

/** What a slot takes in memory, in bytes. */
export const SLOT_BYTES = 20;

/** How many slots a stack gets where so many are needed. */
export const roundSlots = (L: LuaState, needed: number): number =>
  Math.min(MOST_SLOTS, Math.max(2 * L.stack.length, needed));

/** Gives a stack so many slots. */
export const resizeStack = (L: LuaState, size: number): void => {
  L.stack.length = size;
  L.room = size - EXTRA_STACK;
};

/** Sees that a stack has room up to `top`, which is not near its end. The memory is looked at with what comes next. */
export const reachSlots = (L: LuaState, top: number): void => {
  if (top < L.room) return;
  const size = roundSlots(L, top + EXTRA_STACK + 1);
  L.runtime.budget.allocated += (size - L.stack.length) * SLOT_BYTES;
  resizeStack(L, size);
};
