import { arg, argCount, hasArg, pushNil, pushTable, pushValue } from '../fengari/frame.js';
import { add, subtract } from '../fengari/arithmetic.js';
import { checkInteger, checkLuaInteger, optInteger } from '../fengari/arguments.js';
import { wrapInteger } from '../fengari/integer.js';
import { luaD_checkstack } from '../fengari/stack-size.js';
import { append } from '../fengari/lua-table.js';
import { raise, raiseArgument } from '../fengari/raise.js';
import { newTable, setField } from '../fengari/table.js';
import { INTEGER, NIL } from '../fengari/tags.js';
import { luaV_equalobj } from '../fengari/vm-compare.js';
import type { LuaState } from '../fengari/types.js';
import type { Library } from './library.js';
import { checkTableLike, lengthOf, plainTable, popElement, pushElement } from './table-access.js';

/** Most values a function returns at once. */
const MANY = 200_000;

const insert = (L: LuaState): number => {
  const count = argCount(L);
  checkTableLike(L, 1, 'both', true);
  const end = lengthOf(L, 1) + 1;
  if (count === 2) {
    const table = plainTable(L, 1);
    const value = arg(L, 2);
    if (table?.list.length === end - 1 && value.type !== NIL) append(L, table, value.type, value.value);
    else popElement(L, 1, end);
    return 0;
  }
  if (count !== 3) return raise(L, "wrong number of arguments to 'insert'");
  const at = checkInteger(L, 2);
  if (at < 1 || at > end) return raiseArgument(L, 2, 'position out of bounds');
  const value = arg(L, 3);
  for (let i = end; i > at; i--) {
    pushElement(L, 1, i - 1);
    popElement(L, 1, i);
  }
  pushValue(L, value);
  popElement(L, 1, at);
  return 0;
};

const remove = (L: LuaState): number => {
  checkTableLike(L, 1, 'both', true);
  const size = lengthOf(L, 1);
  let at = optInteger(L, 2, size);
  if (hasArg(L, 2) && at !== size && (at < 1 || at > size + 1)) return raiseArgument(L, 1, 'position out of bounds');
  pushElement(L, 1, at);
  for (; at < size; at++) {
    pushElement(L, 1, at + 1);
    popElement(L, 1, at);
  }
  pushNil(L);
  popElement(L, 1, at);
  return 1;
};

const MAX = 2n ** 63n - 1n;

const move = (L: LuaState): number => {
  const from = checkLuaInteger(L, 2);
  const to = checkLuaInteger(L, 3);
  const target = checkLuaInteger(L, 4);
  const into = arg(L, 5).type === NIL ? 1 : 5;
  checkTableLike(L, 1, 'read', false);
  checkTableLike(L, into, 'write', false);
  if (to >= from) {
    const count = BigInt(to) - BigInt(from) + 1n;
    if (count > MAX) return raiseArgument(L, 3, 'too many elements to move');
    if (BigInt(target) > MAX - count + 1n) return raiseArgument(L, 4, 'destination wrap around');
    const overlaps = target <= to && target > from && (into === 1 || luaV_equalobj(L, arg(L, 1), arg(L, into)) !== 0);
    for (let n = 0; n < count; n++) {
      const i = overlaps ? subtract(wrapInteger(count - 1n), n) : n;
      pushElement(L, 1, add(from, i));
      popElement(L, into, add(target, i));
    }
  }
  return pushValue(L, arg(L, into));
};

const pack = (L: LuaState): number => {
  const count = argCount(L);
  const table = newTable(L);
  L.l_G.runtime.budget.spend(count);
  pushTable(L, table);
  for (let i = 1; i <= count; i++) {
    pushValue(L, arg(L, i));
    popElement(L, count + 1, i);
  }
  setField(L, table, 'n', INTEGER, count);
  return 1;
};

const unpack = (L: LuaState): number => {
  const first = arg(L, 2).type === NIL ? 1 : checkLuaInteger(L, 2);
  const last = arg(L, 3).type === NIL ? lengthOf(L, 1) : checkLuaInteger(L, 3);
  if (first > last) return 0;
  const count = Number(BigInt(last) - BigInt(first)) + 1;
  if (count >= MANY) return raise(L, 'too many results to unpack');
  luaD_checkstack(L, count + 1);
  for (let i = 0; i < count; i++) pushElement(L, 1, add(first, i));
  return count;
};

/** `table.insert`, `remove`, `move`, `pack` and `unpack`. */
export const tableBasic: Library = { insert, remove, move, pack, unpack };
