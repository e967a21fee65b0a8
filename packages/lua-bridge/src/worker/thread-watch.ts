import { LuaError } from '../bridge/lua-error.js';
import { onAbort } from '../meter/abort.js';
import type { LuaLimits } from '../meter/limits.js';
import { startTimer } from '../meter/timer.js';
import { failRun } from '../run/check-run.js';
import type { HostRun } from './host-run.js';
import type { Lease, Pool } from './pool.js';

/** How long a thread may take to end by itself once a limit is reached or the run is aborted. */
export const GRACE_MS = 100;
/** How long a thread may take to take a run up. */
const START_MS = 30_000;

/** What is watched. */
interface Watched {
  readonly lease: Lease;
  readonly pool: Pool;
  readonly run: HostRun;
  readonly limits: LuaLimits;
  readonly disposal: AbortSignal;
  readonly signal: AbortSignal | undefined;
}

/** Watches one run in a thread from outside: kills the thread when it does not end by itself. */
export class ThreadWatch {
  readonly #watched: Watched;
  readonly #leaves: readonly (() => void)[];
  #killed = false;
  #started = performance.now();
  #cancelTimer: () => void;
  #cancelGrace: (() => void) | undefined;

  constructor(watched: Watched) {
    this.#watched = watched;
    this.#cancelTimer = startTimer(START_MS, () => {
      this.end(new LuaError('the sandbox thread did not start the run', { code: 'internal' }));
    });
    const { signal, disposal } = watched;
    const leaveDisposal = onAbort(disposal, () => {
      this.end(createAbortError(disposal.reason));
    });
    const leaveSignal =
      signal &&
      onAbort(signal, () => {
        this.#abort(signal.reason);
      });
    this.#leaves = [leaveDisposal, ...(leaveSignal ? [leaveSignal] : [])];
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
      const message = `limit 'timeMs' reached: used ${Math.round(this.#elapsedMs())} of ${timeMs}`;
      this.end(new LuaError(message, { code: 'limit_time' }));
    };
    this.#cancelTimer = startTimer(timeMs + GRACE_MS, overtime);
  }

  /** Stops the clock: nothing goes on in the thread for now. */
  rest(): void {
    this.#cancelTimer();
  }

  /** Kills the thread and ends the run with an error. */
  end(error: LuaError): void {
    const { pool, lease, run } = this.#watched;
    this.#killed = true;
    pool.discard(lease);
    const { output } = run;
    const { usage } = failRun(error);
    const used = { ...usage, timeMs: this.#elapsedMs(), outputBytes: output.length };
    run.end({ ok: false, error, output, usage: used });
  }

  /** Stops watching. */
  stop(): void {
    this.#cancelTimer();
    this.#cancelGrace?.();
    for (const leave of this.#leaves) leave();
  }

  #elapsedMs(): number {
    return performance.now() - this.#started;
  }

  #abort(reason: unknown): void {
    const { lease, run } = this.#watched;
    lease.thread.post({ type: 'abort', reason: run.keepError(reason) });
    this.#cancelGrace = startTimer(GRACE_MS, () => {
      this.end(createAbortError(reason));
    });
  }
}

/** The error of a run that was aborted, for a reason of any kind. */
export const createAbortError = (cause: unknown): LuaError =>
  new LuaError('the run was aborted', { code: 'aborted', cause });
