import { VERSION } from '../../generated/version.js';
import { failure, isSegmentError } from '../contract/errors.js';
import type { Stop } from './stop.js';
import { quietly } from './timer.js';
import type { HttpRequest, OwnTransport, TransportAnswer } from './transport.js';

/** Sends one request once: resolves with any answer, rejects with a `SegmentError` of kind `network`. */
export type Attempt = (request: HttpRequest, operation: string, stop: Stop) => Promise<TransportAnswer>;

/** Replaces secrets in a text that came from elsewhere; a server may repeat what it was shown. */
export type Redact = (text: string, secret?: string) => string;

/** @param secrets What must not appear. Up to three characters are no secret but part of every other word. */
export const createRedact =
  (secrets: readonly (string | undefined)[]): Redact =>
  (text, secret) =>
    [...secrets, secret].reduce<string>(
      (safe, word = '') => (word.length > 3 ? safe.replaceAll(word, '[redacted]') : safe),
      text,
    );

/** Whether this is a page or a worker of one. */
export const IN_BROWSER = 'document' in globalThis || 'WorkerGlobalScope' in globalThis;

/** Who asks, for logs on the way. A browser says that itself, and would ask the server first about a word of ours. */
const AGENT = IN_BROWSER ? {} : { 'User-Agent': `moonwire-segment-sdk/${VERSION}` };

const describeFault = (thrown: unknown): string => {
  const { code = '', message } = Object(thrown) as { readonly code?: string; readonly message?: string };
  const text = message || 'the request failed';
  return text.includes(code) ? text : `${text} (${code})`;
};

/**
 * Puts a transport under a time limit and a stop.
 * @param timeoutMs Limit for one attempt, until the whole answer has arrived.
 */
export const createAttempt =
  (transport: OwnTransport, timeoutMs: number, redact: Redact): Attempt =>
  (request, operation, stop) =>
    new Promise((resolve, reject) => {
      const aborter = new AbortController();
      const { host } = new URL(request.url);
      const fail = (code: string, message: string): void => {
        reject(failure('network', code, operation, message, code !== 'aborted'));
        aborter.abort();
      };
      const cancelTimer = quietly(timeoutMs, () => {
        fail('timeout', `no answer from ${host} within ${timeoutMs} ms (timeoutMs)`);
      });
      const unlisten = stop.listen(() => {
        fail('aborted', `the request to ${host} was aborted`);
      });
      const headers = { ...AGENT, ...request.headers };
      Promise.resolve<Parameters<OwnTransport>[0]>({
        ...request,
        headers,
        redirect: 'manual',
        signal: aborter.signal,
        timeoutMs,
      })
        .then(transport)
        .then(resolve)
        .catch((thrown: unknown) => {
          // A transport of the user's own may know better what is wrong.
          if (isSegmentError(thrown)) reject(thrown);
          else fail('network_error', `could not reach ${host}: ${redact(describeFault(thrown))}`);
        })
        .finally(() => {
          cancelTimer();
          unlisten();
        });
    });
