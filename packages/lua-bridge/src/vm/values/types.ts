import type { Budget } from '../../meter/budget.js';
import type { CancelGroup } from '../state/cancel-group.js';
import type { Runtime } from '../state/runtime.js';
import type { Waiting } from '../state/waiting.js';
import type { LuaTable, TableEntry, TString, TValue } from './value-types.js';

export type { LuaTable, TableEntry, TString, TValue };

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
  /** The last census that counted it. */
  mark?: number;
}

/** A Lua function with its upvalues. */
export interface LClosure {
  id: number;
  /** The code; the compiler sets it last. */
  p: Proto;
  nupvalues: number;
  upvals: TValue[];
  /** The last census that counted it. */
  mark?: number;
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
  /** The last census that counted it. */
  mark?: number;
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
  /** Constants of the Lua function that runs. */
  k: TValue[];
  /** Calls below this one; absent in the record of the host. */
  depth?: number;
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
  /** The last census that counted it. */
  mark?: number;
  /** The `parallel` group it runs in, if any. */
  group?: CancelGroup | undefined;
  /**
   * Whether a handler of `xpcall` deals with an overflow of the stack: another one is then an error in error handling.
   */
  handlesOverflow?: boolean;
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
  /** What allocations are charged to; undefined only while fengari itself builds the state. */
  budget: Budget | undefined;
  /** The bridge's own record of the run; set right after the state is made. */
  runtime: Runtime;
}
