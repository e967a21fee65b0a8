import type { ChunkLines } from './line-hits.js';

/** A module that was loaded. */
export interface LuaModule {
  /** What was asked for. */
  readonly name: string;
  /** Name of its chunk in messages; empty if it is a value of the host. */
  readonly chunk: string;
  /** Bytes of its source; 0 if it is a value of the host. */
  readonly bytes: number;
}

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
  /** Modules that were loaded, in the order in which they were there. */
  readonly modules: readonly LuaModule[];
  /** Whether hot code was compiled to JavaScript, or all of it ran in the interpreter. */
  readonly tier: 'interpreter' | 'compiled';
  /** With `coverage: 'lines'`: how often each line was reached, by chunk, those among them that never were. */
  readonly lines?: readonly ChunkLines[];
}

/** What nothing uses. */
export const NO_USAGE: LuaUsage = Object.freeze({
  instructions: 0,
  timeMs: 0,
  memoryBytes: 0,
  outputBytes: 0,
  hostCalls: 0,
  modules: Object.freeze([]),
  tier: 'interpreter',
});
