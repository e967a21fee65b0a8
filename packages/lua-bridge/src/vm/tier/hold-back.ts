import { IS_PROTECTED } from '../calls/frames.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { YIELD } from '../state/status.js';

/*
 * What compiled code calls. A wait, or an error that a protected call above it catches, unwinds the JavaScript stack,
 * where registers of compiled code are: so it is held back here, the code that called puts its registers on the stack
 * and returns, and whoever entered it throws it on. False always means: leave for the interpreter.
 */

/** What was thrown, if the calls below must survive it. Anything else goes on its way. */
export const holdBack = (L: LuaState, frame: Frame, thrown: unknown): unknown => {
  const { guard } = L;
  if (thrown === guard && guard !== null && (guard.status === YIELD || isCaught(L, frame))) return thrown;
  throw thrown;
};

/** Whether nothing was held unseen when memory was counted last. */
export const isCounted = (L: LuaState): boolean => L.runtime.tier?.isUncounted === false;

const isCaught = (L: LuaState, frame: Frame): boolean => {
  for (let above: Frame | null = L.frame; above !== null && above !== frame; above = above.previous) {
    if ((above.flags & IS_PROTECTED) !== 0) return true;
  }
  return false;
};
