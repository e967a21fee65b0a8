import type { LuaState } from './lua-state.js';
import { watch } from './waiting.js';

type Immediate = (run: () => void) => unknown;

const throughChannel: Immediate = (run) => {
  const { port1, port2 } = new MessageChannel();
  const turned = (): void => {
    port1.close();
    run();
  };
  (port1 as unknown as { onmessage: () => void }).onmessage = turned;
  port2.postMessage(0);
};

/* Not every edge runtime has channels; a timer waits for a millisecond or more. */
const later: Immediate =
  (globalThis as { setImmediate?: Immediate }).setImmediate ??
  ('MessageChannel' in globalThis ? throughChannel : (run) => setTimeout(run, 0));

/**
 * Lets the event loop turn once a script has computed for 10 ms, so that timers and signals work meanwhile.
 * @returns whether the thread must be suspended for it.
 */
export const breathe = (L: LuaState): boolean => {
  const { budget } = L.runtime;
  if (L.barriers > 0 || !budget.breathDue) return false;
  budget.noteTurn();
  L.waiting = watch(
    new Promise<void>((resolve) => later(resolve)).then(() => {
      budget.noteTurn();
    }),
  );
  L.waiting.isBreath = true;
  return true;
};
