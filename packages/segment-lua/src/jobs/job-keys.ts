/** The names of what the jobs for one target have in Redis. */
export interface JobKeys {
  /** A hash: tenant, or `*` → its limits as JSON. */
  readonly limits: string;
  /** Tenants of which something is there. */
  readonly tenants: string;
  /** Tenants that have scripts waiting, by the turn they had last. */
  readonly ready: string;
  /** Tenants that have scripts running, or had. */
  readonly busy: string;
  /** A hash: tenant → the turn it had last. */
  readonly served: string;
  /** How many turns there were. */
  readonly turn: string;
  /** A hash: schedule → what it last could not submit. */
  readonly missed: string;
  /** What the keys of records begin with. */
  readonly records: string;
  /** What the keys of noted calls begin with. */
  readonly notes: string;
  /** What the keys of a tenant's lists of jobs begin with: those that have ended, and all. */
  readonly kept: string;
  readonly index: string;
  /** What the keys of a tenant's count of the day, and of submissions that are on the way, begin with. */
  readonly day: string;
  readonly coming: string;
  /** The prefix of BullMQ's queues, of which each tenant has one of its name. */
  readonly queues: string;
  /** The prefix of BullMQ's queue of schedules. */
  readonly schedules: string;
  /** Channels: something waits; a running job is to stop; a job has ended (with its id behind it). */
  readonly onWaiting: string;
  readonly onCancel: string;
  readonly onEnded: string;
}

/** @param prefix What all keys begin with. @param lane Whom the scripts are to talk to, as part of a key. */
export const jobKeys = (prefix: string, lane: string): JobKeys => {
  const of = (name: string): string => `${prefix}:jobs:${lane}:${name}`;
  return {
    limits: of('limits'),
    tenants: of('tenants'),
    ready: of('ready'),
    busy: of('busy'),
    served: of('served'),
    turn: of('turn'),
    missed: of('missed'),
    records: of('job:'),
    notes: of('notes:'),
    kept: of('kept:'),
    index: of('index:'),
    day: of('day:'),
    coming: of('coming:'),
    queues: of('of'),
    schedules: of('at'),
    onWaiting: of('on-waiting'),
    onCancel: of('on-cancel'),
    onEnded: of('on-ended:'),
  };
};

/** BullMQ's own keys of a tenant's queue that our scripts look at. */
export const queueKey = (keys: JobKeys, tenant: string, part: string): string => `${keys.queues}:${tenant}:${part}`;

/** The name of BullMQ's queue of schedules. */
export const SCHEDULES = 'schedules';
