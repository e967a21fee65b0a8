import { computed, signal } from '@preact/signals-core';

import type { Exchange } from '../protocol/exchange.js';
import { currentRun } from '../state/run.js';
import { listEvents, listReceivedEvents, type ReceivedEvent, writeSearchable } from './received-event.js';

/** A line of the list: a request, or an event that came with the request above it. */
export type EventRow =
  | {
      readonly kind: 'request';
      readonly key: string;
      readonly exchange: Exchange;
      readonly events: readonly ReceivedEvent[];
    }
  | { readonly kind: 'event'; readonly key: string; readonly event: ReceivedEvent };

/** Shows events of this type only. */
export const typeFilter = signal<string | undefined>(undefined);

/** Shows events that hold this text anywhere. */
export const searchText = signal('');

/** Whether the list shows everything. */
export const isUnfiltered = computed(() => typeFilter.value === undefined && searchText.value.trim() === '');

/** Whether an event is one of those that the reader looks for. */
export const isSought = (event: ReceivedEvent): boolean => {
  const wanted = searchText.value.trim().toLowerCase();
  return (
    (typeFilter.value === undefined || event.type === typeFilter.value) &&
    (wanted === '' || writeSearchable(event).includes(wanted))
  );
};

const writeRows = (exchange: Exchange, events: readonly ReceivedEvent[]): readonly EventRow[] => [
  { kind: 'request', key: `request-${exchange.id}`, exchange, events: listReceivedEvents(exchange) },
  ...events.map((event, index): EventRow => ({ kind: 'event', key: `event-${exchange.id}-${index}`, event })),
];

const allRows = new WeakMap<Exchange, readonly EventRow[]>();

const listAllRows = (exchange: Exchange): readonly EventRow[] => {
  const rows = allRows.get(exchange) ?? writeRows(exchange, listReceivedEvents(exchange));
  allRows.set(exchange, rows);
  return rows;
};

const listSoughtRows = (exchange: Exchange): readonly EventRow[] => {
  const rows = listAllRows(exchange);
  const wanted = searchText.value.trim().toLowerCase();
  const isItself = typeFilter.value === undefined && exchange.url.toLowerCase().includes(wanted);
  const sought = rows.filter((row) => row.kind === 'request' || isSought(row.event));
  return sought.length > 1 || isItself ? sought : [];
};

/** The lines of the list, filtered. */
export const eventRows = computed((): readonly EventRow[] => {
  const list = isUnfiltered.value ? listAllRows : listSoughtRows;
  return currentRun.value?.exchanges.flatMap(list) ?? [];
});

/** The types that were received, for the filter. */
export const receivedTypes = computed((): readonly string[] => [
  ...new Set(listEvents(currentRun.value).map(({ type }) => type)),
]);

/** How many events were received in all. */
export const receivedCount = computed(
  (): number => currentRun.value?.exchanges.reduce((count, { received }) => count + received.length, 0) ?? 0,
);

/** The key of the line whose detail is on show. */
export const selectedKey = signal<string | undefined>(undefined);

/** The line whose detail is on show, while it is in the list. */
export const selectedRow = computed(() => eventRows.value.find(({ key }) => key === selectedKey.value));
