import { effect } from '@preact/signals-core';

import { liveKeys } from '../state/live-keys.js';
import { isLive } from '../state/run.js';
import { script } from '../state/script.js';
import { runScript, stopScript } from './run-script.js';

/** After the last key. */
const PAUSE_MS = 300;

/** Runs the script shortly after each edit while that is switched on; never with a real key. */
export const followLive = (): void => {
  effect(() => {
    if (liveKeys.regions.value.size > 0) isLive.value = false;
    const code = script.value;
    if (!isLive.value) return undefined;
    const timer = setTimeout(() => {
      stopScript();
      runScript(code);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  });
};
