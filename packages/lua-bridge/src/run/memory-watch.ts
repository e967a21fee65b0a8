import { askForCollection } from './ask-for-collection.js';

/** Knows how much memory a run holds, by looking as often as what was allocated makes it worth it. */
export class MemoryWatch {
  /** The most that was found. */
  peak = 0;
  #uncollected = 0;

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
    this.dropped(allocated);
    return Math.max(this.limit - live, this.limit / 8);
  }

  /** Notes that what was allocated may be garbage by now. Near the limit looks are frequent; not each asks the collector. */
  dropped(allocated: number): void {
    this.#uncollected += allocated;
    if (this.#uncollected < this.limit / 4) return;
    this.#uncollected = 0;
    askForCollection();
  }
}
