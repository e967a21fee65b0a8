import type {
  CallInfo,
  CClosure,
  Continuation,
  LClosure,
  LuaState,
  LuaTable,
  Native,
  TString,
  TValue,
} from './types.js';

/** The part of `lobject.js` in use. */
export interface ObjectModule {
  TValue: new (type: number, value: unknown) => TValue;
  LClosure: new (L: LuaState, upvalues: number) => LClosure;
  CClosure: new (L: LuaState, fn: Native, upvalues: number) => CClosure;
  luaO_nilobject: TValue;
  luaO_str2num(text: Uint8Array, into: TValue): number;
  luaO_tostring(L: LuaState, value: TValue): void;
  luaO_arith(L: LuaState | null, op: number, a: TValue, b: TValue, result: TValue | number): void;
  luaO_chunkid(source: Uint8Array, size: number): Uint8Array;
}

/** The part of `ltable.js` in use. */
export interface TableModule {
  luaH_new(L: LuaState): LuaTable;
  luaH_get(L: LuaState, table: LuaTable, key: TValue): TValue;
  luaH_getint(table: LuaTable, key: number): TValue;
  luaH_getstr(table: LuaTable, key: TString): TValue;
  luaH_getn(table: LuaTable): number;
  luaH_setint(table: LuaTable, key: number, value: TValue): void;
  luaH_setfrom(L: LuaState, table: LuaTable, key: TValue, value: TValue): void;
  luaH_next(L: LuaState, table: LuaTable, keyIndex: number): boolean;
  invalidateTMcache(table: LuaTable): void;
}

/** The part of `lfunc.js` in use. */
export interface FunctionModule {
  luaF_initupvals(L: LuaState, closure: LClosure): void;
  luaF_close(L: LuaState, level: number): void;
}

/** The part of `lstate.js` in use. */
export interface StateModule {
  CallInfo: new () => CallInfo;
  lua_newstate(): LuaState | null;
  lua_newthread(L: LuaState): LuaState;
}

/** The part of `ldo.js` in use. */
export interface CallModule {
  adjust_top(L: LuaState, top: number): void;
  luaD_call(L: LuaState, func: number, results: number): void;
  luaD_callnoyield(L: LuaState, func: number, results: number): void;
  luaD_checkstack(L: LuaState, n: number): void;
  luaD_growstack(L: LuaState, n: number): void;
  luaD_inctop(L: LuaState): void;
  luaD_pcall(L: LuaState, fn: (L: LuaState, ud: unknown) => void, ud: unknown, top: number, handler: number): number;
  luaD_poscall(L: LuaState, ci: CallInfo, first: number, count: number): boolean;
  luaD_precall(L: LuaState, func: number, results: number): boolean;
  luaD_rawrunprotected(L: LuaState, fn: (L: LuaState, ud: unknown) => void, ud: unknown): number;
  luaD_throw(L: LuaState, status: number): never;
  lua_isyieldable(L: LuaState): boolean;
  lua_resume(L: LuaState, from: LuaState | null, args: number): number;
  lua_yieldk(L: LuaState, results: number, context: unknown, k: Continuation | null): number;
}

/** The part of `ldebug.js` in use. */
export interface DebugModule {
  luaG_runerror(L: LuaState, format: Uint8Array, ...values: unknown[]): never;
  luaG_errormsg(L: LuaState): never;
  luaG_typeerror(L: LuaState, value: TValue, operation: Uint8Array): never;
  luaG_concaterror(L: LuaState, a: TValue, b: TValue): never;
  luaG_opinterror(L: LuaState, a: TValue, b: TValue, operation: Uint8Array): never;
  luaG_tointerror(L: LuaState, a: TValue, b: TValue): never;
  luaG_ordererror(L: LuaState, a: TValue, b: TValue): never;
  lua_sethook(L: LuaState, hook: ((L: LuaState) => void) | null, mask: number, count: number): void;
  lua_getinfo(L: LuaState, what: Uint8Array, ar: object): number;
}

/** The part of `ltm.js` in use. */
export interface MetamethodModule {
  TMS: Record<string, number>;
  fasttm(L: LuaState, metatable: LuaTable | null, event: number): TValue | null;
  luaT_gettmbyobj(L: LuaState, value: TValue, event: number): TValue;
  luaT_callTM(L: LuaState, f: TValue, a: TValue, b: TValue, c: TValue, results: number): void;
  luaT_trybinTM(L: LuaState, a: TValue, b: TValue, result: TValue, event: number): void;
  luaT_callorderTM(L: LuaState, a: TValue, b: TValue, event: number): boolean | null;
  luaT_objtypename(L: LuaState, value: TValue): Uint8Array;
}

/** The part of `lvm.js` in use. */
export interface VmModule {
  luaV_execute(L: LuaState): void;
  luaV_finishOp(L: LuaState): void;
  luaV_concat(L: LuaState, total: number): void;
  luaV_gettable(L: LuaState, table: TValue, key: TValue, into: number): void;
  settable(L: LuaState, table: TValue, key: TValue, value: TValue): void;
  luaV_lessthan(L: LuaState, a: TValue, b: TValue): number;
  luaV_lessequal(L: LuaState, a: TValue, b: TValue): number;
  luaV_equalobj(L: LuaState | null, a: TValue, b: TValue): number;
  luaV_objlen(L: LuaState, into: TValue, value: TValue): void;
  luaV_tointeger(value: TValue, mode: number): unknown;
  tointeger(value: TValue): unknown;
  tonumber(value: TValue): number | false;
}

/** The part of `lapi.js` in use. */
export interface ApiModule {
  lua_pcallk(L: LuaState, args: number, results: number, handler: number, context: unknown, k: Continuation): number;
}

/** The part of `lparser.js` in use. */
export interface ParserModule {
  Dyndata: new () => object;
  luaY_parser(L: LuaState, source: object, buffer: object, data: object, name: Uint8Array, first: number): LClosure;
}

/** The part of `lzio.js` in use. */
export interface InputModule {
  MBuffer: new () => object;
  ZIO: new (
    L: LuaState,
    reader: (L: LuaState, data: unknown) => Uint8Array | null,
    data: unknown,
  ) => { zgetc(): number };
}
