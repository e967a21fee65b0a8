import { setTop } from '../calls/call-info.js';
import * as calls from '../calls/calls.js';
import * as coroutines from '../calls/coroutines.js';
import { luaT_callorderTM, luaT_callTM, luaT_trybinTM } from '../calls/metamethod.js';
import * as protect from '../calls/protect.js';
import { luaD_checkstack, luaD_growstack } from '../calls/stack-size.js';
import { luaV_execute } from '../execute/execute.js';
import { luaV_finishOp } from '../execute/finish-op.js';
import { luaV_gettable, luaV_objlen, settable } from '../execute/vm-access.js';
import * as compare from '../execute/vm-compare.js';
import { luaV_concat } from '../execute/vm-concat.js';
import { Table } from '../tables/lua-table.js';
import * as access from '../tables/table-access.js';
import * as arithmetic from '../values/arithmetic.js';
import { ldo, lobject, ltable, ltm, lvm } from '../values/internals.js';
import * as number from '../values/number.js';
import type { LuaState, LuaTable, TValue } from '../values/types.js';
import { luaO_arith } from './constant-fold.js';

/*
 * Puts this package's functions in the place of fengari's. fengari's modules call each other through their module
 * objects, so its compiler and error messages use them too. This package bundles its own copy of fengari.
 */

/* fengari's set-up and compiler set keys without saying for which state; `compile` charges for the source as a whole. */
const unbilled = { l_G: {} } as LuaState;

const luaH_setint = (table: LuaTable, key: number, value: TValue): void => {
  access.setInteger(unbilled, table, key, value);
};

const luaH_setfrom = (L: LuaState | undefined, table: LuaTable, key: TValue, value: TValue): void => {
  access.luaH_setfrom(L ?? unbilled, table, key, value);
};

/** Installs the patches; loading this module is enough. */
export const installed: boolean = ((): boolean => {
  const { luaH_new, luaH_get, luaH_getint, luaH_getstr, luaH_getn, luaH_next } = access;
  const invalidateTMcache = (table: LuaTable): void => {
    table.flags = 0;
  };
  Object.assign(ltable, {
    Table,
    luaH_new,
    luaH_get,
    luaH_getint,
    luaH_getstr,
    luaH_setfrom,
    luaH_setint,
    luaH_getn,
    luaH_next,
    invalidateTMcache,
  });
  const { luaO_str2num, luaO_tostring, luaV_tointeger, tointeger, tonumber } = number;
  Object.assign(lobject, { luaO_str2num, luaO_tostring, luaO_arith });
  Object.assign(ltm, { luaT_callTM, luaT_trybinTM, luaT_callorderTM });
  const { luaV_equalobj, luaV_lessthan, luaV_lessequal } = compare;
  const luaV_rawequalobj = (a: TValue, b: TValue): number => luaV_equalobj(null, a, b);
  Object.assign(lvm, {
    luaV_execute,
    luaV_finishOp,
    luaV_concat,
    luaV_gettable,
    settable,
    luaV_objlen,
    luaV_tointeger,
    tointeger,
    tonumber,
    luaV_equalobj,
    luaV_rawequalobj,
    luaV_lessthan,
    luaV_lessequal,
    luaV_shiftl: arithmetic.shiftLeft,
  });
  const { luaD_call, luaD_callnoyield, luaD_precall, luaD_poscall } = calls;
  const luaD_inctop = (L: LuaState): void => {
    luaD_checkstack(L, 1);
    setTop(L, L.top + 1);
  };
  const { luaD_pcall, luaD_rawrunprotected, luaD_throw } = protect;
  const { lua_resume, lua_yieldk, lua_isyieldable } = coroutines;
  Object.assign(ldo, {
    luaD_call,
    luaD_callnoyield,
    luaD_checkstack,
    luaD_growstack,
    luaD_precall,
    luaD_poscall,
    luaD_inctop,
    luaD_pcall,
    luaD_rawrunprotected,
    luaD_throw,
    lua_resume,
    lua_yieldk,
    lua_isyieldable,
    adjust_top: (L: LuaState, top: number) => {
      setTop(L, top);
      L.top = top;
    },
  });
  return true;
})();
