import type { CallRecord } from '@moonwire/segment-lua';

import type { FromWorker } from '../protocol/messages.js';

/** Tells the page of what a run prints and calls, much at a time. */
export interface RunReporter {
  readonly print: (text: string) => void;
  readonly call: (call: CallRecord) => void;
  /** Tells of what came since. */
  readonly flush: () => void;
}

/** A message costs the page more than what is in it: what comes waits for more for so long. */
const PATIENCE_MS = 10;

/** Gathers what a run says, of which there may be thousands of pieces in a moment. */
export const createRunReporter = (post: (message: FromWorker) => void): RunReporter => {
  let printed = '';
  let calls: CallRecord[] = [];
  let last = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (printed !== '') post({ type: 'output', text: printed });
    if (calls.length > 0) post({ type: 'calls', calls });
    [printed, calls, last] = ['', [], performance.now()];
  };
  const wait = (): void => {
    if (performance.now() - last >= PATIENCE_MS) flush();
    else timer ??= setTimeout(flush, PATIENCE_MS);
  };
  return {
    flush,
    print: (text) => {
      printed += text;
      wait();
    },
    call: (call) => {
      calls.push(call);
      wait();
    },
  };
};
