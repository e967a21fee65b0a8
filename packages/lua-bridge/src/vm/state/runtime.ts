import type { Budget } from '../../meter/budget.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';
import type { CancelGroup } from './cancel-group.js';
import type { Random } from './random.js';

/** A host error that crossed into Lua: the error itself, and where the script was. */
export interface HostErrorRecord {
  error: unknown;
  /** Line 0 if no Lua code was running. */
  place: { chunk: string; line: number };
}

/** What belongs to one Lua state besides the VM's own data. */
export interface Runtime {
  /** The thread no script runs on; every script runs on a thread of its own. */
  readonly L: LuaState;
  readonly budget: Budget;
  /** Writes to the captured output, within its limit. */
  readonly write: (text: string) => void;
  /** Cancelled when the run ends, for whatever reason. */
  readonly group: CancelGroup;
  /** False once the run is over: callbacks handed to the host then refuse. */
  alive: boolean;
  /** The thread the script itself runs on. */
  main: LuaState | undefined;
  /** Threads the host started; what they yield nobody can resume, so scripts see each as main. */
  readonly roots: WeakSet<LuaState>;
  /** Those of them that are still running. */
  readonly threads: Set<LuaState>;
  /** Values that only the host holds for now, such as the results of a group so far. */
  readonly held: Set<readonly TValue[]>;
  /** Tables that are being filled and that nothing else holds yet, the outermost first. */
  readonly making: LuaTable[];
  /** Ends every wait at once, when the run must stop. */
  readonly wakers: Set<() => void>;
  /** Tables that are JSON arrays even when empty. */
  readonly arrays: WeakSet<LuaTable>;
  /** Tables that scripts cannot change. */
  readonly readonly: WeakMap<LuaTable, string>;
  /** Tables that are host errors. */
  readonly hostErrors: WeakMap<LuaTable, HostErrorRecord>;
  /** Metatable of host errors. */
  errorMeta: LuaTable;
  /** What `require` finds: Lua source, or a value, or a promise of either. */
  readonly modules: Readonly<Record<string, unknown>>;
  /** Modules that have been loaded. */
  readonly loaded: Map<string, TValue>;
  /** Source of the script's random numbers. */
  readonly random: Random;
  /** Strings of keys seen in host objects, so that records share them. */
  readonly keys: Map<string, TString>;
}
