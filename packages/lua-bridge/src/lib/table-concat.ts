import { arg, pushBytes } from '../fengari/frame.js';
import { checkLuaInteger, optString, toStringValue } from '../fengari/arguments.js';
import { raise } from '../fengari/raise.js';
import { add, type Integer } from '../fengari/arithmetic.js';
import { findFiled } from '../fengari/lua-table.js';
import { NIL } from '../fengari/tags.js';
import { lobject } from '../fengari/internals.js';
import type { LuaState, TValue } from '../fengari/types.js';
import { ByteBuffer } from './byte-buffer.js';
import { checkTableLike, lengthOf, plainTable, pushElement } from './table-access.js';
import { basicTypeName } from './type-name.js';

const concat = (L: LuaState): number => {
  checkTableLike(L, 1, 'read', true);
  const length = lengthOf(L, 1);
  const separator = optString(L, 2, '');
  const first = arg(L, 3).type === NIL ? 1 : checkLuaInteger(L, 3);
  const last = arg(L, 4).type === NIL ? length : checkLuaInteger(L, 4);
  const { budget } = L.l_G.runtime;
  const buffer = new ByteBuffer(budget);
  for (let i = first, left = BigInt(last) - BigInt(first); left >= 0; i = add(i, 1), left--) {
    budget.spend(2);
    const value = element(L, i);
    const text = toStringValue(L, value);
    if (text === undefined) return raise(L, `invalid value (${basicTypeName(value)}) at index ${i} in table for 'concat'`);
    buffer.add(text.realstring);
    if (left > 0) buffer.add(separator);
  }
  return pushBytes(L, buffer.take());
};

const element = (L: LuaState, index: Integer): TValue => {
  const table = plainTable(L, 1);
  if (table !== undefined) return findFiled(table, index) ?? lobject.luaO_nilobject;
  const value = pushElement(L, 1, index);
  L.top--;
  return value;
};

/** `table.concat`. */
export const tableConcat = { concat };
