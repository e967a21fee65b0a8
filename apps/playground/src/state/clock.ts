import { effect, signal } from '@preact/signals-core';

import { isRunning } from './run.js';

const TICK_MS = 250;

/** The time, in epoch milliseconds, as it goes on while a script runs. */
export const now = signal(Date.now());

effect(() => {
  if (!isRunning.value) return undefined;
  const tick = (): void => {
    now.value = Date.now();
  };
  tick();
  const timer = setInterval(tick, TICK_MS);
  return () => {
    clearInterval(timer);
  };
});
