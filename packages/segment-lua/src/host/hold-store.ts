/** Keeps the waits that Segment has named (`Retry-After`), for all who are to heed them. */
export interface HoldStore {
  /**
   * How much is left of a wait, in milliseconds; 0 where there is none.
   * @param name What is held. It has a credential in it: what leaves the process must be a digest of it.
   */
  readonly left: (name: string) => number | Promise<number>;
  /** Begins a wait of so many milliseconds; of two waits the longer counts. */
  readonly hold: (name: string, ms: number) => void | Promise<void>;
}

/** Keeps waits in this process, on its monotonic clock. */
export const createHolds = (): HoldStore => {
  const ends = new Map<string, number>();
  return {
    left(name) {
      const ms = (ends.get(name) ?? 0) - performance.now();
      if (ms <= 0) ends.delete(name);
      return Math.max(0, ms);
    },
    hold(name, ms) {
      ends.set(name, Math.max(ends.get(name) ?? 0, performance.now() + ms));
    },
  };
};
