import { NIL } from '../values/tags.js';
import { assign } from '../values/value.js';
import type { LuaState } from './lua-state.js';

/** Lets go of what lies above all that a thread uses that is between two instructions. */
export const tidyStack = (thread: LuaState): void => {
  thread.isLittered = false;
  clearFrom(thread, Math.max(thread.top, thread.frame.top));
};

/** The same for one that is at rest: of those that call, registers above the call hold nothing more. */
export const tidyAtRest = (thread: LuaState): void => {
  if (thread.waiting?.isBreath === true) tidyStack(thread);
  else clearFrom(thread, thread.top);
};

const clearFrom = ({ stack }: LuaState, from: number): void => {
  for (let i = from; i < stack.length; i++) {
    const slot = stack[i];
    if (slot !== undefined && slot.type !== NIL) assign(slot, NIL, null);
  }
};
