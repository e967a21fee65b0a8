import { closeSync, fdatasync, fstatSync, ftruncateSync, openSync, readSync, unlink } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

import type { QueuedEvent } from '../delivery/event-queue.js';
import { borrowBytes } from '../queue/borrow-bytes.js';
import { appendWhole } from './append-whole.js';
import { EndedNotes } from './ended-notes.js';
import { type Frame, type Gap, readFrames, writeFrame } from './frame.js';
import { syncFolder } from './sync-folder.js';

const [syncData, removeFile] = [promisify(fdatasync), promisify(unlink)];

/** An event in a segment. */
export type Kept = QueuedEvent & {
  readonly segment: SegmentFile;
  /** Its place there. */
  readonly place: number;
};

/** What was added last and is not held yet. */
interface Added {
  readonly first: number;
  readonly count: number;
  readonly bytes: number;
  /** Bytes of its frame. */
  readonly frameBytes: number;
}

/** A whole file, in borrowed bytes. */
const readFile = (path: string): Buffer => {
  const fd = openSync(path, 'r');
  try {
    const { size } = fstatSync(fd);
    const file = borrowBytes(size);
    let end = 0;
    for (let read = 1; read > 0 && end < size; end += read) read = readSync(fd, file, end, size - end, end);
    return file.subarray(0, end);
  } finally {
    closeSync(fd);
  }
};

/** A file of frames, and beside it one of notes on the events that have ended. */
export class SegmentFile {
  readonly path: string;
  /** Bytes of both files. */
  size = 0;
  /** When the first of its events was put, in milliseconds since 1970. */
  since = Infinity;
  /** Number of events, ended ones included. */
  count = 0;
  /** Bytes of the JSON of the events that have not ended. */
  bytes = 0;
  /** Whether its events are in the line. */
  isLoaded = false;
  #ended = new Set<number>();
  #logSize = 0;
  #log: number | undefined;
  #added: Added | undefined;
  /** Whether a loss of power leaves the file where it is. */
  #isNamed = false;
  readonly #notes: EndedNotes;

  constructor(path: string) {
    this.path = path;
    this.#notes = new EndedNotes(path.replace(/\.log$/, '.ack'));
  }

  /** Number of events that have not ended. */
  get left(): number {
    return this.count - this.#ended.size;
  }

  /** Opens a new one for writing. @param isLoaded Whether what is added goes into the line as well. */
  create(isLoaded: boolean): void {
    this.#log = openSync(this.path, 'ax', 0o600);
    this.isLoaded = isLoaded;
  }

  /** Opens one that may be there for writing more. */
  append(): void {
    this.#log = openSync(this.path, 'a', 0o600);
  }

  /** Whether it takes more events. */
  get isOpen(): boolean {
    return this.#log !== undefined;
  }

  /**
   * Adds events at the end. Until {@link hold}, nobody reads them and no others are added.
   * @throws what the file system says; then nothing was added.
   */
  add(events: readonly QueuedEvent[]): void {
    const at = Date.now();
    const frame = writeFrame(this.count, at, events);
    appendWhole(this.#log as number, this.#logSize, frame);
    const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
    this.#added = { first: this.count, count: events.length, bytes, frameBytes: frame.length };
    this.#logSize += frame.length;
    this.size += frame.length;
    this.since = Math.min(this.since, at);
    this.count += events.length;
    this.bytes += bytes;
  }

  /**
   * Resolves when what was added is on the disk, and the file's name with it.
   * @throws what the file system says; then what was added is taken back, and the file takes no more.
   */
  async sync(): Promise<void> {
    try {
      await syncData(this.#log as number);
      if (!this.#isNamed) await syncFolder(dirname(this.path));
      this.#isNamed = true;
    } catch (error) {
      this.#takeBack();
      throw error;
    }
  }

  /** What was added is held from now on. */
  hold(): void {
    this.#added = undefined;
  }

  /**
   * The system says once that the disk could not take what it had, and may have dropped it: a later sync that succeeds
   * says nothing of these bytes. So they go, and none are written behind them.
   */
  #takeBack(): void {
    const { first, count, bytes, frameBytes } = this.#added as Added;
    const fd = this.#log as number;
    this.bytes -= bytes;
    try {
      ftruncateSync(fd, this.#logSize - frameBytes);
      this.#logSize -= frameBytes;
      this.size -= frameBytes;
      this.count = first;
    } catch {
      // They stay in the file. This process passes over them; the next one that opens it sends them.
      for (let place = first; place < first + count; place += 1) this.#ended.add(place);
    }
    this.hold();
    this.seal();
  }

  /** Takes no more events. */
  seal(): void {
    const fd = this.#log;
    this.#log = undefined;
    if (fd !== undefined) closeSync(fd);
  }

  /** Counts what it holds. @param onGap Learns of damage. */
  scan(onGap: (gap: Gap) => void): void {
    for (const { first, sizes } of this.#frames(onGap)) {
      let place = first;
      for (const bytes of sizes()) if (!this.#ended.has(place++)) this.bytes += bytes;
    }
  }

  /** Reads what it holds, but for what has ended. */
  read(): Kept[] {
    const kept: Kept[] = [];
    const end = this.#added?.first ?? Infinity;
    for (const { first, events } of this.#frames(() => undefined)) {
      let place = first - 1;
      for (const { messageId, user, body, bytes } of events()) {
        place += 1;
        if (place < end && !this.#ended.has(place)) kept.push({ messageId, user, body, bytes, segment: this, place });
      }
    }
    return kept;
  }

  /** The frames that are whole; events that are missing between them will never be sent. */
  *#frames(onGap: (gap: Gap) => void): Generator<Frame> {
    const file = readFile(this.path);
    this.#notes.read((place) => this.#ended.add(place));
    let next = 0;
    for (const frame of readFrames(file, onGap)) {
      for (; next < frame.first; next += 1) this.#ended.add(next);
      this.since = Math.min(this.since, frame.at);
      yield frame;
      next = frame.first + frame.count;
    }
    this.count = Math.max(this.count, next);
    this.#logSize = file.length;
    this.size = this.#logSize + this.#notes.size;
  }

  /** Notes that events have ended. @throws what the file system says; then they have not. */
  end(events: readonly Kept[]): void {
    const { size } = this.#notes;
    this.#notes.add(events.map(({ place }) => place));
    this.size += this.#notes.size - size;
    for (const { place, bytes } of events) {
      this.#ended.add(place);
      this.bytes -= bytes;
    }
  }

  /** Gives back its space. A busy disk takes milliseconds for it, in which the event loop turns. */
  async remove(): Promise<void> {
    this.close();
    await removeFile(this.path);
    await this.#notes.remove();
  }

  close(): void {
    this.seal();
    this.#notes.close();
  }
}
