import type { LuaError } from '@moonwire/lua-bridge';

import type { Deliveries, RunError } from './run-result.js';

/** Every package of the family ends a message about an unknown name this way. */
const SUGGESTION = /Did you mean: ([\w.]+)/;

/** A script's error as the run reports it. */
export const describeScriptError = (error: LuaError): RunError => {
  const suggestion = SUGGESTION.exec(error.message)?.[1];
  return {
    code: error.code,
    message: error.message,
    ...(error.line > 0 && { line: error.line }),
    ...(error.traceback !== '' && { traceback: error.traceback }),
    ...(suggestion !== undefined && { suggestion }),
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
  return {
    code: 'not_delivered',
    message: `${chunk}:${first.line}: ${events} not delivered: ${first.error.message}`,
    line: first.line,
  };
};
