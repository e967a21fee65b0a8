import { getSteps } from '../../vm/native/access-steps.js';
import { checkAny, checkInteger, checkTable } from '../../vm/native/arguments.js';
import { arg, pushInteger, pushNative, pushNil, pushValue, setArgCount } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { call, resumable } from '../../vm/native/resumable.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield } from '../../vm/state/metatables.js';
import { type Native, NO_SHORTCUT } from '../../vm/state/native.js';
import { getFiled } from '../../vm/tables/table.js';
import { moveToNext } from '../../vm/tables/table-access.js';
import type { LuaTable } from '../../vm/values/table.js';
import { INTEGER, NIL, TABLE } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';

/** The built-in `next`, which `pairs` hands out. */
export const next: Native = (L) => {
  const table = checkTable(L, 1);
  setArgCount(L, 2);
  L.stack[L.top] = new Value(NIL, null);
  if (!moveToNext(L, table, L.top - 1)) return pushNil(L);
  L.top++;
  return 2;
};

next.walksTables = true;

const stepOver: Native = (L) => {
  const list = arg(L, 1);
  if (list.type !== TABLE || (list.value as LuaTable).metatable !== null) return stepWaiting(L);
  const index = checkInteger(L, 2) + 1;
  const value = getFiled(list.value as LuaTable, index);
  if (value.type === NIL) return pushNil(L);
  pushInteger(L, index);
  return pushValue(L, value) + 1;
};

stepOver.walksLists = true;

const stepWaiting = resumable(function* (L) {
  const index = checkInteger(L, 2) + 1;
  const value = yield* getSteps(L, arg(L, 1), new Value(INTEGER, index));
  if (value.type === NIL) return pushNil(L);
  pushInteger(L, index);
  return pushValue(L, value) + 1;
});

const ipairs: Native = (L) => {
  const list = checkAny(L, 1);
  pushNative(L, stepOver);
  pushValue(L, list);
  pushInteger(L, 0);
  return 3;
};

const beginList = (): number => {
  exchange.key = stepOver;
  exchange.value = 0;
  return INTEGER;
};

const pairs = resumable(function* (L) {
  const value = checkAny(L, 1);
  const own = getMetafield(L, value, '__pairs');
  if (own === undefined) {
    pushNative(L, next);
    pushValue(L, value);
    return pushNil(L) + 2;
  }
  pushValue(L, own);
  pushValue(L, value);
  yield call(1, 3);
  return 3;
});

const beginTable = (_L: LuaState, tag: number, value: unknown): number => {
  // A metatable may have `__pairs`.
  if (tag !== TABLE || (value as LuaTable).metatable !== null) return NO_SHORTCUT;
  exchange.key = next;
  exchange.value = null;
  return NIL;
};

/** `next`, `pairs` and `ipairs`. */
export const pairFunctions: Library = {
  next,
  pairs: Object.assign(pairs, { begins: beginTable }),
  ipairs: Object.assign(ipairs, { begins: beginList }),
};
