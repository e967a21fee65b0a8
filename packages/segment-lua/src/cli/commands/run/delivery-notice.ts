import type { Plugin } from '@moonwire/segment-sdk';

import type { CallRecord } from '../../../host/run-result.js';
import { sayTarget } from '../../../host/target.js';

/** Tells on standard error what a run waits for, when there is something to tell. */
export interface DeliveryNotice {
  /** To be told of each call as it ends. */
  readonly onCall: (call: CallRecord) => void;
  /** To be told of requests and answers. */
  readonly plugin: Plugin;
  /** Takes the notice away. */
  readonly stop: () => void;
}

/** A wait that is shorter is not worth a word. */
const PATIENCE_MS = 1_000;
/** At a terminal a line is written over; elsewhere each is another line, and there are fewer of them. */
const TERMINAL_MS = 500;
const LINES_MS = 10_000;

/** What is known of the wait. */
interface Wait {
  /** The last answer that was none of success. */
  status: number | undefined;
  attempt: number;
  /** When things last went on. */
  since: number;
  /** When the next attempt is made, where the answer named a time. */
  next: number | undefined;
}

/** Watches a run. @param target Whom its events go to. */
export const watchDelivery = (target: string, stream: NodeJS.WriteStream = process.stderr): DeliveryNotice => {
  const calls: CallRecord[] = [];
  const wait: Wait = { status: undefined, attempt: 0, since: performance.now(), next: undefined };
  const clear = showWait(stream, () => describeWait(calls, wait, target, performance.now()));
  return {
    onCall: (call) => {
      if (call.messageId === undefined) return;
      if (calls.length === 0) wait.since = performance.now();
      calls.push(call);
    },
    plugin: {
      onRequest: ({ attempt }) => {
        wait.attempt = attempt;
        wait.next = undefined;
      },
      onResponse: ({ status, headers }) => {
        const isAccepted = status < 300;
        wait.status = isAccepted ? undefined : status;
        wait.next = isAccepted ? undefined : findNext(headers['retry-after']);
        if (isAccepted) wait.since = performance.now();
      },
    },
    stop: clear,
  };
};

/** Shows what there is to tell, over and over. @returns Ends that, and takes the line away. */
const showWait = (stream: NodeJS.WriteStream, describe: () => string | undefined): (() => void) => {
  const isTerminal = stream.isTTY;
  let shown = 0;
  const clear = (): void => {
    // By blanks: a terminal that wants no colours may know no other escapes either.
    if (shown > 0) stream.write(`\r${' '.repeat(shown)}\r`);
    shown = 0;
  };
  const show = (): void => {
    clear();
    const text = describe();
    if (text === undefined) return;
    const line = isTerminal ? text.slice(0, Math.max(stream.columns - 1, 20)) : `${text}\n`;
    stream.write(line);
    if (isTerminal) shown = line.length;
  };
  const timer = setInterval(show, isTerminal ? TERMINAL_MS : LINES_MS).unref();
  return () => {
    clearInterval(timer);
    clear();
  };
};

/** When a server wants to be asked again. @param after `Retry-After` in seconds (RFC 9110, 10.2.3), if it gave that. */
const findNext = (after: string | undefined): number | undefined =>
  Number(after) > 0 ? performance.now() + Number(after) * 1000 : undefined;

/**
 * `Waiting for Segment (us): 2 of 150 events left, answered 429, retrying in 3 s`, or `…, answered 503, retry 4, 12 s`
 * where the server named no time; undefined while things go on.
 */
export const describeWait = (
  calls: readonly Pick<CallRecord, 'status'>[],
  { status, attempt, since, next }: Wait,
  target: string,
  now: number,
): string | undefined => {
  const left = calls.filter((call) => call.status === 'queued').length;
  const waited = now - since;
  if (left === 0 || waited < PATIENCE_MS) return undefined;
  const tried = attempt === 0 ? [] : [`retry ${attempt}`];
  const time =
    next !== undefined && next > now
      ? [`retrying in ${Math.ceil((next - now) / 1000)} s`]
      : [...tried, `${Math.round(waited / 1000)} s`];
  const answered = status === undefined ? [] : [`answered ${status}`];
  const events = `${left.toLocaleString('en')} of ${calls.length.toLocaleString('en')} events left`;
  return [`Waiting for ${sayTarget(target)}: ${events}`, ...answered, ...time].join(', ');
};
