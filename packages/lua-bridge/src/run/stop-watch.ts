import { wakeAll } from '../bridge/drive.js';
import { startTimer } from '../meter/timer.js';
import type { Runtime } from '../vm/state/lua-state.js';

/**
 * Ends the waits of a run when its time is up or its signal is aborted; the check after a wait then ends the run.
 * @returns a function that takes the watch off.
 */
export const startStopWatch = (runtime: Runtime, signal: AbortSignal): (() => void) => {
  const wake = (): void => {
    wakeAll(runtime);
  };
  const { timeMs } = runtime.budget.limits;
  const cancel = startTimer(timeMs + 1, wake);
  signal.addEventListener('abort', wake, { once: true });
  return () => {
    cancel();
    signal.removeEventListener('abort', wake);
  };
};
