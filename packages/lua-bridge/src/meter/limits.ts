/** Bounds of one run. Reaching one ends the run with an error of code `limit_…` that no script can catch. */
export interface LuaLimits {
  /** VM instructions, and the work of library functions in the same unit. Default 200,000,000. */
  readonly instructions: number;
  /** Wall time in milliseconds, waiting for host functions included. Default 30,000. */
  readonly timeMs: number;
  /** Estimated bytes of live Lua values. Default 48 MiB. */
  readonly memoryBytes: number;
  /** Bytes of one string. Default 4 MiB. */
  readonly stringBytes: number;
  /** Bytes the script may print. Default 1 MiB. */
  readonly outputBytes: number;
  /** Calls of host functions. Default 10,000. */
  readonly hostCalls: number;
  /** Nested Lua calls. Default 200,000. */
  readonly callDepth: number;
  /** Bytes of one source text, given to `run` or to the script's own `load`. Default 1 MiB. */
  readonly sourceBytes: number;
  /** Steps of one pattern match, besides eight for each byte of its subject. Default 5,000,000. */
  readonly patternSteps: number;
}

const MIB = 1024 * 1024;

/** The limits a run has when none are given. */
export const defaultLimits: LuaLimits = Object.freeze({
  instructions: 200_000_000,
  timeMs: 30_000,
  memoryBytes: 48 * MIB,
  stringBytes: 4 * MIB,
  outputBytes: MIB,
  hostCalls: 10_000,
  callDepth: 200_000,
  sourceBytes: MIB,
  patternSteps: 5_000_000,
});

/**
 * The given limits with the defaults for the rest.
 * @throws TypeError for an unknown name or a value that is not a positive number (`Infinity` is allowed).
 */
export const resolveLimits = (given: Partial<LuaLimits> = {}): LuaLimits => {
  const limits: { -readonly [Name in keyof LuaLimits]: number } = { ...defaultLimits };
  for (const [name, value] of Object.entries(given)) {
    if (!(name in defaultLimits)) {
      throw new TypeError(`Unknown limit '${name}'. Known: ${Object.keys(defaultLimits).join(', ')}`);
    }
    if (typeof value !== 'number' || !(value > 0)) {
      throw new TypeError(`Limit '${name}' must be a positive number, got ${String(value)}`);
    }
    limits[name as keyof LuaLimits] = value;
  }
  return limits;
};
