import { respond, type SimulatorResponse } from '../operations/simulated-route.js';
import { readBase64 } from './base64.js';
import { type JsonObject, receiveEvents } from './received-event.js';
import { EVENT_TYPES, findTrackingRoute, type TrackingRoute } from './tracking-routes.js';
import type { ReceivedEvent, SimulatorRequest } from './types.js';

/** The documented limits: bytes of UTF-8, not characters. */
const MAX_EVENT_BYTES = 32 * 1024;
const MAX_BATCH_BYTES = 500 * 1024;
const MAX_BATCH_EVENTS = 2_500;

const CORS = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, content-encoding, x-retry-count',
};

/** An error as the Tracking API words it: libraries read its `code` and `message`. */
export const refuseTracking = (message: string, status = 400, code = 'invalid_request'): SimulatorResponse =>
  respond(status, { success: false, code, message }, CORS);

const ACCEPTED = respond(200, { success: true }, CORS);

/** A picture of one pixel, in ASCII. */
const GIF = 'GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02L\x01\0;';

const PIXEL: SimulatorResponse = { status: 200, headers: { 'content-type': 'image/gif', ...CORS }, body: GIF };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The size of an event; one that is nested deeper than can be written is larger than any. */
const sizeOf = (event: unknown): number => {
  try {
    return bytesOf(JSON.stringify(event));
  } catch {
    return Infinity;
  }
};

const parse = (body: string): JsonObject | undefined => {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** The key that came as the user of Basic authentication; `undefined` if it cannot be read. */
const readKey = (authorization = ''): string | undefined => {
  const [, encoded] = /^Basic\s+(.+)$/i.exec(authorization) ?? [];
  if (encoded === undefined) return '';
  const decoded = readBase64(encoded);
  // Without the colon it is no user name, and Segment drops the event without a word.
  return decoded?.includes(':') === false ? '' : decoded?.slice(0, decoded.indexOf(':'));
};

/** The events of a request, or the answer that refuses it. */
const readEvents = (route: TrackingRoute, body: string, writeKey: string): ReceivedEvent[] | SimulatorResponse => {
  const isBatch = route.kind === 'batch';
  if (bytesOf(body) > (isBatch ? MAX_BATCH_BYTES : MAX_EVENT_BYTES + 1_024))
    return refuseTracking('The request is too large');
  const content = parse(body);
  if (!content) return refuseTracking('The body is not a JSON object');
  const events: unknown = 'type' in route ? [{ ...content, type: route.type }] : content.batch;
  if (!Array.isArray(events) || !events.every(isObject)) return refuseTracking('batch must be an array of events');
  if (events.some((event) => sizeOf(event) > MAX_EVENT_BYTES)) return refuseTracking('An event is larger than 32 KB');
  // Segment answers 200 and takes none of them.
  if (events.length > MAX_BATCH_EVENTS) return [];
  const key = typeof content.writeKey === 'string' && content.writeKey !== '' ? content.writeKey : writeKey;
  return receiveEvents(
    events.filter(({ type }) => EVENT_TYPES.has(String(type))),
    key,
  );
};

/** What analytics.js loads before it sends: that it is to send here. */
const writeSettings = (apiKey: string, host: string): SimulatorResponse => {
  const target = { apiKey, apiHost: `${host}/v1`, protocol: 'http', unbundledIntegrations: [] };
  return respond(200, { integrations: { 'Segment.io': target }, plan: {}, edgeFunction: {} }, CORS);
};

/** Who may send. */
export interface Gate {
  /** Whether a token of OAuth is one that was handed out. */
  readonly admits: (token: string) => boolean;
}

/** The simulated Tracking API. @param accept Receives what Segment would keep. */
export const answerTracking = (
  { method, path, headers }: SimulatorRequest,
  body: string,
  gate: Gate,
  accept: (event: ReceivedEvent) => void,
): SimulatorResponse => {
  const [pathname = '', ...query] = path.split('?');
  if (method === 'OPTIONS') return { status: 204, headers: CORS, body: '' };
  const route = findTrackingRoute(pathname);
  if (!route) return refuseTracking(`There is nothing at ${pathname}`, 404, 'not_found');
  const isRead = route.kind === 'pixel' || route.kind === 'settings';
  if (method !== (isRead ? 'GET' : 'POST'))
    return refuseTracking(`${method} is not allowed`, 405, 'method_not_allowed');
  if (route.kind === 'settings') return writeSettings(route.writeKey, headers.host ?? 'localhost');
  if (route.kind === 'metrics') return ACCEPTED;
  const [, token] = /^Bearer\s+(.+)$/i.exec(headers.authorization ?? '') ?? [];
  if (token !== undefined && !gate.admits(token)) return refuseTracking('The token is not valid', 401, 'unauthorized');
  const key = readKey(headers.authorization);
  if (key === undefined) return refuseTracking('The authorization is not base64');
  const data = new URLSearchParams(query.join('?')).get('data') ?? '';
  const sent = route.kind === 'pixel' ? readBase64(data) : body;
  if (sent === undefined) return refuseTracking('data is not base64');
  const events = readEvents(route, sent, key);
  if (!Array.isArray(events)) return events;
  for (const event of events) accept(event);
  return route.kind === 'pixel' ? PIXEL : ACCEPTED;
};
