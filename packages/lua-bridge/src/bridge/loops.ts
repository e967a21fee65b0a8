import { isLuaCall, protoOf } from '../vm/calls/position.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { HostLoop } from '../vm/state/host-loop.js';
import type { Frame, LuaState, Runtime } from '../vm/state/lua-state.js';
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

  /** Whether another one is the place of the same loop. */
  isSame(other: LoopPlace): boolean {
    return (
      this.#frame === other.#frame &&
      this.#register === other.#register &&
      this.#to === other.#to &&
      this.#callee === other.#callee
    );
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

  /* A thread has one frame for each depth. */
  #isActive(): boolean {
    return this.#thread.frame.depth >= this.#frame.depth;
  }
}

/** Notes that a thread has begun a loop, within those that it is in. */
export const noteLoop = ({ loopsOf }: Runtime, loop: HostLoop): void => {
  const within = loopsOf.get(loop.thread);
  if (within === undefined) loopsOf.set(loop.thread, [loop]);
  else within.push(loop);
};

/** Notes that a loop is over. */
export const forgetLoop = ({ loops, loopsOf }: Runtime, loop: HostLoop): void => {
  loops.delete(loop);
  const within = loopsOf.get(loop.thread) ?? [];
  const at = within.lastIndexOf(loop);
  if (at >= 0) within.splice(at, 1);
  if (within.length === 0) loopsOf.delete(loop.thread);
};

const close = (runtime: Runtime, loop: HostLoop): void => {
  forgetLoop(runtime, loop);
  loop.close();
};

/** Closes what loops have begun that the script has left since. Whoever is in a loop is in those around it. */
export const closeLeftLoops = (runtime: Runtime): void => {
  for (const within of runtime.loopsOf.values()) {
    for (let loop = within.at(-1); loop?.isLeft() === true; loop = within.at(-1)) close(runtime, loop);
  }
};

/** Closes what loops have begun in an activity that is over. */
export const closeLoopsOf = (runtime: Runtime, group: CancelGroup): void => {
  for (const loop of runtime.loops) if (loop.group === group) close(runtime, loop);
};
