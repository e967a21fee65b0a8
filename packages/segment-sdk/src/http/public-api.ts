import { failure, SegmentError } from '../errors.js';
import type { ApiRequest } from '../operations/step.js';
import { createHold } from './hold.js';
import type { Send } from './send.js';
import type { Stop } from './stop.js';
import type { HttpRequest } from './transport.js';

/** Sends one described request and returns the `data` of the answer. */
export type PublicApi = (operation: string, request: ApiRequest, stop: Stop) => Promise<unknown>;

const queryOf = (query: ApiRequest['query'] = {}): string => {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
};

const described = (origin: string, token: string, { method = 'GET', path, query, body }: ApiRequest): HttpRequest => ({
  method,
  url: origin + path + queryOf(query),
  headers: {
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    ...(body !== undefined && { 'Content-Type': 'application/json' }),
  },
  ...(body !== undefined && { data: JSON.stringify(body) }),
});

const inBrowser = 'document' in globalThis || 'WorkerGlobalScope' in globalThis;

const withCorsHint = (error: SegmentError): SegmentError => {
  if (inBrowser && error.code === 'network_error') {
    error.message +=
      '; the Public API does not answer browsers (no CORS): set publicApiUrl to a proxy, or use the simulator';
  }
  return error;
};

const dataOf = (operation: string, body: string): unknown => {
  try {
    return (JSON.parse(body === '' ? '{}' : body) as { data?: unknown }).data;
  } catch {
    throw failure('api', 'api_error', operation, 'the answer is not JSON; is publicApiUrl right?');
  }
};

/** The Public API of one account. */
export const createPublicApi = (send: Send, token: string | undefined, origin: string): PublicApi => {
  const hold = createHold();
  return async (operation, request, stop) => {
    if (token === undefined || token === '')
      throw failure(
        'auth',
        'missing_api_token',
        operation,
        'no API token; give the option apiToken or set SEGMENT_API_TOKEN',
      );
    try {
      const { body } = await send({
        operation,
        describe: () => described(origin, token, request),
        idempotent: !/^(POST|PATCH)$/i.test(request.method ?? 'GET'),
        hold,
        credential: 'the API token (apiToken, SEGMENT_API_TOKEN)',
        stop,
      });
      return dataOf(operation, body);
    } catch (error) {
      throw error instanceof SegmentError ? withCorsHint(error) : error;
    }
  };
};
