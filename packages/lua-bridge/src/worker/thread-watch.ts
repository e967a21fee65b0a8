import { LuaError } from '../bridge/lua-error.js';
import type { LuaLimits } from '../meter/limits.js';
import { startTimer } from '../meter/timer.js';
import type { HostRun } from './host-run.js';
import type { Lease, Pool } from './pool.js';

/** How long a thread may take to end by itself once a limit is reached or the run is aborted. */
const GRACE_MS = 100;
/** How long a thread may take to load its script. */
const START_MS = 30_000;

/** What is watched. */
interface Watched {
  readonly lease: Lease;
  readonly pool: Pool;
  readonly run: HostRun;
  readonly limits: LuaLimits;
  readonly signal: AbortSignal | undefined;
}

/** Watches one run in a thread from outside: kills the thread when it does not end by itself. */
export class ThreadWatch {
  readonly #watched: Watched;
  #killed = false;
  #started = performance.now();
  #cancelTimer: () => void;
  #cancelGrace: (() => void) | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#cancelTimer = startTimer(START_MS, () => {
      this.end('internal', 'the sandbox thread did not start');
    });
    const { signal } = watched;
    if (signal?.aborted === true) this.#abort();
    else signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** Whether the thread had to be killed. */
  get killed(): boolean {
    return this.#killed;
  }

  /** Starts the clock: the thread has received the run. */
  start(): void {
    const { timeMs } = this.#watched.limits;
    this.#cancelTimer();
    this.#started = performance.now();
    const overtime = (): void => {
      this.end('limit_time', `limit 'timeMs' reached: used ${Math.round(this.#elapsedMs())} of ${timeMs}`);
    };
    this.#cancelTimer = startTimer(timeMs + GRACE_MS, overtime);
  }

  /** Kills the thread and ends the run with an error. */
  end(code: string, message: string): void {
    const { pool, lease, run } = this.#watched;
    this.#killed = true;
    pool.discard(lease);
    const { output } = run;
    const usage = {
      instructions: 0,
      timeMs: this.#elapsedMs(),
      memoryBytes: 0,
      outputBytes: output.length,
      hostCalls: 0,
    };
    run.end({ ok: false, error: new LuaError(message, { code }), output, usage });
  }

  /** Stops watching. */
  stop(): void {
    this.#cancelTimer();
    this.#cancelGrace?.();
    this.#watched.signal?.removeEventListener('abort', this.#abort);
  }

  #elapsedMs(): number {
    return performance.now() - this.#started;
  }

  readonly #abort = (): void => {
    this.#watched.lease.thread.post({ type: 'abort' });
    this.#cancelGrace = startTimer(GRACE_MS, () => {
      this.end('aborted', 'the run was aborted');
    });
  };
}
