import { resolve } from 'node:path';

import { createOptionCheck } from '../contract/check-options.js';
import { invalid } from '../contract/errors.js';
import type { EventQueue } from '../delivery/event-queue.js';
import type { Queue } from '../delivery/queue-connection.js';
import { createQueue } from '../queue/create-queue.js';
import { described } from '../schema/json-value.js';
import { DurableLog } from './durable-log.js';

/** How a queue on disk is set up. */
export interface DurableQueueOptions {
  /** The folder, made if it is not there. Processes of one host may share it. Default `.segment-queue`. */
  readonly folder?: string | undefined;
  /** Bound of the files of one process, in bytes. Default 1 GiB. */
  readonly maxBytes?: number | undefined;
  /**
   * When an event counts as held. `os` (the default): when the operating system has it, which survives the process
   * however it dies; `group`: when the disk has it, which survives a loss of power as well.
   */
  readonly sync?: 'os' | 'group' | undefined;
  /** Learns of damaged files: an error with the code `queue_damaged`. Default: a warning on the console. */
  readonly onDamage?: ((error: Error) => void) | undefined;
}

const NAMES = Object.keys({ folder: 1, maxBytes: 1, sync: 1, onDamage: 1 } satisfies Record<
  keyof DurableQueueOptions,
  unknown
>);

const MOST_SEGMENT_BYTES = 2 * 1024 * 1024;
const LEAST_SEGMENT_BYTES = 64 * 1024;

const warn = ({ message }: Error): void => {
  console.warn(`@moonwire/segment-sdk: ${message}`);
};

/**
 * A queue on disk, for one client of one process at a time.
 * @throws {SegmentError} `invalid_option`
 * @example
 * const segment = createSegment({ writeKey, queue: durableQueue({ folder: '.segment-queue' }) });
 */
export const durableQueue = (options: DurableQueueOptions = {}): Queue => createQueue(openLog(options));

/** The same queue without a client, e.g. to be tested or looked into. @throws {SegmentError} `invalid_option` */
export const openLog = (options: DurableQueueOptions = {}): EventQueue => createLog(options);

/** See {@link openLog}. */
export const createLog = (options: DurableQueueOptions): DurableLog => {
  const check = createOptionCheck('durableQueue', options);
  check.names(NAMES);
  const { maxBytes } = check.numbers({ maxBytes: [1, 1024 * 1024 * 1024] });
  const { folder = '.segment-queue', sync = 'os', onDamage = warn } = options;
  if (!['os', 'group'].includes(sync)) throw badSync(sync);
  return new DurableLog({
    folder: resolve(folder),
    maxBytes,
    segmentBytes: Math.max(LEAST_SEGMENT_BYTES, Math.min(MOST_SEGMENT_BYTES, maxBytes >> 3)),
    isSynced: sync === 'group',
    onDamage,
  });
};

const badSync = (given: unknown) =>
  invalid(
    'durableQueue',
    { message: `bad option 'sync' ('os' or 'group' expected, got ${described(given)})`, field: 'sync' },
    'invalid_option',
  );
