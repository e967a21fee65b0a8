import { jsonText } from '../host/json-text.js';
import type { CallRecord, ErrorReport, RunResult } from '../host/run-result.js';

/** What came of a script, as it is kept. */
export interface JobReport extends Omit<RunResult, 'error' | 'values'> {
  /** What the script returned: what JSON can hold of it; left out when it is too much. */
  readonly values: readonly unknown[];
  readonly error?: ErrorReport & { readonly line?: number };
  /** Calls beyond those in `calls`, of which there are at most 1,000. */
  readonly moreCalls?: number;
  /** Whether output or values were more than is kept. */
  readonly isCut?: true;
}

/** Calls, planned requests and failed events that a report has, at most. */
const MOST_ITEMS = 1_000;

/** Characters of output, and of the JSON of values. */
const MOST_TEXT = 256 * 1024;

/** The result of a run as JSON, of a bounded size. */
export const writeReport = (result: RunResult): string => {
  const { error, calls, output, values, planned, deliveries, ...rest } = result;
  const isLong = output.length > MOST_TEXT;
  const isMuch = jsonText(values).length > MOST_TEXT;
  return jsonText({
    ...rest,
    values: isMuch ? [] : values,
    output: isLong ? `${output.slice(0, MOST_TEXT)}\n… the rest is not kept` : output,
    ...((isLong || isMuch) && { isCut: true }),
    ...(error && { error: { code: error.code, message: error.message, line: error.line } }),
    calls: calls.slice(0, MOST_ITEMS),
    ...(calls.length > MOST_ITEMS && { moreCalls: calls.length - MOST_ITEMS }),
    deliveries: { ...deliveries, failed: deliveries.failed.slice(0, MOST_ITEMS) },
    ...(planned && { planned: planned.slice(0, MOST_ITEMS) }),
  });
};

/** Of a run that gave no result. */
export const writeFailure = ({ code, message }: ErrorReport): string =>
  jsonText({
    ok: false,
    target: '',
    values: [],
    output: '',
    error: { code, message },
    calls: [],
    deliveries: { queued: 0, delivered: 0, dropped: 0, failed: [] },
    usage: { timeMs: 0, instructions: 0, memoryBytes: 0, hostCalls: 0, outputBytes: 0, batches: 0 },
  } satisfies JobReport);

/** A call as it is noted before it is made. */
export interface NotedCall extends Pick<CallRecord, 'path' | 'operation' | 'account' | 'effect' | 'line'> {
  /** ISO 8601. */
  readonly at: string;
  /** The attempt that made it; the first is 1. */
  readonly attempt: number;
}
