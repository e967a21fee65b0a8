import type { CallRecord } from '@moonwire/segment-lua';

/** The calls that a line of the script made. */
export interface LineCalls {
  /** Of the script that was run, counted from 1. */
  readonly line: number;
  readonly count: number;
  /** `bad` when one of them failed, `waiting` while one is on its way. */
  readonly state: 'good' | 'bad' | 'waiting';
}

/** The calls of a run, by what they made and where they stand. */
export interface CallIndex {
  readonly byMessage: ReadonlyMap<string, CallRecord>;
  readonly byLine: ReadonlyMap<number, LineCalls>;
}

const STATES: Readonly<Record<CallRecord['status'], LineCalls['state']>> = {
  ok: 'good',
  delivered: 'good',
  dropped: 'good',
  dry_run: 'good',
  queued: 'waiting',
  failed: 'bad',
  denied: 'bad',
};

const WORST: readonly LineCalls['state'][] = ['good', 'waiting', 'bad'];

const byMessage = new Map<string, CallRecord>();
const byLine = new Map<number, LineCalls>();
let first: CallRecord | undefined;
let count = 0;

const add = (call: CallRecord): void => {
  const { line, status, messageId } = call;
  if (messageId !== undefined) byMessage.set(messageId, call);
  const known = byLine.get(line);
  const [state, before] = [STATES[status], known?.state ?? 'good'];
  byLine.set(line, {
    line,
    count: (known?.count ?? 0) + 1,
    state: WORST.indexOf(state) > WORST.indexOf(before) ? state : before,
  });
};

/** Indexes the calls of a run, of which there may be many, going on from where it was: a list of calls only grows. */
export const indexCalls = (calls: readonly CallRecord[]): CallIndex => {
  if (calls[0] !== first || calls.length < count) {
    byMessage.clear();
    byLine.clear();
    [first, count] = [calls[0], 0];
  }
  for (; count < calls.length; count += 1) add(calls[count] as CallRecord);
  return { byMessage, byLine };
};
