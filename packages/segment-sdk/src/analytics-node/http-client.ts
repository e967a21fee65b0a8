import type { Transport, TransportRequest } from '../http/transport.js';

/** A request as a function like `fetch` takes it. */
export interface HTTPFetchRequest {
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly method: 'POST';
  readonly signal: AbortSignal;
}

/** Headers as `fetch` has them. */
export interface HTTPHeaders {
  readonly entries: () => IterableIterator<[string, unknown]>;
}

/** What came back. */
export interface HTTPResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers?: Readonly<Record<string, unknown>> | HTTPHeaders;
  readonly text?: () => Promise<string>;
}

/** `fetch`, or a function like it. */
export type HTTPFetchFn = (url: string, request: HTTPFetchRequest) => Promise<HTTPResponse>;

/** A request as an {@link HTTPClient} takes it. */
export interface HTTPClientRequest {
  readonly url: string;
  readonly method: 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  /** How long it may take, in milliseconds. */
  readonly httpRequestTimeout: number;
}

/** What sends requests in place of the library. */
export interface HTTPClient {
  makeRequest(request: HTTPClientRequest): Promise<HTTPResponse>;
}

/** Speaks to an HTTP client of the other library, or to a function like `fetch`. */
export const createClientTransport =
  (client: HTTPFetchFn | HTTPClient): Transport =>
  async (request) => {
    const response = await ask(client, request);
    return { status: response.status, headers: readHeaders(response.headers), body: (await response.text?.()) ?? '' };
  };

const ask = (client: HTTPFetchFn | HTTPClient, request: TransportRequest): Promise<HTTPResponse> => {
  const { url, signal, timeoutMs } = request;
  const sent = { method: 'POST' as const, headers: { ...request.headers }, body: request.body as string };
  return typeof client === 'function'
    ? client(url, { ...sent, signal })
    : client.makeRequest({ ...sent, url, httpRequestTimeout: timeoutMs });
};

const readHeaders = (headers: HTTPResponse['headers'] = {}): Record<string, string> => {
  const entries =
    typeof headers.entries === 'function' ? [...(headers as HTTPHeaders).entries()] : Object.entries(headers);
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), String(value)]));
};
