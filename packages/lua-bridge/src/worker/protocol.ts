import type { LuaErrorDetails } from '../bridge/lua-error.js';
import type { Thrown } from '../bridge/thrown.js';
import type { LuaLimits } from '../meter/limits.js';
import type { LuaUsage } from '../meter/usage.js';
import type { Compile } from '../run/compile.js';
import type { LuaTraceEvent } from '../vm/state/trace.js';

/**
 * What is in a place besides a function: an error, by how it reads; a Lua error that comes back to its thread, whose id
 * it then is; an instance of a class, by its methods.
 */
export type Kept =
  | ({ readonly as: 'error' } & Thrown)
  | { readonly as: 'raised' }
  | { readonly as: 'iterator' }
  | { readonly as: 'several' }
  | KeptObject
  | { readonly as: 'own' }
  | { readonly as: 'names'; readonly text: string }
  | { readonly as: 'instance'; readonly className: string; readonly methods: readonly string[] };

/** An object of the host that crosses as an object: what of it can be known before it is asked. */
export interface KeptObject {
  readonly as: 'object';
  /** The number of its class. */
  readonly kind: number;
  readonly name: string;
  readonly metamethods: readonly string[];
  readonly isClass: boolean;
  readonly methods: readonly string[];
  /** The id of the function to ask. */
  readonly operation: number;
}

/** Where in a value something goes that cannot be cloned: the keys that lead there, its id on its own side. */
export type Place = [path: readonly unknown[], id: number, kept?: Kept];

/** Where in a value one long text is, more than once: it is sent in the first of these places only. */
export type Repeated = (readonly unknown[])[];

/**
 * A value on its way between threads: what can be cloned, where in it functions and errors go, and where texts repeat.
 */
export type Packed = [value: unknown, places?: Place[], repeated?: Repeated[]];

/** An error on its way between threads. `id` names the original on the side it came from. */
export interface PackedError extends Thrown {
  readonly id: number;
}

/** How a call of a host function ended. A number for its error is the id of a Lua error that comes back. */
export type Reply =
  [call: number, result: Packed, error?: undefined] | [call: number, result: undefined, error: PackedError | number];

/** How a call of a Lua function ended. */
export type CallbackReply =
  | [call: number, result: Packed, error?: undefined]
  | [call: number, result: undefined, error: PackedLuaError, raised: number];

/** A call of a host function. Like the reply to it, it has no names: they would be cloned with every call. */
export type Call = [call: number, id: number, path: string, line: number, args: Packed];

/** A failed run as the thread reports it. */
export interface PackedLuaError extends Omit<LuaErrorDetails, 'value' | 'cause'> {
  readonly message: string;
  readonly value: Packed;
  readonly causeId: number | undefined;
}

/** Starts a run in a thread, or opens a session there. */
export interface RunMessage {
  readonly type: 'run' | 'open';
  readonly code: string;
  /** The number by which the thread keeps the compiled script, if it is to be kept. */
  readonly script?: number;
  readonly name: string;
  readonly args: Packed;
  readonly mounts: Packed;
  readonly modules: Packed;
  readonly limits: LuaLimits;
  readonly seed: number | undefined;
  readonly compile: Compile | undefined;
  readonly coverage: 'lines' | undefined;
  /** Whether the host hears of calls. */
  readonly isTraced: boolean;
}

/** Calls a Lua function that was handed to the host. */
export interface CallbackMessage {
  readonly type: 'callback';
  readonly call: number;
  readonly id: number;
  readonly args: Packed;
}

/** The number of the answer to the opening of a session. */
export const OPENED = 0;

/** Asks something of a session; its number comes back with the answer. */
export type AskMessage =
  | { readonly type: 'call'; readonly ask: number; readonly name: string; readonly args: Packed }
  | { readonly type: 'get'; readonly ask: number; readonly path: string };

/** Exposes a value in a session. */
interface SetMessage {
  readonly type: 'set';
  readonly path: string;
  readonly value: Packed;
}

/** What the host tells a thread. */
export type ToThread =
  | RunMessage
  | CallbackMessage
  | AskMessage
  | SetMessage
  | { type: 'abort'; reason: PackedError }
  | { type: 'traced'; count: number }
  | Reply[];

/** How something went in a thread. */
export type Done = ({ ok: true; values: Packed } | { ok: false; error: PackedLuaError }) & {
  readonly output: string;
  readonly usage: LuaUsage;
};

/** What a thread tells the host. */
export type ToHost =
  | { type: 'ready' }
  | { type: 'started' }
  | { type: 'cancel'; call: number }
  | { type: 'reply'; reply: CallbackReply }
  | { type: 'output'; text: string }
  | { type: 'trace'; events: readonly LuaTraceEvent[] }
  | { type: 'done'; done: Done }
  | { type: 'answer'; ask: number; done: Done }
  | Call[];
