import type {
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from '../delivery/event-queue.js';
import { quietly } from '../http/timer.js';
import { queueFailed } from '../queue/queue-call.js';
import { ReservingLine } from '../queue/reserving-line.js';
import { durableError } from './durable-error.js';
import { GroupCommit } from './group-commit.js';
import { HeldFolders, type HeldSettings } from './held-folders.js';
import { inSteps, type Step } from './in-steps.js';
import type { LogFolder } from './log-folder.js';
import type { Kept, SegmentFile } from './segment-file.js';

/** Bytes of events that are in memory to be sent next; all others are on disk alone. */
const WINDOW_BYTES = 8 * 1024 * 1024;

/**
 * A segment in which all has ended is given back from this size on, though it is still written to, when nothing has
 * ended for a while: a log that fills and empties in turns stays.
 */
const TRIM_BYTES = 64 * 1024;

/** That while, in milliseconds. */
const TRIM_MS = 1_000;

/** How a log is kept. */
export interface DurableLogSettings extends HeldSettings {
  readonly maxBytes: number;
}

/**
 * A queue on disk. Each process has a folder of its own in that of the source, and takes over those of processes that
 * are gone.
 */
export class DurableLog implements EventQueue {
  readonly #settings: DurableLogSettings;
  readonly #line = new ReservingLine<Kept>();
  readonly #folderOf = new WeakMap<SegmentFile, LogFolder>();
  readonly #held: HeldFolders;
  readonly #puts = new GroupCommit((events) => this.#hold(events));
  readonly #settling = new Set<Promise<void>>();
  #isClosed = false;
  #own: LogFolder | undefined;
  #cancelTrim: (() => void) | undefined;

  constructor(settings: DurableLogSettings) {
    this.#settings = settings;
    this.#held = new HeldFolders(settings);
  }

  async open(source: string): Promise<void> {
    this.#own = await this.#held.open(source);
  }

  async put(events: readonly QueuedEvent[]): Promise<void> {
    const own = this.#own;
    if (!own || this.#isClosed) throw queueFailed('it is not open');
    if (events.length === 0) return;
    const waiting = this.#puts.waitingBytes;
    const bytes = events.reduce((sum, event) => sum + event.bytes, waiting);
    if (this.#held.size + bytes > this.#settings.maxBytes) {
      if (this.#held.left + waiting === 0) own.trim();
      else throw durableError('queue_full', `the queue is full (${this.#settings.maxBytes} bytes, maxBytes)`);
    }
    await this.#puts.put(events);
  }

  async reserve(limits: ReserveLimits): Promise<Reservation | undefined> {
    await this.#held.adoptSometimes();
    let events = this.#line.reserve(limits);
    // Where all that is in memory waits for others of its users, more of it would not help.
    while (events.length === 0 && this.#line.bytes < WINDOW_BYTES && this.#loadNext())
      events = this.#line.reserve(limits);
    if (events.length === 0) return undefined;
    let settle: (() => Promise<void>) | undefined;
    return { events, settle: (end) => this.#settle((settle ??= inSteps(this.#stepsToEnd(events, end)))) };
  }

  stats(): Promise<QueueStats> {
    const { segments, left, dead } = this.#held;
    const oldest = Math.min(...segments.filter((segment) => segment.left > 0).map(({ since }) => since));
    return Promise.resolve({
      events: left,
      reserved: this.#line.reserved,
      bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0),
      // Clocks jump; an age is never negative.
      oldestMs: Number.isFinite(oldest) ? Math.max(0, Date.now() - oldest) : 0,
      dead,
    });
  }

  /** Puts the dead events back into the line. A crash in between leaves them in both places, under the same ids. */
  async replayDead(): Promise<number> {
    let count = 0;
    for (const folder of this.#held.folders) {
      const events = folder.readDead();
      if (events.length === 0) continue;
      await this.put(events);
      await folder.forgetDead();
      count += events.length;
    }
    return count;
  }

  /** What was put or settled before is so first. */
  async close(): Promise<void> {
    this.#cancelTrim?.();
    this.#isClosed = true;
    await Promise.allSettled([this.#puts.settled(), ...this.#settling]);
    this.#trimIfItCan();
    this.#own = undefined;
    await this.#held.close();
  }

  async #hold(events: readonly QueuedEvent[]): Promise<void> {
    const own = this.#own as LogFolder;
    await own.freed();
    const { segment, first } = own.add(events, this.#isAllLoaded() && this.#line.bytes < WINDOW_BYTES);
    this.#folderOf.set(segment, own);
    await own.secure(segment);
    // From here on they are in the line, or will be read with the segment: never both.
    segment.hold();
    if (!segment.isLoaded) return;
    let place = first;
    for (const { messageId, user, body, bytes } of events)
      this.#line.add({ messageId, user, body, bytes, segment, place: place++ });
  }

  /** Once the log is closed, all is as if nothing had been sent. */
  async #settle(settle: () => Promise<void>): Promise<void> {
    if (this.#isClosed) return;
    const settling = settle();
    this.#settling.add(settling);
    try {
      await settling;
    } finally {
      this.#settling.delete(settling);
    }
  }

  #stepsToEnd(taken: readonly Kept[], { dead, again }: ReservationEnd): Step[] {
    const back = new Set(again);
    const ended = new Map<SegmentFile, Kept[]>();
    for (const event of taken) {
      if (back.has(event)) continue;
      const of = ended.get(event.segment) ?? [];
      if (of.length === 0) ended.set(event.segment, of);
      of.push(event);
    }
    const backInOrder = taken.filter((event) => back.has(event));
    return [
      () => this.#own?.bury(dead),
      ...[...ended].map(
        ([segment, events]) =>
          () =>
            this.#folderOf.get(segment)?.end(segment, events),
      ),
      () => {
        this.#line.release(taken, backInOrder);
        if (this.#own && this.#held.left === 0 && this.#own.size > TRIM_BYTES) this.#trimSoon();
      },
      () => this.#held.leaveEmpty(),
    ];
  }

  /** Gives back the space of a log that stays empty. */
  #trimSoon(): void {
    this.#cancelTrim?.();
    this.#cancelTrim = quietly(TRIM_MS, () => {
      this.#trimIfItCan();
    });
  }

  /** Nobody waits for it: what fails is done when the folder is opened next. */
  #trimIfItCan(): void {
    try {
      this.#own?.trim();
    } catch {
      // The disk is not there, or may only be read.
    }
  }

  #isAllLoaded(): boolean {
    return this.#held.segments.every(({ isLoaded, left }) => isLoaded || left === 0);
  }

  /** Brings the next segment into the line; tells whether there was one. */
  #loadNext(): boolean {
    for (const folder of this.#held.folders) {
      const segment = folder.segments.find(({ isLoaded, left }) => !isLoaded && left > 0);
      if (!segment) continue;
      this.#folderOf.set(segment, folder);
      for (const event of folder.load(segment)) this.#line.add(event);
      return true;
    }
    return false;
  }
}
