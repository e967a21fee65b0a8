/** What a tenant may have run. Kept in Redis: they hold on all machines at once. */
export interface JobLimits {
  /** Scripts that run at a time, on all machines. Default 4. */
  readonly concurrency: number;
  /** Scripts that wait. Default 10,000. */
  readonly waiting: number;
  /** Scripts that are submitted in a day, by UTC; 0: as many as there may be. Default 0. */
  readonly perDay: number;
  /** Ended scripts of which everything is kept; then the oldest is forgotten. Default 1,000. */
  readonly kept: number;
  /** For how long it is kept, in seconds. Default a week. */
  readonly keptSeconds: number;
}

/** What holds for tenants of which nothing else is said. */
export const DEFAULT_LIMITS: JobLimits = {
  concurrency: 4,
  waiting: 10_000,
  perDay: 0,
  kept: 1_000,
  keptSeconds: 7 * 24 * 60 * 60,
};

/** The tenant whose limits are those of all who have none of their own. */
export const EVERYONE = '*';
