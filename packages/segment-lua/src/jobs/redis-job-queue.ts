import { checkLimits } from './check-limits.js';
import { JobError } from './job-error.js';
import { listenTo } from './job-news.js';
import { type JobPlace, type OpenPlace, openPlace } from './job-place.js';
import { ENDED, type Job, type JobState, type JobSummary, readJob, readSummary, SUMMARY_FIELDS } from './job-record.js';
import { JobSchedules } from './job-schedules.js';
import { checkTenant, type JobOptions, readSubmission } from './job-spec.js';
import { DEFAULT_LIMITS, EVERYONE, type JobLimits } from './scripts/limits.js';
import { submitJob, type Submitted } from './submit-job.js';
import { TenantQueues } from './tenant-queue.js';

/** Which jobs are listed. */
export interface ListOptions {
  /** Default: those of all tenants. */
  readonly tenant?: string | undefined;
  /** Default: whatever their state. */
  readonly state?: JobState | undefined;
  /** So many at most, those submitted last first. Default 100. */
  readonly limit?: number | undefined;
}

/** How long somebody waits for the end of a job. */
export interface WaitOptions {
  /** Milliseconds. Default: as long as it takes. */
  readonly timeoutMs?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What waits and runs of a tenant. */
export interface TenantStats {
  readonly tenant: string;
  readonly waiting: number;
  readonly running: number;
  readonly limits: JobLimits;
}

/** No worker of this process: tickets are put, not taken. */
const NO_LEASE_MS = 10_000;

/** How long nothing may be heard of a job before it is looked at again, in milliseconds. */
const LOOK_MS = 2_000;

/** Jobs of a tenant that are looked through for those of a state. */
const MOST_SEEN = 10_000;

/** The queue of scripts for one target. */
export class RedisJobQueue {
  readonly schedules: JobSchedules;
  readonly #place: OpenPlace;
  readonly #queues: TenantQueues;

  constructor(options: JobPlace) {
    this.#place = openPlace(options);
    this.#queues = new TenantQueues(this.#place, NO_LEASE_MS);
    this.schedules = new JobSchedules(this.#place, this.#queues);
  }

  async submit(code: string, options: JobOptions = {}): Promise<Submitted> {
    return submitJob(this.#place, this.#queues, readSubmission(code, options));
  }

  async show(id: string): Promise<Job> {
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const [fields, notes] = await Promise.all([redis.hgetall(keys.records + id), redis.lrange(keys.notes + id, 0, -1)]);
    const job = readJob(id, fields, notes);
    if (!job) throw notFound(id);
    return job;
  }

  async list({ tenant, state, limit = 100 }: ListOptions = {}): Promise<readonly JobSummary[]> {
    if (tenant !== undefined) checkTenant(tenant);
    const redis = await this.#place.link.ready();
    const tenants = tenant === undefined ? await redis.smembers(this.#place.keys.tenants) : [tenant];
    const most = state === undefined ? limit : MOST_SEEN;
    const all = (await Promise.all(tenants.map((one) => this.#listOf(one, most)))).flat();
    return all
      .filter((job) => state === undefined || job.state === state)
      .sort((one, other) => (one.submittedAt < other.submittedAt ? 1 : -1))
      .slice(0, limit);
  }

  async cancel(id: string): Promise<JobState> {
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const tenant = await redis.hget(keys.records + id, 'tenant');
    if (tenant === null) throw notFound(id);
    const given = [keys.records + id, keys.notes + id, keys.kept + tenant, keys.index + tenant, keys.limits];
    const names = [keys.onCancel, keys.records, keys.notes, keys.onEnded + id];
    const state = await redis.mwJobCancel(given.length, ...given, id, tenant, ...names);
    if (state === null) throw notFound(id);
    if (state === 'waiting') await this.#queues.of(tenant).remove(id);
    return state as JobState;
  }

  async wait(id: string, { timeoutMs = Infinity, signal }: WaitOptions = {}): Promise<Job> {
    const end = performance.now() + timeoutMs;
    let heard: () => void = () => undefined;
    const news = listenTo(this.#place.link, [this.#place.keys.onEnded + id], () => {
      heard();
    });
    const stop = (): void => {
      heard();
    };
    signal?.addEventListener('abort', stop);
    try {
      await news.ready;
      for (;;) {
        const said = new Promise<void>((resolve) => (heard = resolve));
        const job = await this.show(id);
        if (ENDED.includes(job.state)) return job;
        signal?.throwIfAborted();
        const leftMs = end - performance.now();
        if (leftMs <= 0) throw new JobError('wait_timeout', `wait: job ${id} is still ${job.state}`);
        const timer = setTimeout(heard, Math.min(leftMs, LOOK_MS));
        await said;
        clearTimeout(timer);
      }
    } finally {
      signal?.removeEventListener('abort', stop);
      news.close();
    }
  }

  async stats(): Promise<readonly TenantStats[]> {
    const redis = await this.#place.link.ready();
    const tenants = (await redis.smembers(this.#place.keys.tenants)).sort();
    return Promise.all(
      tenants.map(async (tenant) => {
        const { queue } = this.#queues.of(tenant);
        const [{ wait = 0, prioritized = 0, active = 0 }, limits] = await Promise.all([
          queue.getJobCounts('wait', 'prioritized', 'active'),
          this.limits(tenant),
        ]);
        return { tenant, waiting: wait + prioritized, running: active, limits };
      }),
    );
  }

  async limit(tenant: string, limits: Partial<JobLimits>): Promise<JobLimits> {
    if (tenant !== EVERYONE) checkTenant(tenant);
    checkLimits(limits);
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const known = JSON.parse((await redis.hget(keys.limits, tenant)) ?? '{}') as Partial<JobLimits>;
    await redis.hset(keys.limits, tenant, JSON.stringify({ ...known, ...limits }));
    // Those that waited for a place may have one now.
    await redis.publish(keys.onWaiting, '');
    return this.limits(tenant);
  }

  async limits(tenant: string): Promise<JobLimits> {
    const redis = await this.#place.link.ready();
    const found = await redis.hmget(this.#place.keys.limits, EVERYONE, tenant);
    const set = found.map((text) => JSON.parse(text ?? '{}') as Partial<JobLimits>);
    return Object.assign({}, DEFAULT_LIMITS, ...set) as JobLimits;
  }

  explain(error: unknown): unknown {
    return this.#place.link.explain(error);
  }

  async close(): Promise<void> {
    await Promise.all([this.#queues.close(), this.schedules.close()]);
    this.#place.link.close();
  }

  async #listOf(tenant: string, limit: number): Promise<JobSummary[]> {
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const ids = await redis.zrevrange(keys.index + tenant, 0, limit - 1);
    const rows = await Promise.all(ids.map((id) => redis.hmget(keys.records + id, ...SUMMARY_FIELDS)));
    return rows.flatMap((row, at) => {
      const fields = Object.fromEntries(SUMMARY_FIELDS.map((name, place) => [name, row[place]]));
      return readSummary(ids[at] ?? '', fields) ?? [];
    });
  }
}

const notFound = (id: string): JobError =>
  new JobError('job_not_found', `there is no job '${id}' for this target, or it is kept no longer`);
