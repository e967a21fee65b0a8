import { closeSync, existsSync, ftruncateSync, openSync, readFileSync, unlink } from 'node:fs';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';

import { appendWhole } from './append-whole.js';

const removeFile = promisify(unlink);

/** Bytes of a note: place (4), count (4), CRC-32 of both (4). */
const NOTE = 12;

/** The file beside a segment that notes which of its events have ended. */
export class EndedNotes {
  /** Bytes of the file. */
  size = 0;
  readonly #path: string;
  #fd: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** Reads the file once. @param onPlace Learns of each place whose event has ended. */
  read(onPlace: (place: number) => void): void {
    if (this.size > 0 || !existsSync(this.#path)) return;
    const notes = readFileSync(this.#path);
    this.size = notes.length - (notes.length % NOTE);
    for (let at = 0; at + NOTE <= notes.length; at += NOTE) {
      if (crc32(notes.subarray(at, at + 8)) !== notes.readUInt32BE(at + 8)) continue;
      const first = notes.readUInt32BE(at);
      const count = notes.readUInt32BE(at + 4);
      for (let n = 0; n < count; n += 1) onPlace(first + n);
    }
  }

  /** Notes that events have ended. @throws what the file system says; then nothing is noted */
  add(places: readonly number[]): void {
    this.#fd ??= this.#open();
    const notes = writeNotes(places.toSorted((a, b) => a - b));
    appendWhole(this.#fd, this.size, notes);
    this.size += notes.length;
  }

  async remove(): Promise<void> {
    this.close();
    if (existsSync(this.#path)) await removeFile(this.#path);
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  #open(): number {
    const fd = openSync(this.#path, 'a', 0o600);
    // The last one may be half written; what follows must begin where a note does.
    ftruncateSync(fd, this.size);
    return fd;
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
