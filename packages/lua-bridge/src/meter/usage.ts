/** What a run used. */
export interface LuaUsage {
  /** VM instructions and library work in the same unit. */
  readonly instructions: number;
  /** Wall time in milliseconds. */
  readonly timeMs: number;
  /** Highest estimate of the bytes of live Lua values: taken at the end, and before whenever much was allocated. */
  readonly memoryBytes: number;
  /** Bytes printed. */
  readonly outputBytes: number;
  /** Calls of host functions. */
  readonly hostCalls: number;
}

/** What nothing uses. */
export const NO_USAGE: LuaUsage = Object.freeze({
  instructions: 0,
  timeMs: 0,
  memoryBytes: 0,
  outputBytes: 0,
  hostCalls: 0,
});
