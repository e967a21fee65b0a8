import type { JobReport, NotedCall } from './job-report.js';
import type { JobSpec, Rerun } from './job-spec.js';

/**
 * How far a job is. `interrupted`: its worker died, or was stopped, when it had made calls, and it may not be run
 * again.
 */
export type JobState = 'waiting' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'interrupted';

/** The states in which a job does not change any more. */
export const ENDED: readonly JobState[] = ['succeeded', 'failed', 'cancelled', 'interrupted'];

/** What there is to know of a job at a glance. Times are ISO 8601. */
export interface JobSummary {
  readonly id: string;
  readonly tenant: string;
  readonly state: JobState;
  /** The name of its script. */
  readonly name: string;
  readonly account?: string;
  readonly priority: number;
  readonly rerun: Rerun;
  /** The schedule that submitted it. */
  readonly schedule?: string;
  readonly submittedAt: string;
  /** When it was last begun. */
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** How often it was begun. */
  readonly attempts: number;
  /** Calls that it has made, or was about to make. */
  readonly calls: number;
  /** The machine and process that runs it, or did. */
  readonly worker?: string;
  /** It is to stop, and has not yet. */
  readonly isStopping?: true;
}

/** All there is to know of a job. */
export interface Job extends JobSummary {
  readonly code: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** What came of it; absent before its end, and of jobs that were cancelled while they waited. */
  readonly report?: JobReport;
  /** Its calls, noted before they were made; the first 1,000. */
  readonly noted: readonly NotedCall[];
}

/** The fields of a record that a summary needs, in their order. */
export const SUMMARY_FIELDS = [
  'state',
  'tenant',
  'name',
  'account',
  'priority',
  'rerun',
  'schedule',
  'submitted',
  'started',
  'ended',
  'attempts',
  'calls',
  'worker',
  'cancel',
] as const;

type Fields = Readonly<Partial<Record<(typeof SUMMARY_FIELDS)[number], string | null>>>;

const timeOf = (text: string): string => new Date(Number(text)).toISOString();

/** Reads what Redis has of a job; undefined where there is none. */
export const readSummary = (id: string, fields: Fields): JobSummary | undefined => {
  const { state, tenant, name, account, priority, rerun, schedule, submitted, started, ended } = fields;
  if (!state || !tenant || !submitted) return undefined;
  const isEnded = ENDED.includes(state as JobState);
  return {
    id,
    tenant,
    state: state as JobState,
    name: name ?? '',
    ...(account && { account }),
    priority: Number(priority ?? 0),
    rerun: (rerun ?? 'before-calls') as Rerun,
    ...(schedule && { schedule }),
    submittedAt: timeOf(submitted),
    ...(started && { startedAt: timeOf(started) }),
    ...(ended && { endedAt: timeOf(ended) }),
    attempts: Number(fields.attempts ?? 0),
    calls: Number(fields.calls ?? 0),
    ...(fields.worker && { worker: fields.worker }),
    ...(fields.cancel && !isEnded && { isStopping: true }),
  };
};

/** Reads a whole record with its noted calls. */
export const readJob = (
  id: string,
  fields: Readonly<Record<string, string>>,
  notes: readonly string[],
): Job | undefined => {
  const summary = readSummary(id, fields);
  if (!summary) return undefined;
  const { code, args = {} } = JSON.parse(fields['spec'] ?? '{}') as JobSpec;
  const { report } = fields;
  return {
    ...summary,
    code,
    args,
    ...(report && { report: JSON.parse(report) as JobReport }),
    noted: notes.map((note) => JSON.parse(note) as NotedCall),
  };
};
