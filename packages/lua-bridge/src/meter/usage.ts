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
