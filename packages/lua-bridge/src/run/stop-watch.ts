import { wakeAll } from '../bridge/drive.js';
import type { Budget } from '../meter/budget.js';
import { startTimer } from '../meter/timer.js';
import type { Runtime } from '../vm/state/lua-state.js';

/**
 * Ends the waits of a run when its time is up or its signal is aborted; the check after a wait then ends the run.
 * @returns a function that takes the watch off.
 */
export const startStopWatch = (runtime: Runtime, budget: Budget, signal: AbortSignal): (() => void) => {
  const wake = (): void => {
    wakeAll(runtime);
  };
  const abort = (): void => {
    budget.isAborted = true;
    wake();
  };
  const cancel = startTimer(budget.limits.timeMs + 1, wake);
  signal.addEventListener('abort', abort, { once: true });
  return () => {
    cancel();
    signal.removeEventListener('abort', abort);
  };
};
