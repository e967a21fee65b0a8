import { askForCollection } from './ask-for-collection.js';

/** Knows how much memory a run holds, by looking as often as what was allocated makes it worth it. */
export class MemoryWatch {
  /** The most that was found. */
  peak = 0;
  /** Bytes that grew old, live or not, since the engine was last asked to collect. */
  #old = 0;

  /**
   * @param limit Bytes that a run may hold.
   * @param census Estimates the bytes of all live Lua values.
   */
  constructor(
    private readonly limit: number,
    private readonly census: () => number,
  ) {}

  /** Estimates the bytes of all live Lua values. */
  look(): number {
    const live = this.census();
    this.peak = Math.max(this.peak, live);
    return live;
  }

  /** How much may be allocated before the next look is due, `allocated` bytes after the last one. */
  grant(allocated: number, live: number): number {
    // What did not live until now cost the engine nothing: it collects the young by itself.
    this.#old += Math.min(allocated, live);
    this.collect(live);
    // Far apart, looks could all meet a moment when little is live.
    return Math.max(Math.min(this.limit - live, this.limit / 4), this.limit / 8);
  }

  /** Asks the engine to collect if much of what grew old is garbage by now, `live` bytes being left. */
  collect(live: number): void {
    if (this.#old - live < this.limit / 4) return;
    this.#old = live;
    askForCollection();
  }
}
