import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { type Waker, wakeSoon } from '../vm/state/waiting.js';

/**
 * Whose turn it is in a state. A thread that computes for long lets the event loop turn in between, but no other
 * thread: they are interrupted by each other only where they wait for the host.
 */
export class Turn {
  #computing: LuaState | undefined;
  #waiting: Waker[] = [];

  /** Whether another thread has more to compute. */
  isTaken(thread: LuaState): boolean {
    return this.#computing !== undefined && this.#computing !== thread;
  }

  /** Notes who is to go on when the turn passes. */
  wait(waker: Waker): void {
    this.#waiting.push(waker);
  }

  /** Notes that a thread has stopped; it keeps the turn if it has more to compute. */
  pass(thread: LuaState, hasMore: boolean): void {
    if (hasMore) this.#computing = thread;
    else if (this.#computing === thread || this.#computing === undefined) {
      this.#computing = undefined;
      const waiting = this.#waiting;
      if (waiting.length === 0) return;
      this.#waiting = [];
      for (const waker of waiting) wakeSoon(waker);
    }
  }
}

const turns = new WeakMap<Runtime, Turn>();

/** The turn of a state. */
export const turnOf = (runtime: Runtime): Turn => {
  let turn = turns.get(runtime);
  if (turn === undefined) turns.set(runtime, (turn = new Turn()));
  return turn;
};
