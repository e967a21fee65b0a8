import { askForCollection } from './ask-for-collection.js';

/** Knows how much memory a run holds, by looking as often as what was allocated makes it worth it. */
export class MemoryWatch {
  /** The most that was found. */
  peak = 0;
  /** Bytes found at the last look. */
  #live = 0;
  /** Bytes that became garbage when they were no longer young, since the engine was last asked. */
  #garbage = 0;

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

  /** How much may be allocated before the next look is due, after one that found `live` bytes. */
  grant(live: number): number {
    this.left(live);
    // Far apart, looks could all meet a moment when little is live.
    return Math.max(Math.min(this.limit - live, this.limit / 4), this.limit / 8);
  }

  /**
   * Notes that `live` bytes are left, and asks the engine to collect once much that lived at one look did not at the
   * next. What came and went in between was young, and costs the engine nothing.
   */
  left(live: number): void {
    this.dropped(Math.max(0, this.#live - live));
    this.#live = live;
  }

  /** Notes that so much more has become garbage, not all of it young. */
  dropped(bytes: number): void {
    this.#garbage += bytes;
    if (this.#garbage < this.limit / 8) return;
    this.#garbage = 0;
    askForCollection();
  }
}
