import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

import { JobAtWork, type Left, type RunJob } from './job-at-work.js';
import { JobError } from './job-error.js';
import { type JobNews, listenTo } from './job-news.js';
import { type JobPlace, type OpenPlace, openPlace } from './job-place.js';
import { TenantQueues } from './tenant-queue.js';
import { TICK_MS, Upkeep } from './upkeep.js';

/** How a worker is set up. */
export interface JobWorkerOptions extends JobPlace {
  /**
   * What runs the scripts: the `run` of a host that talks to `target`. It decides about accounts, policies, plans and
   * limits, for which it is told whose script it is; none of these are in Redis.
   */
  readonly run: (code: string, options: Parameters<RunJob>[1], job: { readonly tenant: string }) => ReturnType<RunJob>;
  /** Scripts that it runs at a time. Default 4. */
  readonly concurrency?: number | undefined;
  /**
   * How long the scripts of a worker that died wait for another one, in milliseconds; it is longer than the event loop
   * may stand still. At least 500, default 10,000.
   */
  readonly leaseMs?: number | undefined;
  /** Told of each job that this worker has done with. */
  readonly onLeft?: ((job: { readonly id: string; readonly tenant: string; readonly left: Left }) => void) | undefined;
  /** Told of outages of Redis, and of what else keeps it from working. */
  readonly onError?: ((error: Error) => void) | undefined;
}

/** How many jobs a worker has left in which way. */
export type JobTotals = Readonly<Record<Left, number>>;

/** Runs scripts that were submitted, beside any number of others like it. */
export interface JobWorker {
  readonly totals: () => JobTotals;
  /** Scripts that it runs now. */
  readonly running: () => number;
  /** Resolves when Redis answers. @throws SegmentError `queue_failed` while it is away */
  readonly check: () => Promise<void>;
  /**
   * Takes nothing more and ends what runs. What has not ended in time is stopped: it waits again for others where it
   * may be run from the start, else it is `interrupted`. It ends, whatever Redis does.
   * @param options `timeoutMs`: how long scripts may take to end. Default 30,000.
   */
  readonly close: (options?: { readonly timeoutMs?: number | undefined }) => Promise<JobTotals>;
}

/** How often in a row others may be faster before this worker waits. */
const MOST_MISSED = 8;

const CLOSE_MS = 30_000;

/** How long a job that was stopped may take to be put away, in milliseconds. */
const STOPPED_MS = 5_000;

/**
 * Runs the scripts that were submitted for a target (`createJobQueue`, `segment-lua submit`): of all tenants in turns,
 * whoever has waited longest for a turn first.
 * @throws JobError `invalid_option`
 * @example
 * const sandbox = createLuaWorker({ pool: 4 });
 * const host = createSegmentLua({ accounts, sandbox });
 * const worker = createJobWorker({ target: 'segment', connection: 'redis://queue:6379', run: host.run });
 * process.once('SIGTERM', () => worker.close());
 */
export const createJobWorker = (options: JobWorkerOptions): JobWorker => {
  const { concurrency = 4, leaseMs = 10_000 } = options;
  checkNumber('concurrency', concurrency, 1);
  checkNumber('leaseMs', leaseMs, 500);
  if (typeof options.run !== 'function')
    throw new JobError('invalid_option', "createJobWorker: bad option 'run' (the run of a host expected)");
  const worker = new Worker({ ...options, concurrency, leaseMs });
  return {
    totals: () => ({ ...worker.totals }),
    running: () => worker.running,
    check: () => worker.check(),
    close: ({ timeoutMs = CLOSE_MS } = {}) => worker.close(timeoutMs),
  };
};

const checkNumber = (name: string, value: number, least: number): void => {
  if (!Number.isInteger(value) || value < least)
    throw new JobError(
      'invalid_option',
      `createJobWorker: bad option '${name}' (whole number of at least ${least} expected, got ${value})`,
    );
};

type Settings = JobWorkerOptions & { readonly concurrency: number; readonly leaseMs: number };

class Worker {
  readonly totals: Record<Left, number> = {
    succeeded: 0,
    failed: 0,
    cancelled: 0,
    interrupted: 0,
    waiting: 0,
    lost: 0,
  };
  readonly #settings: Settings;
  readonly #place: OpenPlace;
  readonly #queues: TenantQueues;
  readonly #upkeep: Upkeep;
  readonly #news: JobNews;
  readonly #running = new Map<JobAtWork, Promise<void>>();
  readonly #closing = new AbortController();
  readonly #abandoned = new AbortController();
  readonly #timers: readonly NodeJS.Timeout[];
  readonly #looping: Promise<void>;
  readonly #name = `${hostname()}:${process.pid}`;
  #missed = 0;
  #wake: () => void = () => undefined;
  #closed: Promise<Record<Left, number>> | undefined;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#place = openPlace(settings, settings.onError);
    this.#queues = new TenantQueues(this.#place, settings.leaseMs);
    this.#upkeep = new Upkeep(this.#place, this.#queues, settings.leaseMs);
    const { onCancel, onWaiting } = this.#place.keys;
    this.#news = listenTo(this.#place.link, [onWaiting, onCancel], (channel, message) => {
      if (channel === onCancel) this.#find(message)?.cancel();
      else this.#wake();
    });
    this.#timers = [
      setInterval(() => {
        this.#wake();
      }, TICK_MS),
      setInterval(() => {
        this.#beat();
      }, settings.leaseMs / 3),
    ];
    this.#looping = this.#loop();
  }

  get running(): number {
    return this.#running.size;
  }

  async check(): Promise<void> {
    await (await this.#place.link.ready()).ping();
  }

  close(timeoutMs: number): Promise<Record<Left, number>> {
    return (this.#closed ??= this.#close(timeoutMs));
  }

  async #close(timeoutMs: number): Promise<Record<Left, number>> {
    this.#closing.abort();
    this.#wake();
    await this.#looping;
    await this.#settle(timeoutMs);
    for (const job of this.#running.keys()) job.stop();
    await this.#settle(STOPPED_MS);
    this.#abandoned.abort();
    for (const timer of this.#timers) clearInterval(timer);
    this.#news.close();
    await Promise.all([this.#queues.close(), this.#upkeep.close()]);
    this.#place.link.close();
    return this.totals;
  }

  /** Waits for what runs, for a time in milliseconds. */
  async #settle(ms: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)));
    await Promise.race([over, Promise.all(this.#running.values())]);
    clearTimeout(timer);
  }

  async #loop(): Promise<void> {
    while (!this.#closing.signal.aborted) {
      const awoken = new Promise<void>((resolve) => (this.#wake = resolve));
      const hasTaken = await this.#look().catch((error: unknown) => {
        this.#complain(error);
        return false;
      });
      if (!hasTaken) await awoken;
    }
  }

  /** Takes a job if there is one and a place for it; tells whether to look again at once. */
  async #look(): Promise<boolean> {
    await this.#upkeep.look();
    if (this.#running.size >= this.#settings.concurrency || this.#closing.signal.aborted) return false;
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const given = [keys.ready, keys.served, keys.turn, keys.limits, keys.busy];
    const turn = await redis.mwJobTurn(given.length, ...given, keys.queues);
    if (!turn) return false;
    const [tenant, concurrency] = turn;
    const queue = this.#queues.of(tenant);
    const token = randomUUID();
    const ticket = await queue.take(token, concurrency);
    // Others were faster; there may be more.
    if (!ticket) return (this.#missed = (this.#missed + 1) % MOST_MISSED) > 0;
    this.#missed = 0;
    this.#start(new JobAtWork(this.#place, { ticket, queue, tenant, token }, this.#abandoned.signal));
    return true;
  }

  #start(job: JobAtWork): void {
    const { tenant, id } = job;
    const work = job
      .work((code, options) => this.#settings.run(code, options, { tenant }), this.#name)
      .then((left) => {
        this.totals[left] += 1;
        this.#settings.onLeft?.({ id, tenant, left });
      })
      .catch((error: unknown) => {
        this.#complain(error);
      })
      .finally(() => {
        this.#running.delete(job);
        this.#wake();
      });
    this.#running.set(job, work);
  }

  #beat(): void {
    const { leaseMs } = this.#settings;
    // While Redis is away nobody else can take them.
    for (const job of this.#running.keys()) job.beat(leaseMs).catch(() => undefined);
  }

  #find(id: string): JobAtWork | undefined {
    return [...this.#running.keys()].find((job) => job.id === id);
  }

  #complain(error: unknown): void {
    if (!this.#abandoned.signal.aborted) this.#settings.onError?.(error as Error);
  }
}
