import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { SegmentError } from '../errors.js';
import type { Redact } from './redact.js';
import type { HeaderReader } from './retry.js';
import type { Stop } from './stop.js';
import { quietly } from './timer.js';

/** One HTTP request, complete. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | ArrayBuffer;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  readonly header: HeaderReader;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Sends one request once: resolves with any answer, rejects with a {@link SegmentError} of kind `network`. */
export type Transport = (request: HttpRequest, operation: string, stop: Stop) => Promise<HttpAnswer>;

const asIs = (body: unknown): unknown => body;

const answerOf = ({ status, headers, data }: AxiosResponse<unknown>): HttpAnswer => {
  const read = headers as Readonly<Record<string, unknown>>;
  return {
    status,
    headers: read,
    header: (name) => (typeof read[name] === 'string' ? read[name] : undefined),
    body: typeof data === 'string' ? data : data === undefined || data === null ? '' : JSON.stringify(data),
  };
};

const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = typeof message === 'string' && message !== '' ? message : 'the request failed';
  return typeof code === 'string' && !text.includes(code) ? `${text} (${code})` : text;
};

const network = (operation: string, code: string, message: string): SegmentError =>
  new SegmentError(message, { kind: 'network', code, operation, retryable: code !== 'aborted' });

const settingsOf = ({ method, url, headers, body }: HttpRequest, signal: AbortSignal) => ({
  method,
  url,
  headers,
  data: body,
  signal,
  timeout: 0,
  maxRedirects: 0,
  maxBodyLength: Infinity,
  responseType: 'text' as const,
  transformRequest: asIs as never,
  transformResponse: asIs as never,
  validateStatus: () => true,
});

/**
 * The one place that sends. Redirects are not followed and statuses are not judged here.
 * @param timeoutMs Limit for one attempt, until the whole answer has arrived.
 */
export const createTransport = (instance: AxiosInstance = axios.create(), timeoutMs: number, redact: Redact): Transport =>
  (request, operation, stop) =>
    new Promise((resolve, reject) => {
      const attempt = new AbortController();
      const host = new URL(request.url).host;
      const end = (error: SegmentError): void => {
        reject(error);
        attempt.abort();
      };
      const aborted = (): void => {
        end(network(operation, 'aborted', `the request to ${host} was aborted`));
      };
      const cancelTimer = quietly(timeoutMs, () => {
        end(network(operation, 'timeout', `no answer from ${host} within ${timeoutMs} ms (timeoutMs)`));
      });
      const unlisten = stop.listen(aborted);
      instance
        .request<unknown>(settingsOf(request, attempt.signal))
        .then((response) => {
          resolve(answerOf(response));
        })
        .catch((error: unknown) => {
          reject(network(operation, 'network_error', `could not reach ${host}: ${redact(reasonOf(error))}`));
        })
        .finally(() => {
          cancelTimer();
          unlisten();
        });
    });
