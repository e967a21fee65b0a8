import { arg, pushNil } from '../vm/native/frame.js';
import { suspend } from '../vm/native/wait.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { HostLoop, LuaState } from '../vm/state/lua-state.js';
import type { Native } from '../vm/state/native.js';
import { isPromise, type Outcome, watch } from '../vm/state/waiting.js';
import { NIL } from '../vm/values/tags.js';
import { describeCall } from './call.js';
import { raiseHost } from './host-error.js';
import { closeIterator, type HostIterable, type HostIterator, openIterator, stepIterator } from './iterator.js';
import { closeLeftLoops, LoopPlace } from './loops.js';
import { pushItem } from './push-results.js';

/* Instructions that a step costs, besides what it makes. */
const STEP_COST = 10;

/**
 * An iterable of the host as an iterator of Lua, `for row in rows do`. Each loop begins anew, where the iterable can;
 * one that is left early lets its iterator go. Called without a loop, it goes on where it was.
 */
export const iterate = (source: HostIterable, path: string): Native => {
  const iteration = new Iteration(source, path);
  return (L) => iteration.step(L);
};

class Iteration {
  #open: OpenLoop | undefined;

  constructor(
    private readonly source: HostIterable,
    private readonly path: string,
  ) {}

  step(L: LuaState): number {
    L.runtime.budget.spend(STEP_COST);
    closeLeftLoops(L.runtime);
    let result: unknown;
    try {
      const { iterator } = this.#find(L, LoopPlace.find(L));
      result = stepIterator(iterator, () => describeCall(L, this.path));
    } catch (error) {
      return this.#fail(L, error);
    }
    return isPromise(result) ? suspend(L, watch(result), this.#finish) : this.#push(L, result);
  }

  /* The iterator of the loop that calls; in its first round, when the loop's variable is nil, a new one. */
  #find(L: LuaState, place: LoopPlace | undefined): OpenLoop {
    if (this.#open?.isClosed === true) this.#open = undefined;
    if (place !== undefined && arg(L, 2).type === NIL) this.#enter(L, place);
    if (this.#open === undefined) {
      this.#open = new OpenLoop(openIterator(this.source), place, L.runtime.group);
      L.runtime.loops.add(this.#open);
    }
    return this.#open;
  }

  /* What was begun without a loop goes on in one; what another loop began is over. */
  #enter(L: LuaState, place: LoopPlace): void {
    const open = this.#open;
    if (open === undefined) return;
    if (open.place === undefined) open.place = place;
    else {
      this.#forget(L);
      open.close();
    }
  }

  readonly #finish = (L: LuaState, outcome: Outcome): number =>
    outcome.ok ? this.#push(L, outcome.value) : this.#fail(L, outcome.error);

  #push(L: LuaState, result: unknown): number {
    const { done, value } = result as { readonly done?: boolean; readonly value?: unknown };
    if (done !== true) return pushItem(L, value, this.path);
    this.#forget(L);
    return pushNil(L);
  }

  #fail(L: LuaState, error: unknown): never {
    this.#forget(L);
    return raiseHost(L, error);
  }

  #forget(L: LuaState): void {
    if (this.#open !== undefined) L.runtime.loops.delete(this.#open);
    this.#open = undefined;
  }
}

/* An iterator that was begun, and the loop it is in, if any. */
class OpenLoop implements HostLoop {
  isClosed = false;

  constructor(
    readonly iterator: HostIterator,
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
