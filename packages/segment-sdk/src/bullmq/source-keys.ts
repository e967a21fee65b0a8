/** The names of what a source has in Redis. */
export interface SourceKeys {
  /** A set of all sources under the prefix. */
  readonly sources: string;
  /** A hash: id of a job → events, bytes, and since when it is here. */
  readonly held: string;
  /** A hash: events, bytes. */
  readonly totals: string;
  /** A hash: partition → events that are reserved. */
  readonly reserved: string;
  /** A hash: until when nobody sends (`hold`), or not of a partition (`rest:N`); what the rate limit has `spent`. */
  readonly pace: string;
  /** The names of its BullMQ queues, one for each partition. */
  readonly queues: readonly string[];
  /** Their lists of waiting and active jobs, alternately. */
  readonly lists: readonly string[];
  /** The name of the BullMQ queue of dead events. */
  readonly deadQueue: string;
  /** Its list of jobs. */
  readonly deadList: string;
}

/** @param source Names the source: 16 hexadecimal digits of its write key's SHA-256. */
export const keysOf = (prefix: string, source: string, partitions: number): SourceKeys => {
  const of = (name: string): string => `${prefix}:${source}:${name}`;
  const queues = Array.from({ length: partitions }, (_, n) => `${source}-${n}`);
  return {
    sources: `${prefix}:sources`,
    held: of('held'),
    totals: of('totals'),
    reserved: of('reserved'),
    pace: of('pace'),
    queues,
    lists: queues.flatMap((name) => [`${prefix}:${name}:wait`, `${prefix}:${name}:active`]),
    deadQueue: `${source}-dead`,
    deadList: `${prefix}:${source}-dead:wait`,
  };
};
