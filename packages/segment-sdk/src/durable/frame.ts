import { crc32 } from 'node:zlib';

import type { QueuedEvent } from '../delivery/event-queue.js';
import { borrowBytes, MOST_BYTES_OF_UNIT, writeTexts } from '../queue/borrow-bytes.js';

/*
 * A frame holds events that were put together. All numbers are big-endian:
 *
 *   0 magic (4) · 4 version (1) · 5 unused (3) · 8 place of the first event in its segment (4) · 12 count (4)
 *   16 bytes of the payload (4) · 20 milliseconds since 1970 (8, double) · 28 CRC-32 of bytes 4 to 27 and the payload
 *   32 payload: a line of JSON, `[id, user, body, bytes, id, …]`, with the lengths of each event's texts in UTF-16
 *   units and its bytes; then the texts themselves
 */

/** The version of frames and folders that this code writes and reads. */
export const FORMAT = 1;

const MAGIC = Buffer.from('MwQ1');
const HEADER = 32;

/** Events as they lie in a file. */
export interface Frame {
  /** Place of the first event in its segment. */
  readonly first: number;
  readonly at: number;
  readonly count: number;
  /** Bytes of the JSON of each event. */
  readonly sizes: () => number[];
  readonly events: () => QueuedEvent[];
}

/** What a file holds at a place. */
interface Found {
  readonly frame: Frame;
  /** Where the next frame begins. */
  readonly end: number;
}

/** Bytes that are no frame. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Whether it is the beginning of a frame whose end was never written. */
  readonly isTorn: boolean;
}

/** Writes events as a frame, in borrowed bytes. */
export const writeFrame = (first: number, at: number, events: readonly QueuedEvent[]): Buffer => {
  const lengths: number[] = [];
  let units = 0;
  for (const { messageId, user, body, bytes } of events) {
    lengths.push(messageId.length, user.length, body.length, bytes);
    units += messageId.length + user.length + body.length;
  }
  const line = `${JSON.stringify(lengths)}\n`;
  const frame = borrowBytes(HEADER + line.length + units * MOST_BYTES_OF_UNIT);
  const end = writeTexts(frame, HEADER + frame.write(line, HEADER, 'latin1'), events);
  frame.fill(0, 0, HEADER);
  MAGIC.copy(frame);
  frame[4] = FORMAT;
  frame.writeUInt32BE(first, 8);
  frame.writeUInt32BE(events.length, 12);
  frame.writeUInt32BE(end - HEADER, 16);
  frame.writeDoubleBE(at, 20);
  frame.writeUInt32BE(crc32(frame.subarray(HEADER, end), crc32(frame.subarray(4, 28))), 28);
  return frame.subarray(0, end);
};

/**
 * Reads the frames of a file, each before the next one is asked for. What is no frame, or not whole, is passed over up
 * to the next one.
 * @param onGap Learns of each gap.
 */
export function* readFrames(file: Buffer, onGap: (gap: Gap) => void): Generator<Frame> {
  let at = 0;
  while (at < file.length) {
    const found = readFrame(file, at);
    if (found) {
      yield found.frame;
      at = found.end;
      continue;
    }
    const next = findFrame(file, at + 1);
    onGap({ from: at, to: next, isTorn: next === file.length && isCut(file, at) });
    at = next;
  }
}

/** The next place at which a frame begins that is whole, or the end. */
const findFrame = (file: Buffer, from: number): number => {
  let at = file.indexOf(MAGIC, from);
  while (at >= 0 && !readFrame(file, at)) at = file.indexOf(MAGIC, at + 1);
  return at < 0 ? file.length : at;
};

/** Whether a file ends before the frame that begins here does. */
const isCut = (file: Buffer, at: number): boolean => {
  if (file.length - at < HEADER) return true;
  return file.compare(MAGIC, 0, 4, at, at + 4) === 0 && at + HEADER + file.readUInt32BE(at + 16) > file.length;
};

const readFrame = (file: Buffer, at: number): Found | undefined => {
  if (file.length - at < HEADER || file.compare(MAGIC, 0, 4, at, at + 4) !== 0) return undefined;
  const end = at + HEADER + file.readUInt32BE(at + 16);
  if (end > file.length) return undefined;
  const payload = file.subarray(at + HEADER, end);
  if (crc32(payload, crc32(file.subarray(at + 4, at + 28))) !== file.readUInt32BE(at + 28)) return undefined;
  const frame = {
    first: file.readUInt32BE(at + 8),
    count: file.readUInt32BE(at + 12),
    at: file.readDoubleBE(at + 20),
    sizes: () => readSizes(payload.toString('latin1', 0, payload.indexOf('\n'))),
    events: () => readEvents(payload.toString()),
  };
  return { frame, end };
};

const readLengths = (line: string): number[] => JSON.parse(line) as number[];

const readSizes = (line: string): number[] => {
  const lengths = readLengths(line);
  const sizes: number[] = [];
  for (let n = 3; n < lengths.length; n += 4) sizes.push(lengths[n] as number);
  return sizes;
};

const readEvents = (text: string): QueuedEvent[] => {
  const line = text.indexOf('\n');
  const lengths = readLengths(text.slice(0, line));
  const events: QueuedEvent[] = [];
  let at = line + 1;
  const cut = (n: number): string => text.slice(at, (at += lengths[n] as number));
  for (let n = 0; n < lengths.length; n += 4)
    events.push({ messageId: cut(n), user: cut(n + 1), body: cut(n + 2), bytes: lengths[n + 3] as number });
  return events;
};
