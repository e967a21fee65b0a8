import { respond, type SimulatorResponse } from '../operations/simulated-route.js';
import { withCredential } from './credential.js';
import type { ReceivedEvent, SimulatorRequest } from './types.js';

const TYPES: ReadonlySet<string> = new Set(['identify', 'track', 'page', 'screen', 'group', 'alias']);

/** The documented limits: bytes of UTF-8, not characters. */
const MAX_EVENT_BYTES = 32 * 1024;
const MAX_BATCH_BYTES = 500 * 1024;
const MAX_BATCH_EVENTS = 2_500;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, content-encoding, x-retry-count',
};

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

const refuse = (message: string, status = 400): SimulatorResponse => respond(status, { success: false, message }, CORS);

const accepted = respond(200, { success: true }, CORS);

const keyInHeader = (authorization = ''): string => {
  const [, encoded] = /^Basic (.+)$/.exec(authorization) ?? [];
  if (encoded === undefined) return '';
  const decoded = new TextDecoder().decode(Uint8Array.from(atob(encoded), (char) => char.charCodeAt(0)));
  // Without the colon it is no user name, and Segment drops the event without a word.
  return decoded.includes(':') ? decoded.slice(0, decoded.indexOf(':')) : '';
};

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const received = (body: JsonObject, type: string, writeKey: string): ReceivedEvent => {
  const fields = ['userId', 'anonymousId', 'event', 'name', 'groupId'] as const;
  const given = fields.flatMap((name): [string, string][] => {
    const value = text(body[name]);
    return value === undefined ? [] : [[name, value]];
  });
  const event = {
    type,
    messageId: text(body.messageId) ?? crypto.randomUUID(),
    ...Object.fromEntries(given),
    receivedAt: new Date().toISOString(),
    body,
  };
  return withCredential(event, 'writeKey', writeKey);
};

const parsed = (body: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const tooLarge = (events: readonly unknown[]): boolean =>
  events.some((event) => bytesOf(JSON.stringify(event)) > MAX_EVENT_BYTES);

/** Segment counts an event only if somebody did it and it came in with a key. */
const counts = ({ writeKey, userId, anonymousId }: ReceivedEvent): boolean =>
  writeKey !== '' && (userId ?? anonymousId) !== undefined;

/** The events of one request, or the answer that refuses it. */
const eventsOf = (route: string, body: string, writeKey: string): ReceivedEvent[] | SimulatorResponse => {
  const isBatch = route === 'batch';
  if (bytesOf(body) > (isBatch ? MAX_BATCH_BYTES : MAX_EVENT_BYTES + 1_024)) return refuse('The request is too large');
  const content = parsed(body);
  if (!content) return refuse('The body is not a JSON object');
  const key = text(content.writeKey) ?? writeKey;
  const events = isBatch ? content.batch : [{ ...content, type: route }];
  if (!Array.isArray(events) || !events.every(isObject)) return refuse('batch must be an array of events');
  if (tooLarge(events)) return refuse('An event is larger than 32 KB');
  // Segment answers 200 and takes none of them.
  if (events.length > MAX_BATCH_EVENTS) return [];
  return events
    .flatMap((event) => (TYPES.has(String(event.type)) ? [received(event, String(event.type), key)] : []))
    .filter(counts);
};

/** The simulated Tracking API. @param accept Receives what Segment would keep. */
export const answerTracking = (
  { method, path, headers }: SimulatorRequest,
  body: string,
  accept: (event: ReceivedEvent) => void,
): SimulatorResponse => {
  const route = path.split('?', 1).join('').slice('/v1/'.length);
  if (method === 'OPTIONS') return { status: 204, headers: CORS, body: '' };
  if (!TYPES.has(route) && route !== 'batch') return refuse(`There is nothing at ${path}`, 404);
  if (method !== 'POST') return refuse(`${method} is not allowed`, 405);
  const events = eventsOf(route, body, keyInHeader(headers.authorization));
  if (!Array.isArray(events)) return events;
  for (const event of events) accept(event);
  return accepted;
};
