/* What states held that were given up, since the engine was last asked for it: it is the whole process they are in. */
let leftBehind = 0;

/** Knows how much memory a run holds, by looking as often as what was allocated makes it worth it. */
export class MemoryWatch {
  /** The most that was found. */
  peak = 0;
  /** Bytes found at the last look. */
  live = 0;
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
    this.noteLeft(live);
    // Far apart, looks could all meet a moment when little is live.
    return Math.max(Math.min(this.limit - live, this.limit / 4), this.limit / 8);
  }

  /**
   * Notes that `live` bytes are left, and asks the engine to collect once much that lived at one look did not at the
   * next. What came and went in between was young, and costs the engine nothing.
   */
  noteLeft(live: number): void {
    this.noteGarbage(Math.max(0, this.live - live));
    this.live = live;
  }

  /** Notes that so many bytes more have become garbage, not all of it young. */
  noteGarbage(bytes: number): void {
    this.#garbage += bytes;
    if (this.#garbage < this.limit / 8) return;
    this.#garbage = 0;
    askForCollection();
  }

  /**
   * Notes that all is given up. A collection costs as much as a short run, and more in a large process: runs that hold
   * little are left to the engine, and of others about as much as half of what one may hold.
   */
  giveUp(): void {
    leftBehind += this.peak;
    if (leftBehind < this.limit / 2) return;
    leftBehind = 0;
    askForCollection();
  }
}

/*
 * An engine lets garbage grow to several times what is live before it looks for it: a script that makes and drops 20 MB
 * again and again holds 300 MB of the process. No engine offers collection to programs, but all of them count memory
 * outside of their heap, and collect sooner when much was taken at once. The buffer is never written to, so the
 * operating system does not provide it.
 */
const PRESSURE_BYTES = 96 * 1024 * 1024;

/* Makes the engine's garbage collector start early. Where that much address space is not to be had, it does nothing. */
const askForCollection = (): number => {
  try {
    return new ArrayBuffer(PRESSURE_BYTES).byteLength;
  } catch {
    return 0;
  }
};
