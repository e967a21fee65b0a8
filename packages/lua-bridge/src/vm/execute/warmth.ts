import type { Frame, LuaState } from '../state/lua-state.js';
import { CALL_WEIGHT, type LuaFunction, NEVER, type Prototype } from '../values/function.js';

/* Where the interpreter hands over to compiled code: with a call, or with the next round of a loop. */

/** Begins to run the Lua function whose frame was made last, by compiled code if there is some. */
export const beginLua = (L: LuaState, frame: Frame): Frame | null => {
  const { proto } = frame.callee.value as LuaFunction;
  if ((proto.patience -= CALL_WEIGHT) >= 0) return frame;
  const { tier } = L.runtime;
  if (tier !== undefined) return tier.begin(L, frame);
  proto.patience = NEVER;
  return frame;
};

/** Notes that a call of a Lua function goes on after a wait. A loop that waits in each round is best interpreted. */
export const noteWait = (L: LuaState, frame: Frame): void => {
  const { proto } = frame.callee.value as LuaFunction;
  const { patience } = L.runtime;
  if (proto.patience < patience) proto.patience = patience;
};

/**
 * Notes that the running instruction begins the next round of a loop of so many instructions. Undefined if the
 * interpreter runs it.
 */
export const nextRound = (L: LuaState, frame: Frame, length: number): Frame | null | undefined => {
  const { proto } = frame.callee.value as LuaFunction;
  return (proto.patience -= length) >= 0 ? undefined : enterLoop(L, frame, proto, frame.pc - 1);
};

/** The same for a jump at `pc` that has been made. */
export const nextRoundFrom = (L: LuaState, frame: Frame, length: number, pc: number): Frame | null => {
  const { proto } = frame.callee.value as LuaFunction;
  if ((proto.patience -= length) >= 0) return frame;
  const compiled = enterLoop(L, frame, proto, pc);
  return compiled === undefined ? frame : compiled;
};

const enterLoop = (L: LuaState, frame: Frame, proto: Prototype, pc: number): Frame | null | undefined => {
  const { tier } = L.runtime;
  if (tier !== undefined) return tier.round(L, frame, pc);
  proto.patience = NEVER;
  return undefined;
};
