import { invalid } from '../contract/errors.js';
import type { TrackingSpec } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { badField, problemIn, typeOf } from '../schema/json-value.js';
import type { MutableEvent } from './context.js';

type Fields = Readonly<Record<string, unknown>>;

/** Which fields the calls of the other library read; all others they pass over. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  identify: ['userId', 'anonymousId', 'traits'],
  group: ['groupId', 'userId', 'anonymousId', 'traits'],
  track: ['event', 'userId', 'anonymousId', 'properties'],
  page: ['category', 'name', 'userId', 'anonymousId', 'properties'],
  screen: ['category', 'name', 'userId', 'anonymousId', 'properties'],
  alias: ['userId', 'previousId'],
};

/** The type of a call of the other library. */
export type EventType = 'identify' | 'group' | 'track' | 'page' | 'screen' | 'alias';

const COMMON = ['timestamp', 'messageId', 'context', 'integrations'];

/**
 * The event of a call.
 * @throws {SegmentError} `invalid_input` for what the other library refuses by throwing: no id of a user or group, an
 * id, event or `messageId` that is no text, properties or traits that are no object.
 */
export const readEvent = (type: EventType, params: object): MutableEvent => {
  const given = params as Fields;
  const names = [...(FIELDS[type] as string[]), ...COMMON];
  const event: MutableEvent = { type };
  for (const name of names) if (given[name] != null) event[name] = given[name];
  const map = names.find((name) => name === 'properties' || name === 'traits');
  if (map !== undefined) event[map] ??= {};
  event.integrations ??= {};
  checkEvent(type, event);
  // Segment reads the category of a page from its properties as well.
  if (type === 'page' && event.category !== undefined)
    event.properties = { ...(event.properties as object), category: event.category };
  return event;
};

const checkEvent = (type: EventType, event: MutableEvent): void => {
  const id = ['userId', 'anonymousId', 'groupId', 'previousId'].find((name) => event[name] !== undefined);
  if (id === undefined) throw invalid(type, { message: "missing field 'userId' or 'anonymousId'", field: 'userId' });
  for (const name of [id, 'messageId', ...(type === 'track' ? ['event'] : [])])
    if (name in event ? typeof event[name] !== 'string' : name === 'event')
      throw invalid(type, badField(name, 'string', event[name]));
  for (const name of ['properties', 'traits'])
    if (name in event && typeOf(event[name]) !== 'object') throw invalid(type, badField(name, 'object', event[name]));
};

/**
 * The operation that sends an event, which takes more than that of `createSegment`: a page without a name, empty texts,
 * and what plugins added.
 */
export const looseOperation = ({ type, ...event }: MutableEvent): TrackingSpec => {
  const strict = trackingOperations.find(({ name }) => name === type) as TrackingSpec;
  const own = Object.entries(event).filter(([name]) => !COMMON.includes(name));
  const properties = Object.fromEntries(own.map(([name, value]) => [name, { type: typeOf(value) as 'string' }]));
  return { ...strict, input: { type: 'object', properties, required: [], additionalProperties: false } };
};

/** What an event is written as: values that JSON would change are what JSON makes of them, moments have an offset. */
export const writeFields = (event: MutableEvent): object =>
  Object.fromEntries(
    Object.entries(event)
      .filter(([name]) => name !== 'type')
      .map(([name, value]) => [name, name === 'timestamp' ? writeMoment(value) : writeValue(value)]),
  );

const writeValue = (value: unknown): unknown =>
  typeof value === 'object' && problemIn(value, '') !== undefined
    ? (JSON.parse(JSON.stringify(value)) as unknown)
    : value;

/** Of a time without an offset the other library leaves it to Segment, which takes it as UTC. */
const writeMoment = (value: unknown): unknown => {
  const text = typeof value === 'string' && /T[\d:.]+$/.test(value) ? `${value}Z` : value;
  if (typeof text === 'string' && text.includes('T')) return text;
  const moment = new Date(text as string);
  return Number.isNaN(moment.getTime()) ? value : moment.toISOString();
};
