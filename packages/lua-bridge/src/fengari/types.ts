import type { Runtime } from '../run/runtime.js';
import type { Waiting } from '../run/waiting.js';

/** A Lua value as the VM holds it: a type tag and its payload. */
export interface TValue {
  type: number;
  value: unknown;
  setfrom(other: TValue): void;
}

/** A Lua string: bytes, and the key under which tables file it. */
export interface TString {
  hash: string | null;
  realstring: Uint8Array;
}

/** One entry of a table, linked in insertion order. */
export interface TableEntry {
  key: TValue;
  value: TValue;
  p: TableEntry | undefined;
  n: TableEntry | undefined;
}

/** A Lua table. */
export interface LuaTable {
  id: number;
  strong: Map<unknown, TableEntry>;
  dead_strong: Map<unknown, TableEntry>;
  dead_weak: WeakMap<object, TableEntry> | undefined;
  f: TableEntry | undefined;
  l: TableEntry | undefined;
  metatable: LuaTable | null;
  flags: number;
}

/** One VM instruction, decoded. */
export interface Instruction {
  opcode: number;
  A: number;
  B: number;
  C: number;
  Bx: number;
  Ax: number;
  sBx: number;
}

/** A compiled function. */
export interface Proto {
  k: TValue[];
  p: Proto[];
  code: Instruction[];
  cache: LClosure | null;
  lineinfo: number[];
  upvalues: { name: TString | null; instack: boolean; idx: number }[];
  numparams: number;
  is_vararg: boolean;
  maxstacksize: number;
  linedefined: number;
  source: TString;
}

/** A Lua function with its upvalues. */
export interface LClosure {
  id: number;
  p: Proto;
  nupvalues: number;
  upvals: TValue[];
}

/** A native function: reads its arguments from the stack, pushes results, returns how many. */
export type Native = (L: LuaState) => number;

/** Runs when a suspended native call is resumed. */
export type Continuation = (L: LuaState, status: number, context: unknown) => number;

/** A native function with upvalues. */
export interface CClosure {
  id: number;
  f: Native;
  nupvalues: number;
  upvalue: TValue[];
}

/** One active call. */
export interface CallInfo {
  func: TValue;
  funcOff: number;
  top: number;
  previous: CallInfo | null;
  next: CallInfo | null;
  l_base: number;
  l_code: Instruction[];
  l_savedpc: number;
  c_k: Continuation | null;
  c_old_errfunc: number;
  c_ctx: unknown;
  extra: number;
  nresults: number;
  callstatus: number;
}

/** What a protected call catches. */
export interface ErrorJump {
  status: number;
  previous: ErrorJump | null;
}

/** One Lua thread (the main one or a coroutine). */
export interface LuaState {
  id: number;
  base_ci: CallInfo;
  ci: CallInfo;
  top: number;
  stack: TValue[];
  stack_last: number;
  oldpc: number;
  l_G: GlobalState;
  errorJmp: ErrorJump | null;
  nCcalls: number;
  hookmask: number;
  allowhook: number;
  nny: number;
  status: number;
  errfunc: number;
  /** What the thread waits for, while a host call has suspended it. */
  waiting?: Waiting | undefined;
}

/** What all threads of one state share. */
export interface GlobalState {
  id_counter: number;
  mainthread: LuaState;
  l_registry: TValue;
  tmname: TString[];
  mt: (LuaTable | null | undefined)[];
  /** The bridge's own record of the run; set right after the state is made. */
  runtime: Runtime;
}
