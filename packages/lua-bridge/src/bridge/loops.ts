import { isLuaCall, protoOf } from '../vm/calls/position.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { Frame, HostLoop, LuaState, Runtime } from '../vm/state/lua-state.js';
import { YIELD } from '../vm/state/status.js';
import type { Instruction } from '../vm/values/function.js';
import { OP } from '../vm/values/opcodes.js';

/*
 * Lua 5.3 tells nobody that a loop was left. So whoever began an iterator of the host looks whether the script is still
 * in the loop: before anything else of the host is called, when the script waits or ends, and every 10 ms meanwhile.
 */

/** A place in a script where a `for` calls an iterator. */
export class LoopPlace {
  readonly #thread: LuaState;
  readonly #frame: Frame;
  readonly #callee: unknown;
  readonly #iterator: unknown;
  readonly #register: number;
  readonly #from: number;
  readonly #to: number;

  private constructor(thread: LuaState, frame: Frame, register: number, next: Instruction) {
    this.#thread = thread;
    this.#frame = frame;
    this.#callee = frame.callee.value;
    this.#register = register;
    this.#iterator = thread.stack[register]?.value;
    this.#to = frame.pc;
    this.#from = frame.pc + 1 + next.sBx;
  }

  /** Where the running native function is called as the iterator of a `for`; undefined if it is called otherwise. */
  static find(L: LuaState): LoopPlace | undefined {
    const frame = L.frame.previous;
    if (frame === null || !isLuaCall(frame)) return undefined;
    const { code } = protoOf(frame);
    const { opcode, A } = code[frame.pc - 1] as Instruction;
    if (opcode !== OP.TFORCALL) return undefined;
    return new LoopPlace(L, frame, frame.base + A, code[frame.pc] as Instruction);
  }

  /** Whether the script is still in the loop. */
  get isCurrent(): boolean {
    const { pc, callee } = this.#frame;
    return (
      this.#thread.status <= YIELD &&
      this.#isActive() &&
      callee.value === this.#callee &&
      pc >= this.#from &&
      pc <= this.#to &&
      this.#thread.stack[this.#register]?.value === this.#iterator
    );
  }

  #isActive(): boolean {
    let frame: Frame | null = this.#thread.frame;
    while (frame !== null && frame.depth > this.#frame.depth) frame = frame.previous;
    return frame === this.#frame;
  }
}

/** Closes what loops have begun that the script has left since. */
export const closeLeftLoops = ({ loops }: Runtime): void => {
  for (const loop of loops) if (loop.isLeft()) close(loops, loop);
};

/** Closes what loops have begun in an activity that is over. */
export const closeLoopsOf = ({ loops }: Runtime, group: CancelGroup): void => {
  for (const loop of loops) if (loop.group === group) close(loops, loop);
};

const close = (loops: Set<HostLoop>, loop: HostLoop): void => {
  loops.delete(loop);
  loop.close();
};
