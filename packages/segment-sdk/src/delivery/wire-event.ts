import { VERSION } from '../../generated/version.js';
import { invalid } from '../contract/errors.js';
import type { TrackingSpec } from '../operations/operation.js';
import { writeJson } from '../schema/exact-json.js';
import { PendingEvent } from './pending-event.js';
import type { Round } from './report.js';

/** Segment's limit for one event, in bytes of UTF-8. */
const MAX_EVENT_BYTES = 32 * 1024;

const encoder = new TextEncoder();
const nodeBuffer = (globalThis as { readonly Buffer?: { readonly byteLength: (text: string) => number } }).Buffer;

/** Length of a text in bytes of UTF-8. */
const byteLength = (text: string): number => (nodeBuffer ? nodeBuffer.byteLength(text) : encoder.encode(text).length);

/** A random id; pages that are not served over HTTPS have no `randomUUID`. */
const randomId = (): string => {
  const id =
    (crypto as { randomUUID?: () => string }).randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');
  // Node joins an id from twenty pieces; V8 keeps them all, ten times the memory, until a character is read.
  id.charCodeAt(0);
  return id;
};

/** What an event's id takes in its JSON beside itself. */
const ID_BYTES = '"messageId":""'.length;

/** The fields every tracking call may carry; its own come on top. */
export interface TrackingInput {
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly messageId?: string;
  readonly timestamp?: string | Date;
  readonly context?: object;
  readonly properties?: object;
  readonly traits?: object;
}

/**
 * Length of an event's JSON in bytes, or an error if it is over Segment's limit.
 *
 * @param more Bytes of what is not in `body`.
 */
export const eventBytes = (operation: string, body: string, more = 0): number => {
  const bytes = byteLength(body) + more;
  if (bytes <= MAX_EVENT_BYTES) return bytes;
  throw invalid(
    operation,
    `the event is ${bytes} bytes long; Segment takes at most ${MAX_EVENT_BYTES} (32 KB)`,
    'event_too_large',
  );
};

const library = { name: '@moonwire/segment-sdk', version: VERSION };

const LIBRARY_ALONE = JSON.stringify({ library });

let writtenAt = 0;
let writtenAs = '';

/** The time as ISO 8601; in a burst many events share one millisecond and need it written once. */
const now = (): string => {
  const ms = Date.now();
  if (ms !== writtenAt) writtenAs = new Date(ms).toISOString();
  writtenAt = ms;
  return writtenAs;
};

const MAPS = ['properties', 'traits'] as const;

let lastAdded = '';

/** What is added to the members of the call, but for an id: events alike share one text. */
const addedTo = ({ type, input: { properties: fields } }: TrackingSpec, input: TrackingInput): string => {
  const { context, timestamp } = input;
  // A call's own map is always there, be it empty: destinations read it without looking.
  const map = MAPS.find((name) => name in fields);
  const added =
    `,"type":"${type}"` +
    (timestamp === undefined ? `,"timestamp":"${now()}"` : '') +
    (map === undefined || input[map] ? '' : `,"${map}":{}`) +
    `,"context":${context ? writeJson({ library, ...context }) : LIBRARY_ALONE},`;
  if (added !== lastAdded) lastAdded = added;
  return lastAdded;
};

/** Writes an event once, at the call, so that later changes to the input cannot reach it. */
export const written = (operation: TrackingSpec, input: TrackingInput, round: Round): PendingEvent => {
  const { name } = operation;
  const added = addedTo(operation, input);
  const own = writeJson(input.context ? { ...input, context: undefined } : input);
  const messageId = input.messageId ?? randomId();
  const event = new PendingEvent(name, messageId, input.userId ?? input.anonymousId ?? '', round);
  if (input.messageId === undefined)
    event.write(own, eventBytes(name, own, ID_BYTES + messageId.length + byteLength(added)), added);
  else {
    // An id that was given stands where the call has it.
    const whole = `{${added.slice(1)}${own.slice(1)}`;
    event.write(whole, eventBytes(name, whole));
  }
  return event;
};
