import type { CallRecord } from '@moonwire/segment-lua';

import type { FromWorker } from '../protocol/messages.js';

/** Tells of calls, many at a time. */
export interface CallReporter {
  readonly add: (call: CallRecord) => void;
  /** Tells of those that were added since. */
  readonly flush: () => void;
}

/** A message costs the page more than what is in it: calls wait for others for so long. */
const PATIENCE_MS = 10;

/** Gathers the calls of a run, of which there may be thousands in a moment. */
export const createCallReporter = (post: (message: FromWorker) => void): CallReporter => {
  let waiting: CallRecord[] = [];
  let last = 0;
  const flush = (): void => {
    if (waiting.length > 0) post({ type: 'calls', calls: waiting });
    waiting = [];
    last = performance.now();
  };
  return {
    flush,
    add: (call) => {
      waiting.push(call);
      if (performance.now() - last >= PATIENCE_MS) flush();
      else if (waiting.length === 1) setTimeout(flush, PATIENCE_MS);
    },
  };
};
