import { failure, isSegmentError } from '../contract/errors.js';
import type { ApiRequest, QueryValue } from '../operations/step.js';
import { IN_BROWSER } from './attempt.js';
import type { Hold } from './hold.js';
import { readText } from './read-answer.js';
import type { Send } from './send.js';
import { Stop } from './stop.js';
import type { HttpRequest } from './transport.js';

/** Sends one described request and returns the `data` of the answer; the signal aborts it. */
export type PublicApi = (operation: string, request: ApiRequest, signal: AbortSignal | undefined) => Promise<unknown>;

const flatten = (name: string, value: QueryValue): string[] => {
  if (value === undefined) return [];
  if (typeof value !== 'object') return [`${encodeURIComponent(name)}=${encodeURIComponent(value)}`];
  return Object.entries(value).flatMap(([key, inner]) => flatten(`${name}.${key}`, inner));
};

/** Path and query of a request. */
const writeTarget = ({ path, query = {} }: ApiRequest): string => {
  const pairs = Object.entries(query).flatMap(([name, value]) => flatten(name, value));
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
};

const describe = (origin: string, token: string, request: ApiRequest): HttpRequest => {
  const { method = 'GET', body, contentType = 'application/json' } = request;
  return {
    method,
    url: origin + writeTarget(request),
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${token}`,
      ...(body !== undefined && { 'Content-Type': contentType }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  };
};

const CORS_HINT = '; it does not answer browsers (no CORS): set publicApiUrl to a proxy, or use the simulator';

const readData = (operation: string, body: string): unknown => {
  try {
    return (JSON.parse(body === '' ? '{}' : body) as { data?: unknown }).data;
  } catch {
    throw failure('api', 'api_error', operation, 'the answer is not JSON; is publicApiUrl right?');
  }
};

/** The Public API of one account. */
export const createPublicApi =
  (send: Send, hold: Hold, token: string | undefined, origin: string): PublicApi =>
  async (operation, request, signal) => {
    if (!token)
      throw failure('auth', 'missing_api_token', operation, 'no API token; give apiToken, or set SEGMENT_API_TOKEN');
    try {
      const answer = await send({
        operation,
        describe: () => describe(origin, token, request),
        idempotent: request.repeatable ?? !/^(POST|PATCH)$/i.test(request.method ?? 'GET'),
        hold,
        credential: 'the API token (apiToken, SEGMENT_API_TOKEN)',
        stop: stopBy(signal),
      });
      return readData(operation, readText(answer));
    } catch (error) {
      if (IN_BROWSER && isSegmentError(error) && error.code === 'network_error') error.message += CORS_HINT;
      throw error;
    }
  };

const stops = new WeakMap<AbortSignal, Stop>();

/** The stop that follows a caller's signal; the signal has one listener however many calls share it. */
const stopBy = (signal: AbortSignal | undefined): Stop => {
  const known = signal && stops.get(signal);
  if (known) return known;
  const stop = new Stop();
  const end = (): void => {
    stop.stop();
  };
  if (signal?.aborted) end();
  signal?.addEventListener('abort', end, { once: true });
  if (signal) stops.set(signal, stop);
  return stop;
};
