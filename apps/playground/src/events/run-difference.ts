import { computed, signal } from '@preact/signals-core';
import { diffArrays } from 'diff/lib/diff/array.js';

import { currentRun, isLive, isRunning, previousRun } from '../state/run.js';
import { listEvents, type ReceivedEvent } from './received-event.js';

/** What became of an event between two runs. `before` and `after` are what was sent then and now. */
export type EventDifference =
  | { readonly change: 'same' | 'added'; readonly after: ReceivedEvent }
  | { readonly change: 'removed'; readonly before: ReceivedEvent }
  | { readonly change: 'changed'; readonly before: ReceivedEvent; readonly after: ReceivedEvent };

/** Fields that differ every time without meaning anything. */
const VOLATILE: ReadonlySet<string> = new Set(['messageId', 'timestamp', 'sentAt', 'originalTimestamp', 'receivedAt']);
const PATIENCE_MS = 500;

/** An event as text that is equal when nothing that matters differs; the account counts. */
export const writeComparable = ({ body, exchange }: ReceivedEvent, indent?: number): string => {
  const meaningful = Object.entries(body).filter(([key]) => !VOLATILE.has(key));
  return JSON.stringify({ account: exchange.account, ...Object.fromEntries(meaningful) }, undefined, indent);
};

const pairOff = (removed: readonly ReceivedEvent[], added: readonly ReceivedEvent[]): EventDifference[] => {
  const differences: EventDifference[] = [];
  for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
    const [before, after] = [removed[index], added[index]];
    if (before && after && before.type === after.type) differences.push({ change: 'changed', before, after });
    else {
      if (before) differences.push({ change: 'removed', before });
      if (after) differences.push({ change: 'added', after });
    }
  }
  return differences;
};

/** Aligns the events of two runs. Two long runs with nothing in common are paired off in order. */
const compareEvents = (before: readonly ReceivedEvent[], after: readonly ReceivedEvent[]): EventDifference[] => {
  const textOf = (event: ReceivedEvent): string => writeComparable(event);
  const changes = diffArrays(before.map(textOf), after.map(textOf), { timeout: PATIENCE_MS });
  if (!changes) return pairOff(before, after);
  const differences: EventDifference[] = [];
  let [removed, added]: [ReceivedEvent[], ReceivedEvent[]] = [[], []];
  let [fromBefore, fromAfter] = [0, 0];
  for (const { added: isAdded, removed: isRemoved, count } of changes) {
    if (isRemoved) removed = before.slice(fromBefore, fromBefore + count);
    if (isAdded) added = after.slice(fromAfter, fromAfter + count);
    if (!isRemoved && !isAdded) {
      differences.push(...pairOff(removed, added));
      [removed, added] = [[], []];
      const same = after.slice(fromAfter, fromAfter + count);
      differences.push(...same.map((event): EventDifference => ({ change: 'same', after: event })));
    }
    if (!isAdded) fromBefore += count;
    if (!isRemoved) fromAfter += count;
  }
  return [...differences, ...pairOff(removed, added)];
};

/** Whether the list shows what differs from the previous run. */
export const comparing = signal(false);

const NONE: ReadonlySet<string> = new Set();

/** The ids of the events that a live run has changed or added. */
export const flashing = computed((): ReadonlySet<string> => {
  if (!isLive.value || isRunning.value || !previousRun.value) return NONE;
  const differences = compareEvents(listEvents(previousRun.value), listEvents(currentRun.value));
  return new Set(
    differences.flatMap((one) => (one.change === 'changed' || one.change === 'added' ? [one.after.messageId] : [])),
  );
});

/** The events of this run against those of the one before. */
export const runDifference = computed((): readonly EventDifference[] =>
  comparing.value ? compareEvents(listEvents(previousRun.value), listEvents(currentRun.value)) : [],
);
