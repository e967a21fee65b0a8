import { lineOf, nearestLuaCall } from '../vm/calls/position.js';
import type { CancelGroup } from '../vm/state/cancel-group.js';
import type { LuaState } from '../vm/state/lua-state.js';
import type { HostCall } from './lua-value.js';

/** What a function is told of the call that is being made. */
export const describeCall = (L: LuaState, path: string): Call => {
  const lua = nearestLuaCall(L.frame);
  return new Call(path, lua === undefined ? 0 : lineOf(lua), L);
};

/** A call as the bridge's own functions see it. */
export interface OwnCall extends HostCall {
  /** Whether nothing else of the run is under way, so that nothing is lost when its thread blocks. */
  readonly isAlone: boolean;
}

/* A call as its function sees it. Most functions never ask for the signal, so it is made when one does. */
class Call implements OwnCall {
  #opened: ReturnType<CancelGroup['open']> | undefined;
  #result: PromiseLike<unknown> | undefined;
  readonly #L: LuaState;
  readonly #group: CancelGroup;

  constructor(
    readonly path: string,
    readonly line: number,
    L: LuaState,
  ) {
    this.#L = L;
    this.#group = L.group ?? L.runtime.group;
  }

  get isAlone(): boolean {
    return this.#L.runtime.threads.size === 1;
  }

  get signal(): AbortSignal {
    if (this.#opened === undefined) {
      this.#opened = this.#group.open();
      if (this.#result !== undefined) endAfter(this, this.#result);
    }
    return this.#opened.signal;
  }

  end(): void {
    this.#opened?.release();
  }

  endWith(result: PromiseLike<unknown>): void {
    this.#result = result;
    if (this.#opened !== undefined) endAfter(this, result);
  }
}

const endAfter = (call: Call, result: PromiseLike<unknown>): void => {
  const end = (): void => {
    call.end();
  };
  void Promise.resolve(result).then(end, end);
};
