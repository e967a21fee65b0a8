import { settle } from '../calls/frames.js';
import { pause } from '../execute/execute.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame } from '../state/lua-state.js';
import { holdBack, isCounted } from './hold-back.js';

/** Looks whether the run may go on; the next instruction is at `pc`. */
export const turn = (frame: Frame, pc: number): boolean => {
  const { thread } = frame;
  thread.frame = frame;
  frame.pc = pc;
  try {
    pause(thread);
  } catch (thrown) {
    S.thrown = holdBack(thread, frame, thrown);
    prepare(frame);
    return false;
  }
  if (isCounted(thread)) return true;
  prepare(frame);
  return false;
};

/**
 * Makes a frame the running one, for the interpreter's means: calls that have ended may have left the top of the stack
 * anywhere above the frame's base.
 */
export const prepare = (frame: Frame): void => {
  settle(frame);
  frame.thread.frame = frame;
  frame.thread.top = frame.top;
};
