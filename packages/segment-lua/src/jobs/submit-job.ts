import { addJobs } from '@moonwire/segment-sdk/bullmq';

import { JobError } from './job-error.js';
import type { OpenPlace } from './job-place.js';
import type { Submission } from './job-spec.js';
import type { TenantQueues } from './tenant-queue.js';

/** A job that Redis has. */
export interface Submitted {
  readonly id: string;
  /** False where it had been submitted before, under its key. */
  readonly isNew: boolean;
}

/**
 * Puts a script into its tenant's line; when this resolves, Redis has it.
 * @param schedule The schedule that it is of.
 * @throws JobError `quota_waiting`, `quota_day`, `key_conflict`. SegmentError `queue_failed`, `queue_full`
 */
export const submitJob = async (
  { link, keys, check }: OpenPlace,
  queues: TenantQueues,
  submission: Submission,
  schedule?: string,
): Promise<Submitted> => {
  const { id, tenant, priority, spec, hash } = submission;
  await check();
  const redis = await link.ready();
  await link.checkRoom(spec.length);
  const record = keys.records + id;
  const coming = keys.coming + tenant;
  const [verdict, fact] = await redis.mwJobAdmit(
    4,
    record,
    keys.limits,
    coming,
    keys.day + tenant,
    tenant,
    id,
    keys.queues,
  );
  if (verdict === 'known' && fact !== hash) throw conflict(id);
  if (verdict === 'known') return { id, isNew: false };
  if (verdict !== 'admitted') throw refused(verdict, tenant, Number(fact));
  const fields = describe(submission, schedule);
  const given = [record, coming, keys.index + tenant, keys.tenants, keys.ready, keys.served];
  await addJobs(redis, [queues.of(tenant).ticketOf(id, priority)], (transaction) =>
    transaction.mwJobEnter(given.length, ...given, id, tenant, keys.onWaiting, ...fields),
  );
  return { id, isNew: true };
};

/** Fields of a record and their values. */
const describe = ({ tenant, hash, spec, priority, rerun, name, account }: Submission, schedule?: string) =>
  Object.entries({ tenant, hash, spec, priority, rerun, name, account, schedule }).flatMap(([field, value]) =>
    value === undefined ? [] : [field, value],
  );

const conflict = (id: string): JobError =>
  new JobError(
    'key_conflict',
    `submit: another script, or the same with other options, was submitted under this key (job ${id}); use a key of its own`,
  );

const refused = (verdict: 'waiting' | 'day', tenant: string, limit: number): JobError =>
  verdict === 'waiting'
    ? new JobError('quota_waiting', `submit: ${limit} scripts of tenant '${tenant}' wait already, which is its limit`)
    : new JobError(
        'quota_day',
        `submit: tenant '${tenant}' has submitted ${limit} scripts today, which is its limit; a day begins at 00:00 UTC`,
      );
