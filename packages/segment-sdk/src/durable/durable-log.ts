import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type {
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from '../delivery/event-queue.js';
import { ReservingLine } from '../queue/reserving-line.js';
import { durableError } from './durable-error.js';
import { lockFolder } from './folder-lock.js';
import { LogFolder, type LogSettings } from './log-folder.js';
import type { Kept, SegmentFile } from './segment-file.js';

/** Bytes of events that are in memory to be sent next; all others are on disk alone. */
const WINDOW_BYTES = 16 * 1024 * 1024;

/** A segment in which all has ended is given back from this size on, though it is still written to. */
const TRIM_BYTES = 64 * 1024;

/** How often folders of processes that died are looked for, in milliseconds. */
const ADOPT_MS = 5_000;

/** A folder that is locked for this process. */
interface Held {
  readonly folder: LogFolder;
  readonly unlock: () => Promise<void>;
}

/** How a log is kept. */
export interface DurableLogSettings extends LogSettings {
  readonly folder: string;
  readonly maxBytes: number;
}

/**
 * A queue on disk. Each process has a folder of its own in that of the source, and takes over those of processes that
 * are gone.
 */
export class DurableLog implements EventQueue {
  readonly #settings: DurableLogSettings;
  readonly #line = new ReservingLine<Kept>();
  readonly #folders: Held[] = [];
  readonly #folderOf = new Map<SegmentFile, LogFolder>();
  #own: LogFolder | undefined;
  #source = '';
  #lookedAt = 0;

  constructor(settings: DurableLogSettings) {
    this.#settings = settings;
  }

  async open(source: string): Promise<void> {
    this.#source = source;
    await this.#adopt();
    for (let n = 0; !this.#own; n += 1) {
      const [oldest] = this.#folders;
      this.#own = oldest?.folder ?? (await this.#take(String(n)))?.folder;
    }
  }

  async put(events: readonly QueuedEvent[]): Promise<void> {
    const own = this.#own as LogFolder;
    // What else is put before the event loop turns is gathered into one frame by then.
    await new Promise((resolve) => setImmediate(resolve));
    const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
    if (this.#size() + bytes > this.#settings.maxBytes) {
      if (this.#left() === 0) own.trim();
      else throw durableError('queue_full', `the queue is full (${this.#settings.maxBytes} bytes, maxBytes)`);
    }
    const { segment, first } = own.add(events, this.#isAllLoaded() && this.#line.bytes < WINDOW_BYTES);
    this.#folderOf.set(segment, own);
    // One that is not loaded may be so before the disk has answered, and with these events.
    const { isLoaded } = segment;
    if (this.#settings.isSynced) await segment.sync();
    if (isLoaded) for (const [n, event] of events.entries()) this.#line.add({ ...event, segment, place: first + n });
  }

  async reserve(limits: ReserveLimits): Promise<Reservation | undefined> {
    await this.#adoptSometimes();
    let events = this.#line.reserve(limits);
    while (events.length === 0 && this.#loadNext()) events = this.#line.reserve(limits);
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
    const segments = this.#segments();
    const oldest = Math.min(...segments.filter(({ left }) => left > 0).map(({ since }) => since));
    return Promise.resolve({
      events: this.#left(),
      reserved: this.#line.reserved,
      bytes: segments.reduce((sum, { bytes }) => sum + bytes, 0),
      // Clocks jump; an age is never negative.
      oldestMs: Number.isFinite(oldest) ? Math.max(0, Date.now() - oldest) : 0,
      dead: this.#folders.reduce((sum, { folder }) => sum + folder.dead, 0),
    });
  }

  /** Puts the dead events back into the line. A crash in between leaves them in both places, under the same ids. */
  async replayDead(): Promise<number> {
    let count = 0;
    for (const { folder } of this.#folders) {
      const events = folder.readDead();
      if (events.length === 0) continue;
      await this.put(events);
      folder.forgetDead();
      count += events.length;
    }
    return count;
  }

  async close(): Promise<void> {
    for (const { folder, unlock } of this.#folders.splice(0)) {
      folder.close();
      await unlock();
    }
    this.#own = undefined;
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
      const folder = this.#folderOf.get(segment);
      folder?.end(segment, events);
      if (segment.left === 0 && !segment.isOpen) this.#folderOf.delete(segment);
    }
    this.#line.release(
      taken,
      taken.filter((event) => back.has(event)),
    );
    if (this.#own && this.#left() === 0 && this.#own.size > TRIM_BYTES) this.#own.trim();
    await this.#leaveEmpty();
  }

  #segments(): SegmentFile[] {
    return this.#folders.flatMap(({ folder }) => folder.segments);
  }

  #left(): number {
    return this.#segments().reduce((sum, { left }) => sum + left, 0);
  }

  #size(): number {
    return this.#folders.reduce((sum, { folder }) => sum + folder.size, 0);
  }

  #isAllLoaded(): boolean {
    return this.#segments().every(({ isLoaded, left }) => isLoaded || left === 0);
  }

  /** Brings the next segment into the line; tells whether there was one. */
  #loadNext(): boolean {
    for (const { folder } of this.#folders) {
      const segment = folder.segments.find(({ isLoaded, left }) => !isLoaded && left > 0);
      if (!segment) continue;
      this.#folderOf.set(segment, folder);
      for (const event of folder.load(segment)) this.#line.add(event);
      return true;
    }
    return false;
  }

  async #adoptSometimes(): Promise<void> {
    if (performance.now() - this.#lookedAt >= ADOPT_MS) await this.#adopt();
  }

  /** Takes over the folders that nobody has. */
  async #adopt(): Promise<void> {
    this.#lookedAt = performance.now();
    const home = this.#home();
    mkdirSync(home, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(home).sort()) if (/^\d+$/.test(name)) await this.#take(name);
  }

  /** Locks a folder and opens it, unless somebody has it. */
  async #take(name: string): Promise<Held | undefined> {
    const path = join(this.#home(), name);
    if (this.#folders.some(({ folder }) => folder.path === path)) return undefined;
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const unlock = await lockFolder(path);
    if (!unlock) return undefined;
    try {
      const held = { folder: new LogFolder(path, this.#settings), unlock };
      this.#folders.push(held);
      return held;
    } catch (error) {
      await unlock();
      throw error;
    }
  }

  /** Lets go of folders of others that are empty. */
  async #leaveEmpty(): Promise<void> {
    for (const held of [...this.#folders]) {
      const { folder, unlock } = held;
      if (folder === this.#own || folder.segments.length > 0 || folder.dead > 0) continue;
      this.#folders.splice(this.#folders.indexOf(held), 1);
      rmSync(folder.path, { recursive: true, force: true });
      await unlock();
    }
  }

  #home(): string {
    return join(this.#settings.folder, this.#source);
  }
}
