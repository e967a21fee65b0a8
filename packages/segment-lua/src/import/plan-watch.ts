import { isSegmentError, type SegmentError } from '@moonwire/segment-sdk';
import type { Plan } from '@moonwire/segment-sdk/plan';
import type { WrittenEvent } from '@moonwire/segment-sdk/relay';

import { type PlanSettings, readPlanOptions } from '../host/account-plan.js';
import type { RowPlace, Sender } from './relays.js';
import { createViolationTally, type ViolationTally } from './violation-tally.js';

/** The rows whose events break a plan. */
export interface BrokenRows {
  /** How many there are. */
  readonly rows: () => number;
  /** In which ways they do. */
  readonly tally: ViolationTally;
}

/** Counts what breaks a plan among the events that pass by. */
export interface PlanWatch extends BrokenRows {
  /** Holds events to their plans before another sender gets them. */
  readonly over: (sender: Sender) => Sender;
}

/** Holds one event to the plan of its account. @throws SegmentError `plan_violation` where the plan rejects it. */
type Hold = (event: WrittenEvent, row: RowPlace) => WrittenEvent;

/** @param settings What events are held to, and what becomes of those that break it. */
export const createPlanWatch = (settings: PlanSettings): PlanWatch => {
  const tally = createViolationTally();
  let [rows, last] = [0, 0];
  const note = (event: object, { violations = [] }: SegmentError, row: RowPlace): void => {
    // The events of a row come one after another.
    if (row.number !== last) rows += 1;
    last = row.number;
    tally.add(event, violations, row.isOneOfMany ? `${row.file}:${row.line}` : `line ${row.line}`);
  };
  const openHold = async (account: string): Promise<Hold> => {
    const { plan, ...keeping } = await readPlanOptions(settings, account);
    if (!plan) return (event) => event;
    let row: RowPlace;
    const keep = plan.keep(keeping, [
      {
        onError: (error, event) => {
          note(event as object, error, row);
        },
      },
    ]);
    return (event, of) => {
      row = of;
      return hold(keep, event, (error) => {
        note(JSON.parse(event.body) as object, error, of);
      });
    };
  };
  return { rows: () => rows, tally, over: (sender) => holdBefore(sender, openHold) };
};

const hold = (
  keep: ReturnType<Plan['keep']>,
  event: WrittenEvent,
  onRejected: (error: SegmentError) => void,
): WrittenEvent => {
  let { body, bytes } = event;
  try {
    keep({
      operation: event.operation,
      body,
      write: (rewritten, size) => {
        [body, bytes] = [rewritten, size];
      },
    });
  } catch (error) {
    if (isSegmentError(error)) onRejected(error);
    throw error;
  }
  return { ...event, body, bytes };
};

const holdBefore = (sender: Sender, openHold: (account: string) => Promise<Hold>): Sender => {
  const opening = new Map<string, Promise<Hold>>();
  const opened = new Map<string, Hold>();
  const open = (account: string): Promise<Hold> => {
    const known = opening.get(account) ?? openHold(account);
    opening.set(account, known);
    return known;
  };
  return {
    send(account, event, row) {
      const known = opened.get(account);
      if (known) return sender.send(account, known(event, row), row);
      return open(account).then((found) => {
        opened.set(account, found);
        return sender.send(account, found(event, row), row);
      });
    },
    close: () => sender.close(),
  };
};
