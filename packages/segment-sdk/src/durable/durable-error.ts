import { SegmentError } from '../contract/errors.js';
import { reasonOf } from '../schema/json-value.js';

/** What is wrong with a queue on disk. */
export type DurableFault = 'queue_damaged' | 'queue_format' | 'queue_full';

/** An error of a queue on disk. */
export const durableError = (code: DurableFault, message: string): SegmentError =>
  new SegmentError(message, { kind: 'delivery', code, operation: 'queue', retryable: code === 'queue_full' });

/** The disk has no room, or the user none on it. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** Whether a file system refused for want of room. */
export const isNoRoom = (thrown: unknown): boolean =>
  NO_ROOM.includes(String((Object(thrown) as NodeJS.ErrnoException).code));

/** A full disk is a full queue; all else stays what it is. */
export const fullIfNoRoom = (thrown: unknown): unknown =>
  isNoRoom(thrown) ? durableError('queue_full', `the disk is full (${reasonOf(thrown)})`) : thrown;
