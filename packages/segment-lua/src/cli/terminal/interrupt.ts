import { EXIT } from './exit-code.js';
import { complain } from './terminal.js';

/** Ctrl-C, made polite. */
export interface Interrupt {
  /** Aborted by the first Ctrl-C (or a SIGTERM, or the terminal being closed). */
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back its usual meaning. */
  readonly dispose: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const DRAINING = 'Stopping: delivering what is queued. Ctrl-C again stops at once.';

/**
 * The first Ctrl-C asks to stop, so that what is queued still arrives; the second ends the process at once.
 * @param notice Told to the user at the first.
 */
export const catchInterrupt = (notice = DRAINING): Interrupt => {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    complain(notice);
    controller.abort(new Error('interrupted'));
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of SIGNALS) process.off(name, onSignal);
    },
  };
};
