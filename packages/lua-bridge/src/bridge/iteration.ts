import { arg, pushNil } from '../vm/native/frame.js';
import { suspend } from '../vm/native/wait.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { HostLoop } from '../vm/state/host-loop.js';
import type { LuaState } from '../vm/state/lua-state.js';
import type { Native } from '../vm/state/native.js';
import { isPromise, type Outcome, watch } from '../vm/state/waiting.js';
import { NIL } from '../vm/values/tags.js';
import { describeCall } from './call.js';
import { raiseHost } from './host-error.js';
import { closeIterator, type HostIterable, type HostIterator, openIterator, stepIterator } from './iterator.js';
import { closeLeftLoops, forgetLoop, LoopPlace, noteLoop } from './loops.js';
import { pushItem } from './push-results.js';

/* Instructions that a step costs, besides what it makes. */
const STEP_COST = 10;
/* What an iterator that was begun takes. */
const LOOP_BYTES = 500;

/**
 * An iterable of the host as an iterator of Lua, `for row in rows do`. Each loop begins anew, where the iterable can;
 * one that is left early lets its iterator go. Called without a loop, it goes on where it was.
 */
export const iterate = (source: HostIterable, path: string): Native => {
  const iteration = new Iteration(source, path);
  return (L) => iteration.step(L);
};

class Iteration {
  #open: OpenLoop[] = [];

  constructor(
    private readonly source: HostIterable,
    private readonly path: string,
  ) {}

  step(L: LuaState): number {
    L.runtime.budget.spend(STEP_COST);
    closeLeftLoops(L.runtime);
    const place = LoopPlace.find(L);
    let step: Step | undefined;
    let result: unknown;
    try {
      const { iterator } = (step = { loop: this.#find(L, place), isOwn: place !== undefined }).loop;
      result = stepIterator(iterator, () => describeCall(L, this.path));
    } catch (error) {
      return this.#fail(L, step, error);
    }
    return isPromise(result) ? this.#wait(L, step, result) : this.#push(L, step, result);
  }

  /*
   * The iterator of the loop that calls; in its first round, when the loop's variable is nil, a new one. What the
   * thread has begun without a loop goes on in one. Called without a loop, it goes on where the thread was.
   */
  #find(L: LuaState, place: LoopPlace | undefined): OpenLoop {
    if (this.#open.some(({ isClosed }) => isClosed)) this.#open = this.#open.filter(({ isClosed }) => !isClosed);
    if (place === undefined) return this.#open.findLast(({ thread }) => thread === L) ?? this.#begin(L, undefined);
    const loose = this.#open.find((loop) => loop.thread === L && loop.place === undefined);
    if (loose !== undefined) {
      loose.place = place;
      noteLoop(L.runtime, loose);
      return loose;
    }
    const own = this.#open.find((loop) => loop.place?.isSame(place) === true);
    if (own !== undefined && arg(L, 2).type !== NIL) return own;
    if (own !== undefined) {
      this.#forget(L, own);
      own.close();
    }
    return this.#begin(L, place);
  }

  #begin(L: LuaState, place: LoopPlace | undefined): OpenLoop {
    const loop = new OpenLoop(openIterator(this.source), L, place, L.runtime.group);
    this.#open.push(loop);
    L.runtime.budget.allocate(LOOP_BYTES);
    L.runtime.loops.add(loop);
    if (place !== undefined) noteLoop(L.runtime, loop);
    return loop;
  }

  #wait(L: LuaState, step: Step, result: PromiseLike<unknown>): number {
    return suspend(L, watch(result), (thread, outcome: Outcome) =>
      outcome.ok ? this.#push(thread, step, outcome.value) : this.#fail(thread, step, outcome.error),
    );
  }

  #push(L: LuaState, { loop, isOwn }: Step, result: unknown): number {
    const { done, value } = result as { readonly done?: boolean; readonly value?: unknown };
    if (done !== true) return pushItem(L, value, this.path);
    // A loop within which somebody else came to the end hears of it in its next round.
    if (isOwn || loop.place === undefined) this.#forget(L, loop);
    return pushNil(L);
  }

  #fail(L: LuaState, step: Step | undefined, error: unknown): never {
    if (step !== undefined) this.#forget(L, step.loop);
    return raiseHost(L, error);
  }

  #forget({ runtime }: LuaState, loop: OpenLoop): void {
    forgetLoop(runtime, loop);
    this.#open = this.#open.filter((other) => other !== loop);
  }
}

/* A step of a loop, and whether it is the loop that takes it. */
interface Step {
  readonly loop: OpenLoop;
  readonly isOwn: boolean;
}

/* An iterator that was begun, and the loop it is in, if any. */
class OpenLoop implements HostLoop {
  isClosed = false;

  constructor(
    readonly iterator: HostIterator,
    readonly thread: LuaState,
    public place: LoopPlace | undefined,
    readonly group: CancelGroup,
  ) {}

  isLeft(): boolean {
    return this.place?.isCurrent === false;
  }

  close(): void {
    this.isClosed = true;
    closeIterator(this.iterator);
  }
}
