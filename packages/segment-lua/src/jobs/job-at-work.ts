import { setTimeout as pause } from 'node:timers/promises';

import { isSegmentError } from '@moonwire/segment-sdk';

import { reportError } from '../host/call-log.js';
import type { ProposedCall } from '../host/policy.js';
import type { RunResult } from '../host/run-result.js';
import type { RunOptions } from '../host/segment-lua-options.js';
import { queueKey } from './job-keys.js';
import type { OpenPlace } from './job-place.js';
import type { JobState } from './job-record.js';
import { type NotedCall, writeFailure, writeReport } from './job-report.js';
import type { JobSpec } from './job-spec.js';
import type { TenantQueue, Ticket } from './tenant-queue.js';

/** Runs a script: a host's `run`. */
export type RunJob = (code: string, options: RunOptions) => Promise<RunResult>;

/** How a job was left: at its end; waiting again, for others; or it was somebody else's. */
export type Left = Exclude<JobState, 'running'> | 'lost';

/** A job that a worker has taken. */
export interface Taken {
  readonly ticket: Ticket;
  readonly queue: TenantQueue;
  readonly tenant: string;
  readonly token: string;
}

/** Why a script is stopped. */
class StopError extends Error {
  override readonly name = 'StopError';

  constructor(
    readonly why: 'cancelled' | 'closing' | 'lost',
    message: string,
  ) {
    super(message);
  }
}

/** How long nothing is asked after a call that failed, in milliseconds. */
const RETRY_MS = 10;

/** How long Redis is waited for at a time, in milliseconds. */
const AWAY_MS = 1_000;

/** A job at a worker: it is begun, its calls are noted before they are made, it is kept, and ended. */
export class JobAtWork {
  readonly id: string;
  readonly tenant: string;
  readonly #place: OpenPlace;
  readonly #taken: Taken;
  readonly #stopping = new AbortController();
  /** Nobody waits for Redis any longer. */
  readonly #abandoned: AbortSignal;
  #attempt = 0;

  constructor(place: OpenPlace, taken: Taken, abandoned: AbortSignal) {
    this.#place = place;
    this.#taken = taken;
    this.#abandoned = abandoned;
    this.id = taken.ticket.id ?? '';
    this.tenant = taken.tenant;
  }

  /** Runs it to whatever end. @param worker Names whoever runs it. */
  async work(run: RunJob, worker: string): Promise<Left> {
    const { token } = this.#taken;
    const [what, spec = '', attempt = 0] = await this.#ask((redis) => redis.mwJobBegin(1, this.#record, token, worker));
    if (what === 'run') return this.#run(run, JSON.parse(spec) as JobSpec, attempt);
    if (what === 'cancel') return this.#finish('cancelled', '');
    if (what === 'interrupted') return this.#finish('interrupted', await this.#describeInterrupted());
    await this.#leave();
    return 'lost';
  }

  /** Keeps it, and hears whether it is to stop. */
  async beat(leaseMs: number): Promise<void> {
    const { token, tenant } = this.#taken;
    const { link, keys } = this.#place;
    const lock = queueKey(keys, tenant, `${this.id}:lock`);
    const stalled = queueKey(keys, tenant, 'stalled');
    const redis = await link.ready();
    const said = await redis.mwJobBeat(3, this.#record, lock, stalled, token, leaseMs, this.id);
    if (said === 0) this.#lose();
    if (said === 2) this.cancel();
  }

  /** Stops it for good: somebody has cancelled it. */
  cancel(): void {
    this.#stopping.abort(new StopError('cancelled', 'the job was cancelled'));
  }

  /** Stops it because the worker does; others run it if it may be run again. */
  stop(): void {
    this.#stopping.abort(new StopError('closing', 'the worker was stopped'));
  }

  #lose(): void {
    this.#stopping.abort(new StopError('lost', 'another worker has this job by now'));
  }

  get #record(): string {
    return this.#place.keys.records + this.id;
  }

  async #run(run: RunJob, { code, ...options }: JobSpec, attempt: number): Promise<Left> {
    this.#attempt = attempt;
    const { signal } = this.#stopping;
    let end: { readonly state: 'succeeded' | 'failed'; readonly report: string };
    try {
      const result = await run(code, { ...options, signal, beforeCall: (call) => this.#note(call) });
      end = { state: result.ok ? 'succeeded' : 'failed', report: writeReport(result) };
    } catch (error) {
      end = { state: 'failed', report: writeFailure(reportError(error)) };
    }
    // What went well in spite of it has been done.
    const { why } = (signal.aborted && end.state === 'failed' ? signal.reason : {}) as Partial<StopError>;
    if (why === 'closing' && (await this.#putBack())) return 'waiting';
    if (why === 'cancelled') return this.#finish('cancelled', end.report);
    return this.#finish(why === 'closing' ? 'interrupted' : end.state, end.report);
  }

  /** A call is made only by whoever has the job; while Redis is away nobody can know. */
  async #note({ path, operation, account, effect, line }: ProposedCall): Promise<void> {
    const at = new Date().toISOString();
    const call: NotedCall = { path, operation, account, effect, line, at, attempt: this.#attempt };
    const given = [this.#record, this.#place.keys.notes + this.id];
    const { token } = this.#taken;
    const isOurs = await this.#ask((redis) => redis.mwJobNote(2, ...given, token, JSON.stringify(call)));
    if (isOurs === 0) {
      this.#lose();
      throw this.#stopping.signal.reason;
    }
    // It may have been told to stop while it waited.
    this.#stopping.signal.throwIfAborted();
  }

  async #finish(state: 'succeeded' | 'failed' | 'cancelled' | 'interrupted', report: string): Promise<Left> {
    const { keys } = this.#place;
    const { tenant, token } = this.#taken;
    const given = [this.#record, keys.notes + this.id, keys.kept + tenant, keys.index + tenant, keys.limits];
    const names = [keys.records, keys.notes, keys.onEnded + this.id];
    const isOurs = await this.#ask((redis) =>
      redis.mwJobFinish(given.length, ...given, this.id, tenant, token, state, report, ...names),
    );
    await this.#leave();
    return isOurs === 1 ? state : 'lost';
  }

  /** Gives up the place in the line. */
  async #leave(): Promise<void> {
    const { ticket, token } = this.#taken;
    // BullMQ refuses where somebody else has taken it, who does the same.
    await ticket.moveToCompleted(null, token, false).catch(() => undefined);
  }

  async #putBack(): Promise<boolean> {
    const { ticket, token, tenant } = this.#taken;
    const { keys } = this.#place;
    if ((await this.#ask((redis) => redis.mwJobPutBack(1, this.#record, token))) === 0) return false;
    await ticket.moveToWait(token).catch(() => undefined);
    await this.#ask((redis) => redis.mwJobReady(2, keys.ready, keys.served, keys.onWaiting, tenant));
    return true;
  }

  async #describeInterrupted(): Promise<string> {
    const count = await this.#ask((redis) => redis.hget(this.#record, 'calls'));
    const calls = count === '1' ? 'a call' : `${String(count)} calls`;
    const message = `its worker died when it had made, or was about to make, ${calls}; it is not run again, because rerun is 'before-calls'`;
    return writeFailure({ code: 'interrupted', message });
  }

  /** Asks Redis, and waits for it while it is away. */
  async #ask<Answer>(
    question: (redis: Awaited<ReturnType<OpenPlace['link']['ready']>>) => Promise<Answer>,
  ): Promise<Answer> {
    const { link } = this.#place;
    for (;;) {
      try {
        return await question(await link.ready());
      } catch (error) {
        // To ask again does no harm.
        if (this.#abandoned.aborted || !isSegmentError(link.explain(error))) throw error;
        // A connection that has just been lost counts as there until its end has been heard of.
        await pause(RETRY_MS);
        await link.back(AWAY_MS);
      }
    }
  }
}
