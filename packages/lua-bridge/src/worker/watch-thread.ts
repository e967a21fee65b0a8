import { LuaError } from '../bridge/lua-error.js';
import type { LuaLimits } from '../meter/limits.js';
import type { HostRun } from './host-run.js';
import type { Lease, Pool } from './pool.js';

/** How long a thread may take to end by itself once a limit is reached or the run is aborted. */
const GRACE_MS = 100;
/** How long a thread may take to load its script. */
const START_MS = 30_000;
/** A watch over one run in a thread. */
export interface Watch {
  /** Starts the clock: the thread has received the run. */
  started(): void;
  /** Kills the thread and ends the run with an error. */
  end(code: string, message: string): void;
  /** Takes the watch off. */
  off(): void;
  killed(): boolean;
}

/** What is watched. */
export interface Watched {
  lease: Lease;
  pool: Pool;
  run: HostRun;
  limits: LuaLimits;
  signal: AbortSignal | undefined;
}

/** Ends a run from outside: kills its thread when it does not end by itself. */
export const watchThread = ({ lease, pool, run, limits, signal }: Watched): Watch => {
  let killed = false;
  let started = performance.now();
  let graceTimer: ReturnType<typeof setTimeout> | undefined;
  const end = (code: string, message: string): void => {
    killed = true;
    pool.discard(lease);
    const usage = {
      instructions: 0,
      timeMs: performance.now() - started,
      memoryBytes: 0,
      outputBytes: run.output.length,
      hostCalls: 0,
    };
    run.end({ ok: false, error: new LuaError(message, { code }), output: run.output, usage });
  };
  const overtime = (): void => {
    end('limit_time', `limit 'timeMs' reached: used ${Math.round(performance.now() - started)} of ${limits.timeMs}`);
  };
  let timer: ReturnType<typeof setTimeout> | undefined = setTimeout(() => {
    end('internal', 'the sandbox thread did not start');
  }, START_MS);
  const begin = (): void => {
    clearTimeout(timer);
    started = performance.now();
    if (Number.isFinite(limits.timeMs)) timer = setTimeout(overtime, Math.min(limits.timeMs + GRACE_MS, 2 ** 31 - 1));
  };
  const abort = (): void => {
    lease.thread.post({ type: 'abort' });
    graceTimer = setTimeout(() => {
      end('aborted', 'the run was aborted');
    }, GRACE_MS);
  };
  if (signal?.aborted === true) abort();
  else signal?.addEventListener('abort', abort, { once: true });
  const off = (): void => {
    clearTimeout(timer);
    clearTimeout(graceTimer);
    signal?.removeEventListener('abort', abort);
  };
  return { started: begin, end, off, killed: () => killed };
};
