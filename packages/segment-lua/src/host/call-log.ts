import type { CallRecord, ErrorReport } from './run-result.js';

/** A record that is still being written. */
export type OpenRecord = { -readonly [Field in keyof CallRecord]: CallRecord[Field] };

/** Where a call comes from; all of a record that is known when it starts. */
export type CallSite = Pick<CallRecord, 'path' | 'operation' | 'account' | 'effect' | 'line'>;

/** How a call ended; all of a record that is known only then. */
export type CallOutcome = Pick<CallRecord, 'status' | 'error'>;

/** Records the calls of one run. */
export interface CallLog {
  readonly records: readonly CallRecord[];
  /** Starts the clock of a call. */
  readonly start: (site: CallSite) => StartedCall;
}

/** A call that is being made. */
export interface StartedCall {
  readonly record: OpenRecord;
  /** Stops the clock and puts the record into the log. */
  readonly end: (outcome: CallOutcome) => void;
}

/** @param onCall Told of each call as it ends. */
export const createCallLog = (onCall?: (call: CallRecord) => void): CallLog => {
  const records: CallRecord[] = [];
  return {
    records,
    start(site) {
      const started = performance.now();
      const record: OpenRecord = { ...site, ms: 0, status: 'ok' };
      return {
        record,
        end(outcome) {
          Object.assign(record, outcome, { ms: Math.round((performance.now() - started) * 100) / 100 });
          records.push(record);
          onCall?.(record);
        },
      };
    },
  };
};

/** An error's code and message, whatever was thrown. */
export const reportError = (error: unknown): ErrorReport => {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return { code: takeText(code) ?? 'runtime', message: takeText(message) ?? String(error) };
};

const takeText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
