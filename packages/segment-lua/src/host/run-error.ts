import type { LuaError } from '@moonwire/lua-bridge';

import { DeadlineError } from './deadline.js';
import type { Deliveries, RunError } from './run-result.js';

/** A script's error as the run reports it. */
export const describeScriptError = (error: LuaError): RunError => {
  const { cause } = error;
  if (cause instanceof DeadlineError) return { code: cause.code, message: cause.message, reason: cause.message, cause };
  const { code, message, reason, line, traceback, suggestion, field } = error;
  return {
    code,
    message,
    reason,
    ...(line > 0 && { line }),
    ...(traceback !== '' && { traceback }),
    ...(suggestion !== undefined && { suggestion }),
    ...(field !== undefined && { field }),
    cause: error.cause ?? error,
  };
};

/** The error of a run whose script ended well and whose events did not all arrive; undefined when they did. */
export const describeUndelivered = (deliveries: Deliveries, chunk: string): RunError | undefined => {
  const [first] = deliveries.failed;
  if (first === undefined) return undefined;
  const count = deliveries.failed.length;
  const events =
    deliveries.queued === 1
      ? 'the event was'
      : `${count} of ${deliveries.queued} events ${count === 1 ? 'was' : 'were'}`;
  const reason = `${events} not delivered: ${first.error.message}`;
  return { code: 'not_delivered', message: `${chunk}:${first.line}: ${reason}`, reason, line: first.line };
};
