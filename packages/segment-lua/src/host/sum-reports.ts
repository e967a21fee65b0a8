import type { Report } from '@moonwire/segment-sdk';

/** What became of the events of several clients. */
export interface Outcome {
  readonly delivered: number;
  /** Events that their queues still hold. */
  readonly waiting: number;
  /** Events that Segment refused for good. */
  readonly refused: number;
}

/** Adds reports up. */
export const sumReports = (reports: readonly Report[]): Outcome => ({
  delivered: reports.reduce((total, { delivered }) => total + delivered, 0),
  waiting: reports.reduce((total, { queued = 0 }) => total + queued, 0),
  refused: reports.reduce((total, { failed, omitted }) => total + failed.length + omitted, 0),
});
