import type {
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from '../delivery/event-queue.js';
import { quietly } from '../http/timer.js';
import { ReservingLine } from '../queue/reserving-line.js';
import { durableError } from './durable-error.js';
import { HeldFolders, type HeldSettings } from './held-folders.js';
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
  readonly #folderOf = new Map<SegmentFile, LogFolder>();
  readonly #held: HeldFolders;
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
    const own = this.#own as LogFolder;
    // What else is put before the event loop turns is gathered into one frame by then.
    await new Promise((resolve) => setImmediate(resolve));
    const more = events.reduce((sum, { bytes }) => sum + bytes, 0);
    if (this.#held.size + more > this.#settings.maxBytes) {
      if (this.#held.left === 0) own.trim();
      else throw durableError('queue_full', `the queue is full (${this.#settings.maxBytes} bytes, maxBytes)`);
    }
    const { segment, first } = own.add(events, this.#isAllLoaded() && this.#line.bytes < WINDOW_BYTES);
    this.#folderOf.set(segment, own);
    // One that is not loaded may be so before the disk has answered, and with these events.
    const { isLoaded } = segment;
    if (this.#settings.isSynced) await segment.sync();
    if (!isLoaded) return;
    let place = first;
    for (const { messageId, user, body, bytes } of events)
      this.#line.add({ messageId, user, body, bytes, segment, place: place++ });
  }

  async reserve(limits: ReserveLimits): Promise<Reservation | undefined> {
    await this.#held.adoptSometimes();
    let events = this.#line.reserve(limits);
    // Where all that is in memory waits for others of its users, more of it would not help.
    while (events.length === 0 && this.#line.bytes < WINDOW_BYTES && this.#loadNext())
      events = this.#line.reserve(limits);
    if (events.length === 0) return undefined;
    let isOpen = true;
    return {
      events,
      settle: async (end) => {
        if (!isOpen) return;
        await this.#end(events, end);
        isOpen = false;
      },
    };
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
      folder.forgetDead();
      count += events.length;
    }
    return count;
  }

  async close(): Promise<void> {
    this.#cancelTrim?.();
    this.#trimIfItCan();
    this.#own = undefined;
    await this.#held.close();
  }

  async #end(taken: readonly Kept[], { dead, again }: ReservationEnd): Promise<void> {
    const back = new Set(again);
    const ended = new Map<SegmentFile, Kept[]>();
    for (const event of taken) {
      if (back.has(event)) continue;
      const of = ended.get(event.segment) ?? [];
      if (of.length === 0) ended.set(event.segment, of);
      of.push(event);
    }
    await this.#own?.bury(dead);
    for (const [segment, events] of ended) {
      this.#folderOf.get(segment)?.end(segment, events);
      if (segment.left === 0 && !segment.isOpen) this.#folderOf.delete(segment);
    }
    this.#line.release(
      taken,
      taken.filter((event) => back.has(event)),
    );
    if (this.#own && this.#held.left === 0 && this.#own.size > TRIM_BYTES) this.#trimSoon();
    await this.#held.leaveEmpty();
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
