import axios, { type AxiosInstance, type AxiosResponse } from 'axios';

import { failure, isSegmentError } from '../errors.js';
import type { Redact } from './redact.js';
import type { Stop } from './stop.js';
import { quietly } from './timer.js';

/** One HTTP request, complete. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly data?: string | ArrayBuffer;
}

/** What came back, whatever its status. */
export interface HttpAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** Sends one request once: resolves with any answer, rejects with a {@link SegmentError} of kind `network`. */
export type Transport = (request: HttpRequest, operation: string, stop: Stop) => Promise<HttpAnswer>;

const asIs = (body: unknown): unknown => body;

const answerOf = ({ status, headers, data }: AxiosResponse<unknown>): HttpAnswer => ({
  status,
  headers: headers as HttpAnswer['headers'],
  // An interceptor of an instance that was given may have parsed it.
  body: typeof data === 'string' ? data : JSON.stringify(data ?? {}),
});

const reasonOf = ({ code, message }: { readonly code?: string; readonly message?: string }): string => {
  const text = message || 'the request failed';
  return code && !text.includes(code) ? `${text} (${code})` : text;
};

/** What is asked of axios: no redirects, no judging of the status, no reading of the answer. */
const plain = {
  timeout: 0,
  maxRedirects: 0,
  maxBodyLength: Infinity,
  responseType: 'text',
  transformRequest: asIs as never,
  transformResponse: asIs as never,
  validateStatus: () => true,
} as const;

/**
 * The one place that sends.
 * @param timeoutMs Limit for one attempt, until the whole answer has arrived.
 */
export const createTransport =
  (instance: AxiosInstance = axios.create(), timeoutMs: number, redact: Redact): Transport =>
  (request, operation, stop) =>
    new Promise((resolve, reject) => {
      const attempt = new AbortController();
      const { host } = new URL(request.url);
      const fail = (code: string, message: string): void => {
        reject(failure('network', code, operation, message, code !== 'aborted'));
        attempt.abort();
      };
      const cancelTimer = quietly(timeoutMs, () => {
        fail('timeout', `no answer from ${host} within ${timeoutMs} ms (timeoutMs)`);
      });
      const unlisten = stop.listen(() => {
        fail('aborted', `the request to ${host} was aborted`);
      });
      instance
        .request<unknown>({ ...plain, ...request, signal: attempt.signal })
        .then(answerOf)
        .then(resolve, (error: unknown) => {
          // An axios instance of the user's own may know better what is wrong.
          if (isSegmentError(error)) reject(error);
          else fail('network_error', `could not reach ${host}: ${redact(reasonOf(error as { message?: string }))}`);
        })
        .finally(() => {
          cancelTimer();
          unlisten();
        });
    });
