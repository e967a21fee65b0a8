import type { Budget } from '../../meter/budget.js';
import { knowLines } from '../calls/line-counters.js';
import type { LuaState } from '../state/lua-state.js';
import { LuaFunction, PATIENCE, type Prototype } from '../values/function.js';
import { LUA_FUNCTION, TABLE } from '../values/tags.js';
import { Value } from '../values/value.js';

/** The function of a whole chunk, whose only upvalue is the table of globals. */
export const makeChunk = (L: LuaState, code: Prototype): Value => {
  knowLines(L.runtime, code);
  L.runtime.tier?.prepare(code);
  const environment = new Value(TABLE, L.runtime.globals);
  return new Value(LUA_FUNCTION, new LuaFunction(code, environment));
};

/**
 * Code for another state: what a state notes in it (the closure made last, the census) is new, all else is shared and
 * never changes, but for where instructions found their keys.
 */
export const copyCode = (code: Prototype, budget: Budget, outer?: Prototype): Prototype => {
  budget.spend(1);
  const inner: Prototype[] = [];
  const copy: Prototype = {
    ...code,
    inner,
    outer,
    patience: PATIENCE,
    compiled: undefined,
    direct: undefined,
    made: undefined,
    mark: 0,
  };
  for (const part of code.inner) inner.push(copyCode(part, budget, copy));
  return copy;
};
