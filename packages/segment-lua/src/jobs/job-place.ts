import { RedisLink, type RedisPlace } from '@moonwire/segment-sdk/bullmq';

import { JobError } from './job-error.js';
import { type JobKeys, jobKeys } from './job-keys.js';
import { JOB_SCRIPTS, type JobScripts } from './scripts/job-scripts.js';

/** Where jobs wait, and whom they are for. */
export interface JobPlace {
  /**
   * Whom the scripts are to talk to: `segment`, `simulator`, or the address of what stands in for Segment. Workers take
   * the jobs of their own target, never those of another one.
   */
  readonly target: string;
  /** Redis or Valkey: a URL, or options of ioredis. Default `redis://127.0.0.1:6379`. */
  readonly connection?: RedisPlace | undefined;
  /** What all keys begin with. Default `segment`; for a cluster one with braces: `{segment}`. */
  readonly prefix?: string | undefined;
}

/** A connection that has the scripts of jobs. */
export type JobLink = RedisLink<JobScripts>;

/** What is open of a place. */
export interface OpenPlace {
  readonly link: JobLink;
  readonly keys: JobKeys;
  /** Whether Redis is fit to hold jobs; it is asked until it was once. @throws SegmentError `queue_failed` */
  readonly check: () => Promise<void>;
}

const DEFAULT_CONNECTION = 'redis://127.0.0.1:6379';

/** @param onAway Learns of each outage of Redis when it begins. @throws JobError `invalid_option` */
export const openPlace = (
  { target, connection = DEFAULT_CONNECTION, prefix = 'segment' }: JobPlace,
  onAway?: (error: Error) => void,
): OpenPlace => {
  const keys = jobKeys(prefix, laneOf(target));
  const link = new RedisLink<JobScripts>(connection, { scripts: JOB_SCRIPTS, onAway });
  let isFit = false;
  return {
    link,
    keys,
    check: async () => {
      if (!isFit) await link.check();
      isFit = true;
    },
  };
};

/** The part of a key that stands for a target. */
const laneOf = (target: string): string => {
  if (target === 'segment' || target === 'simulator') return target;
  if (!/^https?:\/\//.test(target))
    throw new JobError(
      'invalid_option',
      `jobs: bad target '${target}' ('segment', 'simulator' or an address like http://127.0.0.1:4010 expected)`,
    );
  return target.replace(/^https?:\/\//, '').replace(/[^\w.-]+/g, '_');
};
