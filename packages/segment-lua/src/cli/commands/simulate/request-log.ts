import type { BrokenEvent } from '@moonwire/segment-sdk/simulator';
import type { ServedRequest } from '@moonwire/segment-sdk/simulator/server';

/** So many events of a request are named. */
const NAMED = 3;

/** `12:00:01  POST /v1/batch  200  2 events: track "Order Completed" u1, identify u2`. */
export const describeRequest = ({ method, path, status, body }: ServedRequest, time: Date): string => {
  const events = readEvents(path, body);
  const named = events.slice(0, NAMED).map(describeEvent);
  const more = events.length > NAMED ? [`${events.length - NAMED} more`] : [];
  const count = events.length === 1 ? '1 event' : `${events.length.toLocaleString('en')} events`;
  const parts = [time.toTimeString().slice(0, 8), `${method} ${printable(path)}`, status ?? 'no answer'];
  return [...parts, ...(events.length === 0 ? [] : [`${count}: ${[...named, ...more].join(', ')}`])].join('  ');
};

/** The same as data. */
export const describeRequestAsData = ({ method, path, status, ms, body }: ServedRequest, time: Date): object => ({
  time: time.toISOString(),
  method,
  path,
  status: status ?? null,
  ms: Math.round(ms * 10) / 10,
  events: readEvents(path, body).map(({ type, event, name, userId, anonymousId, messageId }) => ({
    ...{ type, event, name, userId, anonymousId, messageId },
  })),
});

/** `12:00:01  blocked: track "Order Complete" u1: event 'Order Complete' is not in the plan`. */
export const describeBroken = ({ event, violations, outcome }: BrokenEvent, time: Date): string => {
  const said = violations.map(({ message }) => printable(message, LONGEST_MESSAGE)).join('; ');
  return `${time.toTimeString().slice(0, 8)}  ${OUTCOMES[outcome]}: ${describeEvent(event.body)}: ${said}`;
};

/** The same as data. */
export const describeBrokenAsData = ({ event, violations, outcome }: BrokenEvent, time: Date): object => {
  const { type, event: name, userId, anonymousId, messageId } = event;
  return {
    time: time.toISOString(),
    outcome,
    violations,
    event: { type, event: name, userId, anonymousId, messageId },
  };
};

const OUTCOMES: Readonly<Record<BrokenEvent['outcome'], string>> = {
  allowed: 'breaks the plan',
  omitted: 'without what breaks the plan',
  blocked: 'blocked, for it breaks the plan',
};

type Event = Readonly<Record<string, unknown>>;

/** The events in a body of the Tracking API; the type of a single one is in its path. */
const readEvents = (path: string, body: string): readonly Event[] => {
  if (!path.startsWith('/v1/')) return [];
  const parsed = parse(body);
  const { batch } = parsed;
  if (Array.isArray(batch)) return batch.filter(isRecord);
  return Object.keys(parsed).length === 0 ? [] : [{ type: /^\/v1\/(\w+)/.exec(path)?.[1], ...parsed }];
};

const parse = (body: string): Event => {
  try {
    const value: unknown = JSON.parse(body);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
};

const isRecord = (value: unknown): value is Event =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const describeEvent = ({ type, event, name, userId, anonymousId }: Event): string =>
  [type, event ?? name, userId ?? anonymousId]
    .flatMap((part) => (typeof part === 'string' && part !== '' ? [printable(part)] : []))
    .join(' ');

const LONGEST = 60;
const LONGEST_MESSAGE = 300;

/** Nobody else's text moves the cursor of this terminal. */
const printable = (text: string, longest = LONGEST): string => {
  const plain = text.replace(/\p{Cc}/gu, '?');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};
