import { Stop } from './stop.js';

const stops = new WeakMap<AbortSignal, Stop>();

/** The stop that follows a caller's signal; the signal has one listener however many calls share it. */
export const stopOf = (signal: AbortSignal | undefined): Stop => {
  const known = signal && stops.get(signal);
  if (known) return known;
  const stop = new Stop();
  if (signal) {
    stops.set(signal, stop);
    const abort = (): void => {
      stop.stop();
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  return stop;
};
