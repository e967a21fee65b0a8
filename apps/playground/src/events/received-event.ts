import type { CallRecord } from '@moonwire/segment-lua';

import type { BrokenEvent, Exchange } from '../protocol/exchange.js';
import type { Run } from '../state/run.js';
import { indexCalls } from './call-index.js';

/** A JSON object off the wire. */
export type WireObject = Readonly<Record<string, unknown>>;

/** An event that Segment received, with the request it came in. */
export interface ReceivedEvent {
  readonly messageId: string;
  /** `track`, `identify`, … */
  readonly type: string;
  /** What it is about: the event's name, the page, the group; for identify the user. */
  readonly title: string;
  /** The user, or the anonymous id. */
  readonly user: string;
  readonly body: WireObject;
  readonly exchange: Exchange;
  /** What it breaks of the plan of its source, if it does. */
  readonly broken?: BrokenEvent;
}

const readText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

const isObject = (value: unknown): value is WireObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readEvents = (body: string | undefined): WireObject[] => {
  const parsed = parse(body ?? '');
  if (!isObject(parsed)) return [];
  return Array.isArray(parsed.batch) ? parsed.batch.filter(isObject) : [parsed];
};

const describeEvent = (body: WireObject, exchange: Exchange): ReceivedEvent => {
  const user = readText(body.userId) ?? readText(body.anonymousId) ?? '';
  const messageId = readText(body.messageId) ?? '';
  const broken = exchange.broken?.find((one) => one.messageId === messageId);
  return {
    messageId,
    type: readText(body.type) ?? 'event',
    title: readText(body.event) ?? readText(body.name) ?? readText(body.groupId) ?? readText(body.previousId) ?? user,
    user,
    body,
    exchange,
    ...(broken && { broken }),
  };
};

const carried = new WeakMap<Exchange, readonly ReceivedEvent[]>();

/** The events a request carried, whether Segment kept them or not. */
const listCarriedEvents = (exchange: Exchange): readonly ReceivedEvent[] => {
  const known = carried.get(exchange);
  if (known) return known;
  const events = readEvents(exchange.body).map((body) => describeEvent(body, exchange));
  carried.set(exchange, events);
  return events;
};

const received = new WeakMap<Exchange, readonly ReceivedEvent[]>();

/** The events that Segment received with a request: those it had not seen before. */
export const listReceivedEvents = (exchange: Exchange): readonly ReceivedEvent[] => {
  const known = received.get(exchange);
  if (known) return known;
  const fresh = new Set(exchange.received);
  const events = listCarriedEvents(exchange).filter(({ messageId }) => fresh.has(messageId));
  received.set(exchange, events);
  return events;
};

/** Every event that Segment received in a run, in order of arrival. */
export const listEvents = (run: Run | undefined): readonly ReceivedEvent[] =>
  run?.exchanges.flatMap(listReceivedEvents) ?? [];

/** The script's call that made an event. */
export const findCall = (run: Run | undefined, { messageId }: ReceivedEvent): CallRecord | undefined =>
  run && indexCalls(run.calls).byMessage.get(messageId);

const searchable = new WeakMap<ReceivedEvent, string>();

/** Everything in an event, and its account, in small letters. */
export const writeSearchable = (event: ReceivedEvent): string => {
  const known =
    searchable.get(event) ??
    `${JSON.stringify(event.body)} ${event.exchange.account ?? ''} ${event.broken?.messages.join(' ') ?? ''}`.toLowerCase();
  searchable.set(event, known);
  return known;
};
