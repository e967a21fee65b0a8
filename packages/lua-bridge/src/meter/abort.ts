interface Listening {
  readonly each: Set<() => void>;
  readonly tell: () => void;
}

const heard = new WeakMap<AbortSignal, Listening>();

/**
 * Calls `then` once when a signal is aborted from now on. However many listen, the signal has one listener: Node warns
 * of a leak when there are eleven.
 * @returns What ends it; a signal that nobody waits for has no listener.
 */
export const onAbort = (signal: AbortSignal, then: () => void): (() => void) => {
  const listening = heard.get(signal) ?? listen(signal);
  const { each, tell } = listening;
  const mine = (): void => {
    then();
  };
  each.add(mine);
  return () => {
    if (!each.delete(mine) || each.size > 0) return;
    signal.removeEventListener('abort', tell);
    if (heard.get(signal) === listening) heard.delete(signal);
  };
};

const listen = (signal: AbortSignal): Listening => {
  const each = new Set<() => void>();
  const tell = (): void => {
    heard.delete(signal);
    for (const then of [...each]) then();
  };
  const listening = { each, tell };
  heard.set(signal, listening);
  signal.addEventListener('abort', tell, { once: true });
  return listening;
};

/**
 * A signal that is aborted with the first of several, for the same reason, as `AbortSignal.any` makes it where there is
 * one.
 * @returns The signal, and what ends its listening.
 */
export const joinSignals = (signals: readonly AbortSignal[]): { signal: AbortSignal; leave: () => void } => {
  const joined = new AbortController();
  const aborted = signals.find((signal) => signal.aborted);
  if (aborted !== undefined) joined.abort(aborted.reason);
  const leaves = signals.map((signal) =>
    onAbort(signal, () => {
      joined.abort(signal.reason);
    }),
  );
  return {
    signal: joined.signal,
    leave: () => {
      for (const leave of leaves) leave();
    },
  };
};
