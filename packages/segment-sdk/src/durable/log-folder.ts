import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { DeadEvent, QueuedEvent } from '../delivery/event-queue.js';
import { durableError, fullIfNoRoom, isNoRoom } from './durable-error.js';
import { FORMAT } from './frame.js';
import { GroupCommit } from './group-commit.js';
import { type Kept, SegmentFile } from './segment-file.js';

/** How a folder is kept. */
export interface LogSettings {
  /** Bytes of a segment, about. */
  readonly segmentBytes: number;
  /** Whether what was put is on the disk before it is acknowledged. */
  readonly isSynced: boolean;
  /** Learns of damage. */
  readonly onDamage: (error: Error) => void;
}

/** Kept free for notes of what has ended: a full disk is emptied by ending events. */
const RESERVE_BYTES = 64 * 1024;

/** The name of a segment. */
export const SEGMENT = /^\d{10}\.log$/;

const NOTES = /^\d{10}\.ack$/;

/** The name of the file of dead events. */
export const DEAD = /^dead\.log$/;

const DEAD_FILE = 'dead.log';

const RESERVE = 'reserve';

/** The folder of one process: its segments, from the oldest to the one that is written to, and its dead events. */
export class LogFolder {
  readonly path: string;
  readonly segments: SegmentFile[] = [];
  #dead: SegmentFile;
  readonly #burials = new GroupCommit((events) => this.#addDead(events));
  readonly #removals = new Set<Promise<void>>();
  readonly #settings: LogSettings;
  #last = 0;

  /** Opens a folder that is there. @throws {SegmentError} `queue_format` if a later version made it */
  constructor(path: string, settings: LogSettings) {
    this.path = path;
    this.#settings = settings;
    checkFormat(path);
    const names = readdirSync(path).sort();
    for (const name of names) if (SEGMENT.test(name)) this.#open(name);
    // Notes whose segment is gone already would be taken for those of a later one of that name.
    for (const name of names)
      if (NOTES.test(name) && !names.includes(name.replace('.ack', '.log'))) rmSync(join(path, name));
    this.#dead = new SegmentFile(join(path, DEAD_FILE));
    if (existsSync(this.#dead.path)) this.#dead.scan(() => undefined);
    this.#keepReserve();
  }

  /** Bytes of all its files. */
  get size(): number {
    return this.segments.reduce((sum, { size }) => sum + size, this.#dead.size);
  }

  /** Number of dead events. */
  get dead(): number {
    return this.#dead.left;
  }

  /**
   * Adds events to the last segment, or to a new one.
   * @param isLoaded Whether what is added to a new one goes into the line as well.
   * @throws {SegmentError} `queue_full` when the disk is
   */
  add(events: readonly QueuedEvent[], isLoaded: boolean): { readonly segment: SegmentFile; readonly first: number } {
    try {
      let segment = this.segments.at(-1);
      if (!segment?.isOpen || segment.size >= this.#settings.segmentBytes) segment = this.#next(isLoaded);
      const first = segment.count;
      segment.add(events);
      return { segment, first };
    } catch (error) {
      throw fullIfNoRoom(error);
    }
  }

  /**
   * Resolves when what was added to a file is as safe as was asked for.
   * @throws {SegmentError} `queue_full` when the disk is; then nothing was added, and a new segment is begun
   */
  async secure(file: SegmentFile): Promise<void> {
    if (!this.#settings.isSynced) return;
    try {
      await file.sync();
    } catch (error) {
      throw fullIfNoRoom(error);
    }
  }

  /** What a segment holds, but for what has ended. */
  load(segment: SegmentFile): Kept[] {
    const kept = segment.read();
    segment.isLoaded = true;
    return kept;
  }

  /** Notes that events of a segment have ended, and gives back the space of one that is done with. */
  end(segment: SegmentFile, events: readonly Kept[]): void {
    try {
      segment.end(events);
    } catch (error) {
      if (!isNoRoom(error)) throw error;
      rmSync(join(this.path, RESERVE), { force: true });
      segment.end(events);
    }
    if (segment.left === 0 && !segment.isOpen) this.#remove(segment);
  }

  /** Resolves when all space that was given back is free. */
  async freed(): Promise<void> {
    await Promise.all(this.#removals);
  }

  /** Gives back the space of the last segment if all of its events have ended. */
  trim(): void {
    const segment = this.segments.at(-1);
    if (segment?.left === 0) this.#remove(segment);
  }

  /** Keeps dead events apart. */
  async bury(dead: readonly DeadEvent[]): Promise<void> {
    if (dead.length === 0) return;
    await this.#burials.put(
      dead.map(({ event, error: { code, message, status } }) => ({
        ...event,
        body: JSON.stringify({ error: { code, message, status }, event: event.body }),
      })),
    );
  }

  /** Reads the dead events as they were put. */
  readDead(): QueuedEvent[] {
    if (this.dead === 0) return [];
    return this.#dead.read().map(({ messageId, user, body, bytes }) => {
      const { event } = JSON.parse(body) as { event: string };
      return { messageId, user, body: event, bytes };
    });
  }

  /** Forgets the dead events. */
  async forgetDead(): Promise<void> {
    await this.#burials.settled();
    if (this.dead === 0) return;
    await this.#dead.remove();
    this.#dead = new SegmentFile(this.#dead.path);
  }

  /** Closes all files, once nothing is under way in them. */
  async close(): Promise<void> {
    await this.#burials.settled();
    await this.freed();
    for (const segment of this.segments) segment.close();
    this.#dead.close();
  }

  async #addDead(events: readonly QueuedEvent[]): Promise<void> {
    // One that the disk has failed is closed and without what was lost; it has one name, and goes on from there.
    if (!this.#dead.isOpen) this.#dead.append();
    this.#dead.add(events);
    await this.secure(this.#dead);
    this.#dead.hold();
  }

  #open(name: string): void {
    const segment = new SegmentFile(join(this.path, name));
    this.#last = Number.parseInt(name, 10);
    segment.scan(({ from, to, isTorn }) => {
      if (!isTorn) this.#settings.onDamage(describeDamage(segment.path, from, to));
    });
    if (segment.left > 0) this.segments.push(segment);
    else this.#remove(segment);
  }

  #next(isLoaded: boolean): SegmentFile {
    const before = this.segments.at(-1);
    before?.seal();
    if (before?.left === 0) this.#remove(before);
    this.#last += 1;
    const segment = new SegmentFile(join(this.path, `${String(this.#last).padStart(10, '0')}.log`));
    segment.create(isLoaded);
    this.segments.push(segment);
    return segment;
  }

  #remove(segment: SegmentFile): void {
    const place = this.segments.indexOf(segment);
    if (place >= 0) this.segments.splice(place, 1);
    const removal = this.#free(segment).finally(() => this.#removals.delete(removal));
    this.#removals.add(removal);
  }

  async #free(segment: SegmentFile): Promise<void> {
    try {
      await segment.remove();
      this.#keepReserve();
    } catch {
      // The disk is not there, or may only be read. All has ended and is noted: it goes when the folder is opened next.
    }
  }

  #keepReserve(): void {
    const path = join(this.path, RESERVE);
    if (existsSync(path)) return;
    try {
      writeFileSync(path, Buffer.alloc(RESERVE_BYTES), { mode: 0o600 });
    } catch {
      // The disk is full; there will be room when events have ended.
      rmSync(path, { force: true });
    }
  }
}

const describeDamage = (path: string, from: number, to: number): Error =>
  durableError(
    'queue_damaged',
    `${path} is damaged from byte ${from} to ${to}: the events there are lost, all others are not`,
  );

/** Marks a folder with the version of its format. */
const checkFormat = (folder: string): void => {
  const path = join(folder, 'format');
  if (!existsSync(path)) {
    writeFileSync(path, `${FORMAT}\n`, { mode: 0o600 });
    return;
  }
  const format = Number.parseInt(readFileSync(path, 'utf8'), 10);
  if (format > FORMAT)
    throw durableError(
      'queue_format',
      `${folder} was written by a later version (format ${format}, this one knows ${FORMAT}); nothing was changed. ` +
        'Update @moonwire/segment-sdk, or give another folder',
    );
};
