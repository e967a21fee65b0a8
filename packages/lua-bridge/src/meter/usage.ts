/** What a run used. */
export interface LuaUsage {
  /** VM instructions and library work in the same unit. */
  instructions: number;
  /** Wall time in milliseconds. */
  timeMs: number;
  /** Highest estimate of the bytes of live Lua values: taken at the end, and before whenever much was allocated. */
  memoryBytes: number;
  /** Bytes printed. */
  outputBytes: number;
  /** Calls of host functions. */
  hostCalls: number;
}
