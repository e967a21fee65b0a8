import { isSegmentError } from '@moonwire/segment-sdk';
import { openBullQueue, openBullWorker, within } from '@moonwire/segment-sdk/bullmq';
import { getNextMillis, type Job as BullJob, type Queue, type Worker } from 'bullmq';

import { isJobError, JobError } from './job-error.js';
import { SCHEDULES } from './job-keys.js';
import type { OpenPlace } from './job-place.js';
import { type JobOptions, readSubmission } from './job-spec.js';
import { submitJob } from './submit-job.js';
import type { TenantQueues } from './tenant-queue.js';

/** When a script is to be run again and again, and how. */
export interface ScheduleOptions extends Omit<JobOptions, 'key'> {
  /**
   * Minute, hour, day of the month, month, day of the week, as cron has them; a field before them stands for seconds.
   * Also `@daily` and its kin.
   */
  readonly cron: string;
  /** The time zone that these are meant in, `Europe/Berlin`. Default `UTC`. */
  readonly timeZone?: string;
}

/** A schedule as it stands. Times are ISO 8601. */
export interface Schedule {
  readonly name: string;
  readonly cron: string;
  readonly timeZone: string;
  readonly tenant: string;
  /** The name of its script. */
  readonly script: string;
  readonly nextAt: string;
  /** The last time at which nothing could be submitted, and why. */
  readonly missed?: { readonly at: string; readonly reason: string };
}

type Scheduled = Omit<JobOptions, 'key'> & { readonly code: string };

const NAME = /^[A-Za-z0-9][\w.-]{0,99}$/;

const MOST_CLOSE_MS = 500;

/** A worker that died while it submitted is stood in for after this time, in milliseconds. */
const LEASE_MS = 10_000;

/**
 * The next times of a cron expression, as milliseconds since 1970. A time of day that a change of clocks leaves out is
 * met an hour later; one that comes twice counts once.
 * @param from Times after this one.
 * @throws JobError `invalid_option`
 */
export const nextTimes = (cron: string, timeZone: string, from: number, count: number): readonly number[] => {
  const times: number[] = [];
  try {
    while (times.length < count) {
      const next = getNextMillis(times.at(-1) ?? from, { pattern: cron, tz: timeZone });
      if (next === undefined) break;
      times.push(next);
    }
  } catch (error) {
    throw new JobError(
      'invalid_option',
      `schedule: bad cron '${cron}' in time zone '${timeZone}' (${(error as Error).message}); like '30 9 * * 1' in 'Europe/Berlin'`,
    );
  }
  if (times.length === 0) throw new JobError('invalid_option', `schedule: cron '${cron}' is never met`);
  return times;
};

/** The schedules of a place: BullMQ's job schedulers, whose jobs submit scripts. */
export class JobSchedules {
  readonly #place: OpenPlace;
  readonly #queues: TenantQueues;
  #queue: Queue<Scheduled, null> | undefined;
  #worker: Worker<Scheduled, null> | undefined;

  constructor(place: OpenPlace, queues: TenantQueues) {
    this.#place = place;
    this.#queues = queues;
  }

  async put(name: string, code: string, { cron, timeZone = 'UTC', ...options }: ScheduleOptions): Promise<Schedule> {
    if (!NAME.test(name))
      throw new JobError('invalid_option', `schedule: bad name '${name}' (letters, digits and _ . - expected)`);
    nextTimes(cron, timeZone, Date.now(), 1);
    readSubmission(code, options);
    const queue = await this.#ready();
    const template = { name: 'script', data: { ...options, code }, opts: { removeOnComplete: true } };
    await queue.upsertJobScheduler(name, { pattern: cron, tz: timeZone }, template);
    const found = (await this.list()).find((schedule) => schedule.name === name);
    if (!found) throw notThere(name);
    return found;
  }

  async list(): Promise<readonly Schedule[]> {
    const queue = await this.#ready();
    const missed = await this.#place.link.redis.hgetall(this.#place.keys.missed);
    const all = await queue.getJobSchedulers(0, -1, true);
    return all.map(({ key, pattern = '', tz = 'UTC', next, template }) => {
      const { tenant = 'default', name = 'script.lua' } = (template?.data ?? {}) as Partial<Scheduled>;
      const lost = missed[key];
      return {
        name: key,
        cron: pattern,
        timeZone: tz,
        tenant,
        script: name,
        nextAt: new Date(next ?? 0).toISOString(),
        ...(lost && { missed: JSON.parse(lost) as { at: string; reason: string } }),
      };
    });
  }

  async remove(name: string): Promise<void> {
    const queue = await this.#ready();
    if (!(await queue.removeJobScheduler(name))) throw notThere(name);
    await this.#place.link.redis.hdel(this.#place.keys.missed, name);
  }

  /** Submits what is due. Whoever else does the same at this time gets other schedules. */
  async submitDue(token: string): Promise<void> {
    this.#worker ??= openBullWorker<Scheduled>(
      { link: this.#place.link, prefix: this.#place.keys.schedules },
      SCHEDULES,
      LEASE_MS,
    );
    for (;;) {
      const due = (await this.#worker.getNextJob(token, { block: false })) as BullJob<Scheduled, null> | undefined;
      if (!due) return;
      await this.#submit(due);
      await due.moveToCompleted(null, token, false);
    }
  }

  /** Takes what workers that died had begun to submit from them. */
  async rescue(): Promise<void> {
    await this.#worker?.getBackend().moveStalledJobsToWait();
  }

  async close(): Promise<void> {
    await within(MOST_CLOSE_MS, Promise.all([this.#worker?.close(true), this.#queue?.close()]));
  }

  /** BullMQ's queue, opened where Redis is there. */
  async #ready(): Promise<Queue<Scheduled, null>> {
    const { link, keys } = this.#place;
    await link.ready();
    return (this.#queue ??= openBullQueue<Scheduled>({ link, prefix: keys.schedules }, SCHEDULES));
  }

  /** One time of a schedule is one job, however often it is tried. */
  async #submit({
    id = '',
    repeatJobKey: name = '',
    data: { code, ...options },
  }: BullJob<Scheduled, null>): Promise<void> {
    try {
      await submitJob(this.#place, this.#queues, readSubmission(code, { ...options, key: id }), name);
    } catch (error) {
      // A full Redis must not keep what is due from being taken: the next time comes.
      const isRefused = isJobError(error) || (isSegmentError(error) && error.code === 'queue_full');
      if (!isRefused) throw error;
      const redis = await this.#place.link.ready();
      const missed = { at: new Date().toISOString(), reason: error.message };
      await redis.hset(this.#place.keys.missed, name, JSON.stringify(missed));
    }
  }
}

const notThere = (name: string): JobError =>
  new JobError('schedule_not_found', `schedule: there is no schedule '${name}'; segment-lua schedule list shows them`);
