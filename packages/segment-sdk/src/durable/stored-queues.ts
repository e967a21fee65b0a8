import { existsSync, readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { QueuedEvent } from '../delivery/event-queue.js';
import { createLog } from './durable-queue.js';
import { DEAD, SEGMENT } from './log-folder.js';
import { SegmentFile } from './segment-file.js';

/** An event that Segment refused for good, and why. */
export interface StoredDeadEvent {
  readonly messageId: string;
  /** The event as JSON. */
  readonly body: string;
  /** Why it was refused, of the `SegmentError`. */
  readonly error: { readonly code: string; readonly message: string; readonly status?: number };
}

/** What lies in a folder of `durableQueue` for one source. */
export interface StoredQueue {
  /** Names the source: `nameSource(writeKey)` of `@moonwire/segment-sdk/queue`. */
  readonly source: string;
  /** Events that wait. */
  readonly events: number;
  /** Bytes of their JSON. */
  readonly bytes: number;
  /** When the oldest of them was put; undefined when there is none. */
  readonly oldest: Date | undefined;
  readonly dead: number;
  /** Reads the events that wait, from the oldest on, a file at a time. */
  readonly read: () => Iterable<QueuedEvent>;
  readonly readDead: () => Iterable<StoredDeadEvent>;
}

const SOURCE = /^[\da-f]{16}$/;
const PROCESS = /^\d+$/;

/**
 * Looks into a folder of `durableQueue`, by source. Nothing is changed or locked: processes may go on using it, and
 * what they add or end meanwhile may be missing or still be there. A folder that is not there holds nothing.
 * @param folder Default `.segment-queue`.
 */
export const readQueues = (folder = '.segment-queue'): readonly StoredQueue[] =>
  list(resolve(folder), SOURCE).map((home) =>
    describe(
      basename(home),
      list(home, PROCESS).flatMap((own) => list(own, SEGMENT)),
      list(home, PROCESS).flatMap((own) => list(own, DEAD)),
    ),
  );

/**
 * Puts dead events of a source back into its queue, for when their cause has been mended; a client sends them. Those
 * that a running process keeps stay where they are.
 * @returns How many were put back.
 * @throws {SegmentError} `queue_full`, `queue_format`
 */
export const replayDead = async (folder: string, source: string): Promise<number> => {
  if (list(resolve(folder), SOURCE).every((home) => basename(home) !== source)) return 0;
  const log = createLog({ folder, sync: 'group' });
  await log.open(source);
  try {
    return await log.replayDead();
  } finally {
    await log.close();
  }
};

const describe = (source: string, segments: readonly string[], dead: readonly string[]): StoredQueue => {
  const scanned = segments.flatMap(scan).filter(({ left }) => left > 0);
  const since = Math.min(...scanned.map((segment) => segment.since));
  return {
    source,
    events: scanned.reduce((sum, { left }) => sum + left, 0),
    bytes: scanned.reduce((sum, { bytes }) => sum + bytes, 0),
    oldest: Number.isFinite(since) ? new Date(since) : undefined,
    dead: dead.flatMap(scan).reduce((sum, { left }) => sum + left, 0),
    read: () => readAll(segments),
    readDead: function* () {
      for (const { messageId, body } of readAll(dead)) {
        const { error, event } = JSON.parse(body) as { error: StoredDeadEvent['error']; event: string };
        yield { messageId, body: event, error };
      }
    },
  };
};

/** What of a folder has such a name, in order. */
const list = (folder: string, name: RegExp): string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((entry) => name.test(entry))
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map((entry) => join(folder, entry))
    : [];

/** A file as it is; nothing, if the process that has it has just removed it. */
const scan = (path: string): readonly SegmentFile[] => {
  const segment = new SegmentFile(path);
  return unlessGone(() => {
    segment.scan(() => undefined);
    return [segment];
  });
};

function* readAll(paths: readonly string[]): Iterable<QueuedEvent> {
  for (const path of paths) yield* unlessGone(() => new SegmentFile(path).read());
}

const unlessGone = <T>(read: () => readonly T[]): readonly T[] => {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};
