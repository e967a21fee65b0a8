import type { Budget } from '../../meter/budget.js';
import type { Instruction, LuaFunction } from '../values/function.js';
import { Layout, Layouts } from '../values/layout.js';
import type { LuaString } from '../values/string.js';
import { LuaTable } from '../values/table.js';
import { KIND_NAMES, NIL } from '../values/tags.js';
import { NIL_VALUE, Value } from '../values/value.js';
import { Addresses } from './addresses.js';
import type { CancelGroup } from './cancel-group.js';
import type { HostLoop } from './host-loop.js';
import type { KnownTexts } from './known-texts.js';
import type { Continuation } from './native.js';
import type { Random } from './random.js';
import { OK } from './status.js';
import type { Tier } from './tier.js';
import type { Tracer } from './trace.js';
import type { Waiting, Waker } from './waiting.js';

const NO_CODE: readonly Instruction[] = [];
const NO_CONSTANTS: readonly Value[] = [];

/** One active call. */
export class Frame {
  callee: Value = NIL_VALUE;
  /** Where on the stack the called function is. */
  calleeIndex = 0;
  /** End of the stack slots it may use. */
  top = 0;
  next: Frame | null = null;
  /**
   * The compiled function that has claimed it for a call, as long as nobody has asked for more: all else it says but
   * its `flags` and `pc` is then of an earlier call, until the frame is settled.
   */
  claimant: LuaFunction | null = null;
  /** Results its caller wants. */
  wanted = 0;
  flags = 0;
  /** Of a Lua function: its first register, its code, the next instruction, its constants. */
  base = 0;
  code: readonly Instruction[] = NO_CODE;
  pc = 0;
  constants: readonly Value[] = NO_CONSTANTS;
  /** Of a native function: how it goes on after a wait, and with what. */
  proceed: Continuation | null = null;
  context: unknown = null;
  /** Of a native function that is suspended: where its function is. Of a protected call: where its error goes. */
  saved = 0;

  /**
   * @param thread The thread it is a call of.
   * @param depth Calls below this one.
   */
  constructor(
    readonly thread: LuaState,
    readonly previous: Frame | null,
    readonly depth: number,
  ) {}
}

/** What a protected call catches. */
export interface ErrorJump {
  status: number;
  readonly previous: ErrorJump | null;
}

const MIN_STACK = 20;
/** Slots kept free for what the machine itself pushes. */
export const EXTRA_STACK = 5;

/** One Lua thread (the main one or a coroutine). */
export class LuaState {
  stack = new Array<Value>(2 * MIN_STACK);
  /** First free slot of the stack. */
  top = 1;
  /** Slots that may be used without enlarging the stack. */
  room = 2 * MIN_STACK - EXTRA_STACK;
  /** The frame below all calls: that of the host. */
  readonly base = new Frame(this, null, 0);
  frame = this.base;
  guard: ErrorJump | null = null;
  /** Calls on the JavaScript stack. */
  nesting = 0;
  /** Calls among them that a yield cannot pass. */
  barriers = 1;
  status = OK;
  /** The last census that counted it. */
  mark = 0;
  /** The `parallel` group it runs in, if any. */
  group: CancelGroup | undefined = undefined;
  /**
   * Whether a handler of `xpcall` deals with an overflow of the stack: another one is then an error in error handling.
   */
  handlesOverflow = false;
  /** Whether there may be values above what it uses of its stack, which no census counts. */
  isLittered = false;
  /** What the thread waits for, while a host call has suspended it. */
  waiting: Waiting | undefined = undefined;
  /** Of a thread of the host's making: the one that goes on when this one has ended, as with `parallel`. */
  waiter: LuaState | undefined = undefined;

  constructor(readonly runtime: Runtime) {
    const nothing = new Value(NIL, null);
    this.stack[0] = nothing;
    this.base.callee = nothing;
    this.base.top = 1 + MIN_STACK;
  }
}

/** A module that is being loaded. */
export interface ModuleLoad {
  /** Whether the call that began it is still active. */
  isGoing(): boolean;
  /** Notes that it has ended, and lets those go on who wait for it. */
  end(): void;
}

/** A table that is being filled, and the one it will be in. */
export interface Making {
  readonly table: LuaTable;
  readonly outer: Making | undefined;
}

/** A host error that crossed into Lua: the error itself, and where the script was. */
export interface HostErrorRecord {
  readonly error: unknown;
  /** What is said before its message. */
  readonly context: string;
  /** Line 0 if no Lua code was running. */
  readonly place: { readonly chunk: string; readonly line: number };
}

/** What a state is made with. */
export interface RuntimeParts {
  /** What the run may use. */
  readonly budget: Budget;
  /** Writes to the captured output, within its limit. */
  readonly write: (text: string) => void;
  /** Cancelled when the run ends, for whatever reason. */
  readonly group: CancelGroup;
  /** Where `require` looks, one after the other; what that is the bridge knows. */
  readonly modules: readonly unknown[];
  /** Source of the script's random numbers. */
  readonly random: Random;
  /**
   * The interpreter: runs the Lua function on top of a thread's calls, and what it calls, until it returns or waits,
   * which the thread's status then says.
   */
  readonly interpret: (L: LuaState) => void;
  /** The same for callers that are themselves on the JavaScript stack of the thread: a wait unwinds them. */
  readonly execute: (L: LuaState) => void;
  /** Hears of calls, if anybody wants to. */
  readonly tracer: Tracer | undefined;
  /** Compiles what is hot, unless nothing may be. */
  readonly tier: Tier | undefined;
  /** Instructions of a function after a wait before it is compiled code again that runs. */
  readonly patience: number;
  /** Texts that were compiled before. */
  readonly texts: KnownTexts;
}

/** What belongs to one Lua state: what all its threads share. */
export class Runtime implements RuntimeParts {
  /** These three belong to what the host has begun and is going on; it changes them with it. */
  budget: Budget;
  write: (text: string) => void;
  group: CancelGroup;
  readonly modules: readonly unknown[];
  readonly random: Random;
  readonly interpret: (L: LuaState) => void;
  readonly execute: (L: LuaState) => void;
  readonly tracer: Tracer | undefined;
  readonly tier: Tier | undefined;
  readonly patience: number;
  readonly texts: KnownTexts;
  /** The table of global variables. */
  readonly globals: LuaTable;
  /** Metatables of values that are no tables, by kind. */
  readonly metatables: (LuaTable | null)[] = KIND_NAMES.map(() => null);
  /** What strings have as methods; no script can give them another table. */
  stringMethods: LuaTable | null = null;
  /** False once the run is over: callbacks handed to the host then refuse. */
  alive = true;
  /** Threads the host started; what they yield nobody can resume, so scripts see each as main. */
  readonly roots = new WeakSet<LuaState>();
  /** Those of them that are still running. */
  readonly threads = new Set<LuaState>();
  /** That of them whose turn it is. */
  running: LuaState | undefined = undefined;
  /** Values that only the host holds for now, such as the results of a group so far. */
  readonly held = new Set<readonly Value[]>();
  /** The innermost table that is being filled and that nothing else holds yet. */
  making: Making | undefined = undefined;
  /** The compilation that is going on, if any, and how many bytes it holds so far. */
  compiling: { readonly bytes: number } | undefined = undefined;
  /** Those whose threads wait: woken at once when the run must stop. */
  readonly wakers = new Set<Waker>();
  /** Knows which objects of the host cross as objects, and how. */
  exposed: { find(value: object): unknown } | undefined = undefined;
  /** Loops over iterators of the host that nobody has seen the end of. */
  readonly loops = new Set<HostLoop>();
  /** Those that a `for` of a thread has begun, the innermost last. */
  readonly loopsOf = new Map<LuaState, HostLoop[]>();
  /** Tables that are JSON arrays even when empty. */
  readonly arrays = new WeakSet<LuaTable>();
  /** Tables that scripts cannot change. */
  readonly readonly = new WeakMap<LuaTable, string>();
  /** Tables that are host errors. */
  readonly hostErrors = new WeakMap<LuaTable, HostErrorRecord>();
  /** What scripts have as `io.stdout`. */
  readonly stdout: LuaTable;
  /** What the script has told the collector of garbage, and is told again when it asks. */
  readonly collector = { isRunning: true, setpause: 200, setstepmul: 200 };
  /** Metatable of host errors. */
  errorMeta: LuaTable;
  /** What is said of a global name or field that scripts look for in vain, by its path. */
  missing: ReadonlyMap<string, string> = new Map();
  /** Modules that have been loaded. */
  readonly loaded = new Map<string, Value>();
  /** Modules that are being loaded, the first one first. */
  readonly loads = new Map<string, ModuleLoad>();
  /** Strings of keys seen in host objects, so that records share them. */
  readonly keys = new Map<string, LuaString>();
  /** Keys that tables share. */
  readonly layouts: Layouts;
  /** What it has added to them, in bytes. */
  layoutBytes = 0;
  /** What the script knows its objects by. */
  readonly addresses = new Addresses();
  /** The thread no script runs on; every script runs on a thread of its own. */
  readonly L: LuaState;

  constructor(parts: RuntimeParts) {
    this.budget = parts.budget;
    this.layouts = parts.tier?.layouts ?? new Layouts();
    this.write = parts.write;
    this.group = parts.group;
    this.modules = parts.modules;
    this.random = parts.random;
    this.interpret = parts.interpret;
    this.execute = parts.execute;
    this.tracer = parts.tracer;
    this.tier = parts.tier;
    this.patience = parts.patience;
    this.texts = parts.texts;
    this.L = new LuaState(this);
    this.globals = new LuaTable(new Layout([], false));
    this.errorMeta = new LuaTable(new Layout([], false));
    this.stdout = new LuaTable(new Layout([], false));
  }
}
