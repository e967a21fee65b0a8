import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';

import type { QueuedEvent } from '../delivery/event-queue.js';
import { borrowBytes } from '../queue/borrow-bytes.js';
import { type Frame, type Gap, readFrames, writeFrame } from './frame.js';

const syncData = promisify(fdatasync);

/** Bytes of a note of what has ended: place (4), count (4), CRC-32 of both (4). */
const NOTE = 12;

/** An event in a segment. */
export type Kept = QueuedEvent & {
  readonly segment: SegmentFile;
  /** Its place there. */
  readonly place: number;
};

/** Writes all of it, or nothing that stays. */
const append = (fd: number, size: number, bytes: Buffer): void => {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
  } catch (error) {
    ftruncateSync(fd, size);
    throw error;
  }
};

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
  #notes: number | undefined;
  #noteSize = 0;

  constructor(path: string) {
    this.path = path;
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

  /** Adds events at the end. @throws what the file system says; then nothing was added. */
  add(events: readonly QueuedEvent[]): void {
    const at = Date.now();
    const frame = writeFrame(this.count, at, events);
    append(this.#log as number, this.#logSize, frame);
    this.#logSize += frame.length;
    this.size += frame.length;
    this.since = Math.min(this.since, at);
    this.count += events.length;
    for (const { bytes } of events) this.bytes += bytes;
  }

  /** Resolves when what was added is on the disk. */
  async sync(): Promise<void> {
    if (this.#log !== undefined) await syncData(this.#log);
  }

  /** Takes no more events. */
  seal(): void {
    if (this.#log !== undefined) closeSync(this.#log);
    this.#log = undefined;
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
    for (const { first, events } of this.#frames(() => undefined)) {
      let place = first - 1;
      for (const { messageId, user, body, bytes } of events()) {
        place += 1;
        if (!this.#ended.has(place)) kept.push({ messageId, user, body, bytes, segment: this, place });
      }
    }
    return kept;
  }

  /** The frames that are whole; events that are missing between them will never be sent. */
  *#frames(onGap: (gap: Gap) => void): Generator<Frame> {
    const file = readFile(this.path);
    this.#readNotes();
    let next = 0;
    for (const frame of readFrames(file, onGap)) {
      for (; next < frame.first; next += 1) this.#ended.add(next);
      this.since = Math.min(this.since, frame.at);
      yield frame;
      next = frame.first + frame.count;
    }
    this.count = Math.max(this.count, next);
    this.#logSize = file.length;
    this.size = this.#logSize + this.#noteSize;
  }

  /** Notes that events have ended. @throws what the file system says; then they have not. */
  end(events: readonly Kept[]): void {
    this.#notes ??= this.#openNotes();
    const notes = writeNotes(events.map(({ place }) => place).sort((a, b) => a - b));
    append(this.#notes, this.#noteSize, notes);
    this.#noteSize += notes.length;
    this.size += notes.length;
    for (const { place, bytes } of events) {
      this.#ended.add(place);
      this.bytes -= bytes;
    }
  }

  /** Gives back its space. */
  remove(): void {
    this.close();
    unlinkSync(this.path);
    if (existsSync(this.#notePath)) unlinkSync(this.#notePath);
  }

  close(): void {
    this.seal();
    if (this.#notes !== undefined) closeSync(this.#notes);
    this.#notes = undefined;
  }

  get #notePath(): string {
    return this.path.replace(/\.log$/, '.ack');
  }

  #openNotes(): number {
    const fd = openSync(this.#notePath, 'a', 0o600);
    // The last one may be half written; what follows must begin where a note does.
    ftruncateSync(fd, this.#noteSize);
    return fd;
  }

  #readNotes(): void {
    if (this.#noteSize > 0 || !existsSync(this.#notePath)) return;
    const notes = readFileSync(this.#notePath);
    this.#noteSize = notes.length - (notes.length % NOTE);
    for (let at = 0; at + NOTE <= notes.length; at += NOTE) {
      if (crc32(notes.subarray(at, at + 8)) !== notes.readUInt32BE(at + 8)) continue;
      const first = notes.readUInt32BE(at);
      const count = notes.readUInt32BE(at + 4);
      for (let n = 0; n < count; n += 1) this.#ended.add(first + n);
    }
  }
}

/** Places in their order, as ranges. */
const writeNotes = (places: readonly number[]): Buffer => {
  const ranges: [first: number, count: number][] = [];
  for (const place of places) {
    const last = ranges.at(-1);
    if (last && last[0] + last[1] === place) last[1] += 1;
    else ranges.push([place, 1]);
  }
  const notes = Buffer.alloc(ranges.length * NOTE);
  for (const [n, [first, count]] of ranges.entries()) {
    const at = n * NOTE;
    notes.writeUInt32BE(first, at);
    notes.writeUInt32BE(count, at + 4);
    notes.writeUInt32BE(crc32(notes.subarray(at, at + 8)), at + 8);
  }
  return notes;
};
