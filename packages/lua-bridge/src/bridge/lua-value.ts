/**
 * A Lua function handed to TypeScript. Calling it runs it; the promise gives its first result. One that is an iterator
 * can be iterated over with `for await`: it is called until it gives nil.
 */
export interface LuaFunction extends AsyncIterable<LuaValue> {
  (...args: unknown[]): Promise<LuaValue>;
}

/**
 * A value that came out of Lua. Strings that are not UTF-8 arrive as `Uint8Array`, integers beyond 2^53 as `bigint`,
 * nil as `undefined`, `json.null` as `null`; a table is an array if its keys are 1 to n, else a plain object.
 */
export type LuaValue =
  | undefined
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | LuaFunction
  | LuaValue[]
  | { [key: string]: LuaValue };

/** What a host function is told about a call. */
export interface HostCall {
  /** The path it was called by, such as `app.greet`. */
  readonly path: string;
  /** Line of the script that called, 0 if no Lua code is on the stack. */
  readonly line: number;
  /** Aborted when the run ends or the call's `parallel` group is cancelled. */
  readonly signal: AbortSignal;
}
