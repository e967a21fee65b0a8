import type { RunSettings } from './run-settings.js';

/** A run's time is over. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError';
  readonly code = 'deadline';

  constructor(deadlineMs: number) {
    super(`the deadline of ${deadlineMs / 1000} s has passed`);
  }
}

/** When a run has to be over. */
export interface Deadline {
  /** Aborted at the deadline, or when whoever made the run says so. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds until then, at least one; undefined where there is no deadline. */
  readonly leftMs: () => number | undefined;
  readonly dispose: () => void;
}

/** Starts the clock of a run. */
export const createDeadline = ({ signal, deadlineMs }: Pick<RunSettings, 'signal' | 'deadlineMs'>): Deadline => {
  if (deadlineMs === undefined) return { signal, leftMs: () => undefined, dispose: () => undefined };
  const end = performance.now() + deadlineMs;
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DeadlineError(deadlineMs));
  }, deadlineMs);
  const follow = (): void => {
    controller.abort(signal?.reason);
  };
  if (signal?.aborted) follow();
  else signal?.addEventListener('abort', follow, { once: true });
  return {
    signal: controller.signal,
    leftMs: () => Math.max(1, end - performance.now()),
    dispose: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', follow);
    },
  };
};
