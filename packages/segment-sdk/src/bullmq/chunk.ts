import { deflateRawSync, inflateRawSync } from 'node:zlib';

import type { QueuedEvent } from '../delivery/event-queue.js';
import { borrowBytes, MOST_BYTES_OF_UNIT, writeTexts } from '../queue/borrow-bytes.js';
import { queueFormat } from './redis-error.js';

/** The version of chunks that this code writes and reads. */
const FORMAT = 1;

/** Most events of a chunk; the facts of size: 400 deflated events cost Redis least, and half a request. */
const CHUNK_EVENTS = 400;

/** Most bytes of the events' JSON in a chunk, which half fills a request. */
const CHUNK_BYTES = 240 * 1024;

/** What a job holds: events of one partition, in order. */
export interface Chunk {
  readonly v: number;
  /** Number of events. */
  readonly events: number;
  /** Bytes of their JSON. */
  readonly bytes: number;
  /** When they were put, in milliseconds since 1970 by the producer's clock. */
  readonly at: number;
  /**
   * Base64 of raw DEFLATE of: a line of JSON, `[place, id, user, body, bytes, …]`, with the place of each event in its
   * put, the lengths of its texts in UTF-16 units and its bytes; then the texts themselves.
   */
  readonly deflated: string;
}

/** An event, and where it stood among those that were put with it. */
export interface PlacedEvent extends QueuedEvent {
  readonly at: number;
  readonly place: number;
}

/** Writes events as a chunk. Level 1 is nearly as small as others, at a third of the time. */
export const writeChunk = (events: readonly PlacedEvent[]): Chunk => {
  const numbers: number[] = [];
  let [units, sum] = [0, 0];
  for (const { place, messageId, user, body, bytes } of events) {
    numbers.push(place, messageId.length, user.length, body.length, bytes);
    units += messageId.length + user.length + body.length;
    sum += bytes;
  }
  const line = `${JSON.stringify(numbers)}\n`;
  const whole = borrowBytes(line.length + units * MOST_BYTES_OF_UNIT);
  const end = writeTexts(whole, whole.write(line, 'latin1'), events);
  const deflated = deflateRawSync(whole.subarray(0, end), { level: 1 }).toString('base64');
  return { v: FORMAT, events: events.length, bytes: sum, at: events[0]?.at ?? 0, deflated };
};

/** @throws {SegmentError} `queue_format` if a later version wrote it */
export const readChunk = (chunk: Chunk): PlacedEvent[] => {
  if (chunk.v !== FORMAT) throw queueFormat(chunk.v, FORMAT);
  const whole = inflateRawSync(Buffer.from(chunk.deflated, 'base64')).toString();
  const line = whole.indexOf('\n');
  const numbers = JSON.parse(whole.slice(0, line)) as number[];
  let from = line + 1;
  const take = (length = 0): string => whole.slice(from, (from += length));
  const events: PlacedEvent[] = [];
  for (let n = 0; n < numbers.length; n += 5) {
    const [messageId, user, body] = [take(numbers[n + 1]), take(numbers[n + 2]), take(numbers[n + 3])];
    events.push({ messageId, user, body, bytes: numbers[n + 4] ?? 0, place: numbers[n] ?? 0, at: chunk.at });
  }
  return events;
};

/** The partition whose order a user's events keep (FNV-1a). */
export const partitionOf = (user: string, partitions: number): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < user.length; n += 1) hash = Math.imul(hash ^ user.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % partitions;
};

/** Cuts events into chunks, in order. */
export const cutIntoChunks = (events: readonly PlacedEvent[]): Chunk[] => {
  const chunks: Chunk[] = [];
  let part: PlacedEvent[] = [];
  let bytes = 0;
  for (const event of events) {
    if (part.length >= CHUNK_EVENTS || (part.length > 0 && bytes + event.bytes > CHUNK_BYTES)) {
      chunks.push(writeChunk(part));
      part = [];
      bytes = 0;
    }
    part.push(event);
    bytes += event.bytes;
  }
  if (part.length > 0) chunks.push(writeChunk(part));
  return chunks;
};
