import { Fatal } from './fatal.js';
import type { LuaLimits } from './limits.js';
import type { LineHits } from './line-hits.js';
import { MemoryWatch } from './memory-watch.js';
import type { LuaModule, LuaUsage } from './usage.js';

/** Work between two looks at the clock: so little that the engine sees compiled code look before it optimises it. */
const SLICE = 1000;
/** Checks by the VM between two looks at the clock, which cost more than all else of them. */
const CHECKS = 8;
/** Time after which a computing script lets the event loop turn. */
const BREATH_MS = 10;

/**
 * Counts what a run uses and ends it when a limit is reached. The end is sticky: once `fatal` is set,
 * every further check throws it again.
 */
export class Budget {
  /** Work left until the next check. The VM counts this down itself. */
  left = SLICE;
  /** Bytes allocated since the last census. */
  allocated = 0;
  /** Looks at what the run holds. */
  readonly memory: MemoryWatch;
  /** Why the run is over, once it is. */
  fatal: Fatal | undefined;
  hostCalls = 0;
  outputBytes = 0;
  /** How often lines were reached, if anybody wants to know. */
  hits: LineHits | undefined = undefined;
  /** Whether compiled code has run. */
  tier: LuaUsage['tier'] = 'interpreter';
  /** Modules that were loaded. */
  readonly modules: LuaModule[] = [];
  /**
   * Whether the caller asked to end the run. Whoever hears the signal notes it here: each has a shape of its own, and
   * to ask it at every check would cost the engine the code it has optimised.
   */
  isAborted: boolean;
  #granted = SLICE;
  /** Instructions at which the run was ended for them: some that were charged ahead may be taken back then. */
  #ended = 0;
  /** What was allocated when somebody looked last. */
  #looked = 0;
  #nextCensus: number;
  /** Checks left until the VM looks at the clock, and calls of the host when it did last: those take their own time. */
  #checks = CHECKS;
  #calls = 0;
  #breath: number;
  readonly #start = performance.now();

  /**
   * @param census Estimates the bytes of all live Lua values.
   * @param signal Ends the run when aborted.
   */
  constructor(
    readonly limits: LuaLimits,
    private readonly census: () => number,
    private readonly signal?: AbortSignal,
  ) {
    this.isAborted = signal?.aborted === true;
    this.memory = new MemoryWatch(limits.memoryBytes, census);
    this.#nextCensus = limits.memoryBytes / 4;
    this.#breath = this.#start;
  }

  /** Bytes found live at the last census, and what was allocated since. */
  get liveBytes(): number {
    return this.memory.live + this.allocated;
  }

  /** A new budget for what comes next in the same state; only its memory goes on being counted. */
  renew(signal?: AbortSignal): Budget {
    const next = new Budget(this.limits, this.census, signal);
    next.hits = this.hits?.renew();
    next.allocated = this.allocated;
    next.#nextCensus = this.#nextCensus;
    next.#looked = this.#looked;
    next.memory.peak = this.memory.peak;
    return next;
  }

  /** Looks at what is held at the end of something, unless little was allocated since the last look. */
  lookAtEnd(): void {
    if (this.memory.peak > 0 && this.allocated - this.#looked < this.limits.memoryBytes / 64) return;
    this.memory.look();
    this.#looked = this.allocated;
  }

  /** Milliseconds since the run began. */
  get elapsed(): number {
    return performance.now() - this.#start;
  }

  /** Instructions that the run used so far. */
  get instructions(): number {
    return Math.max(this.#ended, this.#granted - this.left);
  }

  /** What the run used so far. */
  get usage(): LuaUsage {
    const { outputBytes, hostCalls, modules, tier } = this;
    const lines = this.hits === undefined ? {} : { lines: this.hits.list() };
    return {
      instructions: this.instructions,
      timeMs: this.elapsed,
      memoryBytes: this.memory.peak,
      outputBytes,
      hostCalls,
      modules,
      tier,
      ...lines,
    };
  }

  /** Whether the script has computed long enough to let the event loop turn. */
  get breathDue(): boolean {
    return performance.now() - this.#breath > BREATH_MS;
  }

  /** Notes that the event loop has turned. */
  noteTurn(): void {
    this.#breath = performance.now();
  }

  /** Ends the run. */
  fail(code: string, message: string, cause?: unknown): never {
    this.fatal ??= new Fatal(code, message, cause);
    throw this.fatal;
  }

  /** Ends the run for a limit, naming it and what was used. */
  exceed(limit: keyof LuaLimits, code: string, used: number | string): never {
    return this.fail(code, `limit '${limit}' reached: used ${used} of ${this.limits[limit]}`);
  }

  /** Charges work before it is done. */
  spend(units: number): void {
    if ((this.left -= units) < 0) this.check();
  }

  /** Charges bytes before they are allocated. */
  allocate(bytes: number): void {
    if (bytes > this.limits.memoryBytes) this.exceed('memoryBytes', 'limit_memory', bytes);
    if ((this.allocated += bytes) > this.#nextCensus) this.#count();
  }

  /** Ends the run if so much more output would be too much. */
  checkOutput(bytes: number): void {
    const used = this.outputBytes + bytes;
    if (used > this.limits.outputBytes) this.exceed('outputBytes', 'limit_output', used);
  }

  /** Looks at what is live now, and charges the look. */
  takeCensus(): void {
    this.#count();
    this.spend(this.memory.live >> 8);
  }

  /** Looks again at what is live, after a look that could not see all of it. */
  recount(): void {
    this.#count();
  }

  /** Refuses a string that would be too long, and charges it. */
  allocateString(bytes: number): void {
    if (bytes > this.limits.stringBytes) this.exceed('stringBytes', 'limit_string', bytes);
    this.spend(bytes >> 4);
    this.allocate(bytes + 100);
  }

  /** Throws the reason again once the run is over. */
  rethrow(): void {
    if (this.fatal !== undefined) throw this.fatal;
  }

  /** Stops counting. */
  lift(): void {
    this.left = Infinity;
    this.allocated = -Infinity;
  }

  /** Looks at the instruction limit, the clock and the signal. */
  check(): void {
    this.#checkInstructions();
    const { elapsed } = this;
    if (elapsed > this.limits.timeMs) this.exceed('timeMs', 'limit_time', Math.round(elapsed));
    if (this.isAborted) this.abort();
    this.#checks = CHECKS;
    this.#calls = this.hostCalls;
  }

  /** The check of the VM, which is made often: it looks at the clock now and then. Whether it did. */
  checkOften(): boolean {
    if (--this.#checks > 0 && this.hostCalls === this.#calls && !this.isAborted) {
      this.#checkInstructions();
      return false;
    }
    this.check();
    return true;
  }

  #checkInstructions(): void {
    if (this.fatal !== undefined) throw this.fatal;
    const used = this.#granted - this.left;
    const { instructions } = this.limits;
    if (used > instructions) {
      this.#ended = used;
      this.exceed('instructions', 'limit_instructions', used);
    }
    this.left = Math.min(SLICE, instructions - used);
    this.#granted = used + this.left;
  }

  /** Ends the run because the caller asked. */
  abort(): never {
    return this.fail('aborted', 'the run was aborted', this.signal?.reason);
  }

  #count(): void {
    this.rethrow();
    const live = this.memory.look();
    const { memoryBytes } = this.limits;
    if (live > memoryBytes) this.exceed('memoryBytes', 'limit_memory', live);
    this.#nextCensus = this.memory.grant(live);
    this.allocated = 0;
    this.#looked = 0;
    this.check();
  }
}
