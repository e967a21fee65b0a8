import { computed, signal } from '@preact/signals-core';

import { currentRun } from '../state/run.js';
import { indexCalls, type LineCalls } from './call-index.js';
import { eventRows, selectedKey, selectedRow } from './event-rows.js';
import { findCall } from './received-event.js';

/** Line by line, what the run on show called. */
export const lineCalls = computed((): readonly LineCalls[] => [
  ...indexCalls(currentRun.value?.calls ?? []).byLine.values(),
]);

/** The line under the pointer, in the script or in the list. */
export const pointedLine = signal<number | undefined>(undefined);

/** The line that is marked: the one pointed at, or else that of the event on show. */
export const markedLine = computed((): number | undefined => {
  if (pointedLine.value !== undefined) return pointedLine.value;
  const row = selectedRow.value;
  return row?.kind === 'event' ? findCall(currentRun.value, row.event)?.line : undefined;
});

/** Shows the first event that a line made, if it made one. */
export const selectLine = (line: number): void => {
  const row = eventRows.value.find(
    (candidate) => candidate.kind === 'event' && findCall(currentRun.value, candidate.event)?.line === line,
  );
  if (row) selectedKey.value = row.key;
};
