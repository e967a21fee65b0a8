import type { LuaLimits } from '../limits.js';
import type { LuaUsage } from '../run/budget.js';

/** A value on its way between threads: what can be cloned, and where in it functions go. */
export interface Packed {
  value: unknown;
  functions: readonly { path: readonly (string | number)[]; id: number }[];
}

/** An error on its way between threads. `id` names the original on the side it came from. */
export interface PackedError {
  id: number;
  name: string;
  message: string;
  fields: Readonly<Record<string, unknown>>;
}

/** How a call across threads ended. */
export type Reply = { ok: true; result: Packed } | { ok: false; error: PackedError };

/** A failed run as the thread reports it. */
export interface PackedLuaError {
  message: string;
  code: string;
  line: number;
  chunk: string;
  traceback: string;
  value: Packed;
  causeId: number | undefined;
}

/** What the host tells a thread. */
export type ToThread =
  | {
      type: 'run';
      code: string;
      name: string;
      args: Packed;
      mounts: Packed;
      modules: Packed;
      limits: LuaLimits;
      seed: number | undefined;
    }
  | { type: 'reply'; call: number; reply: Reply }
  | { type: 'callback'; call: number; id: number; args: Packed }
  | { type: 'abort' };

/** What a thread tells the host. */
export type ToHost =
  | { type: 'ready' }
  | { type: 'call'; call: number; id: number; path: string; line: number; args: Packed }
  | { type: 'cancel'; call: number }
  | { type: 'reply'; call: number; reply: Reply }
  | { type: 'output'; text: string }
  | { type: 'done'; ok: true; values: Packed; usage: LuaUsage }
  | { type: 'done'; ok: false; error: PackedLuaError; usage: LuaUsage };
