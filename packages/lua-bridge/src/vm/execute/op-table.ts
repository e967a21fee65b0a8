import { openSlots } from '../calls/call-info.js';
import { append, findFiled, overwrite, Table } from '../tables/lua-table.js';
import { setInteger } from '../tables/table-access.js';
import { keyOf } from '../tables/table-key.js';
import { NIL, STRING, TABLE } from '../values/tags.js';
import type { CallInfo, LClosure, LuaState, LuaTable, TString, TValue } from '../values/types.js';
import { assign, copy, type Op, ra, rb, rk } from './op.js';
import { luaV_gettable, luaV_objlen, settable } from './vm-access.js';

/* Instructions on tables. The usual case, a table without a handler in the way, is done in place. */

const FIELDS_PER_FLUSH = 50;

const find = (table: LuaTable, key: TValue): TValue | undefined => {
  if (key.type !== STRING) return findFiled(table, keyOf(key));
  const { key: filed } = key.value as TString;
  return filed === undefined ? findFiled(table, keyOf(key)) : table.keyed?.get(filed)?.value;
};

const get = (L: LuaState, of: TValue, key: TValue, into: number): void => {
  if (of.type === TABLE) {
    const place = find(of.value as LuaTable, key);
    if (place !== undefined && place.type !== NIL) {
      copy(L.stack[into] as TValue, place);
      return;
    }
  }
  luaV_gettable(L, of, key, into);
};

const put = (L: LuaState, of: TValue, key: TValue, value: TValue): void => {
  if (of.type === TABLE) {
    const table = of.value as LuaTable;
    const filed = keyOf(key);
    const place = findFiled(table, filed);
    if (place !== undefined && place.type !== NIL) {
      table.flags = 0;
      overwrite(table, place, filed, value.type, value.value);
      return;
    }
    if (table.metatable === null && filed === table.list.length + 1 && value.type !== NIL) {
      append(L, table, value.type, value.value);
      return;
    }
  }
  settable(L, of, key, value);
};

const upvalue = (ci: CallInfo, n: number): TValue => (ci.func.value as LClosure).upvals[n] as TValue;

export const gettabup: Op = (L, ci, i) => {
  get(L, upvalue(ci, i.B), rk(L, ci, i.C), ci.l_base + i.A);
  return ci;
};

export const gettable: Op = (L, ci, i) => {
  get(L, rb(L, ci, i), rk(L, ci, i.C), ci.l_base + i.A);
  return ci;
};

export const settabup: Op = (L, ci, i) => {
  put(L, upvalue(ci, i.A), rk(L, ci, i.B), rk(L, ci, i.C));
  return ci;
};

export const settableOp: Op = (L, ci, i) => {
  put(L, ra(L, ci, i), rk(L, ci, i.B), rk(L, ci, i.C));
  return ci;
};

export const newtable: Op = (L, ci, i) => {
  assign(ra(L, ci, i), TABLE, new Table(L));
  return ci;
};

export const self: Op = (L, ci, i) => {
  const object = rb(L, ci, i);
  copy(L.stack[ci.l_base + i.A + 1] as TValue, object);
  get(L, object, rk(L, ci, i.C), ci.l_base + i.A);
  return ci;
};

export const len: Op = (L, ci, i) => {
  luaV_objlen(L, ra(L, ci, i), rb(L, ci, i));
  return ci;
};

export const setlist: Op = (L, ci, i) => {
  const first = ci.l_base + i.A;
  const count = i.B === 0 ? L.top - first - 1 : i.B;
  const block = i.C === 0 ? (ci.l_code[ci.l_savedpc++]?.Ax ?? 0) : i.C;
  const table = (L.stack[first] as TValue).value as LuaTable;
  const start = (block - 1) * FIELDS_PER_FLUSH;
  for (let n = 1; n <= count; n++) setInteger(L, table, start + n, L.stack[first + n] as TValue);
  openSlots(L, ci.top);
  return ci;
};
