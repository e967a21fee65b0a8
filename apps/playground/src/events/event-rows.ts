import { computed, signal } from '@preact/signals-core';

import type { Exchange } from '../protocol/exchange.js';
import { currentRun } from '../state/run.js';
import { listReceivedEvents, type ReceivedEvent } from './received-event.js';

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

const holds = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted);

const matches = (event: ReceivedEvent, type: string | undefined, wanted: string): boolean =>
  (type === undefined || event.type === type) &&
  (wanted === '' || holds(JSON.stringify(event.body), wanted) || holds(event.exchange.account ?? '', wanted));

const listRows = (exchange: Exchange, type: string | undefined, wanted: string): EventRow[] => {
  const received = listReceivedEvents(exchange);
  const events = received.filter((event) => matches(event, type, wanted));
  const filtered = type !== undefined || wanted !== '';
  const isSought = wanted !== '' && type === undefined && holds(exchange.url, wanted);
  if (filtered && events.length === 0 && !isSought) return [];
  return [
    { kind: 'request', key: `request-${exchange.id}`, exchange, events: received },
    ...events.map((event): EventRow => ({ kind: 'event', key: `event-${event.messageId}`, event })),
  ];
};

/** The lines of the list, filtered. */
export const eventRows = computed((): readonly EventRow[] => {
  const wanted = searchText.value.trim().toLowerCase();
  const type = typeFilter.value;
  return currentRun.value?.exchanges.flatMap((exchange) => listRows(exchange, type, wanted)) ?? [];
});

/** The types that were received, for the filter. */
export const receivedTypes = computed((): readonly string[] => [
  ...new Set(
    currentRun.value?.exchanges.flatMap((exchange) => listReceivedEvents(exchange).map(({ type }) => type)) ?? [],
  ),
]);

/** How many events were received in all. */
export const receivedCount = computed(
  (): number => currentRun.value?.exchanges.reduce((count, { received }) => count + received.length, 0) ?? 0,
);

/** The key of the line whose detail is on show. */
export const selectedKey = signal<string | undefined>(undefined);

/** The line whose detail is on show, while it is in the list. */
export const selectedRow = computed(() => eventRows.value.find(({ key }) => key === selectedKey.value));
