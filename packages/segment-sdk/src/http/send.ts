import { tell, type Hooks } from '../client/hooks.js';
import { isSegmentError, type SegmentError } from '../errors.js';
import type { Hold } from './hold.js';
import { redactedHeaders, type Redact } from './redact.js';
import { isSuccess, refusal } from './refusal.js';
import { askedToWait, backoff } from './retry.js';
import type { Stop } from './stop.js';
import { pause } from './timer.js';
import type { HttpAnswer, HttpRequest, Transport } from './transport.js';

/** A request and what its sender needs to know to see it through. */
export interface Exchange {
  readonly operation: string;
  /** Describes the request anew for each attempt: the moment of sending is part of a batch. */
  readonly describe: () => HttpRequest | Promise<HttpRequest>;
  /** Whether sending it twice does no harm; otherwise only a 429 is retried. */
  readonly idempotent: boolean;
  readonly hold: Hold;
  /** Names the credential, for the message of a refusal. */
  readonly credential: string;
  readonly stop: Stop;
}

/** How patient a sender is. */
export interface Patience {
  readonly maxRetries: number;
  readonly maxRetryMs: number;
}

/** Sends a request until it is accepted (2xx) or hope is lost, then throws the last error. */
export type Send = (exchange: Exchange) => Promise<HttpAnswer>;

interface Means {
  readonly transport: Transport;
  readonly hooks: readonly Hooks[];
  readonly redact: Redact;
}

interface Failure {
  readonly error: SegmentError;
  readonly waitMs?: number | undefined;
}

/** Sends a request once, under the eyes of the hooks. */
const observed = async ({ transport, hooks }: Means, { operation, stop }: Exchange, request: HttpRequest, attempt: number): Promise<HttpAnswer> => {
  if (hooks.length === 0) return transport(request, operation, stop);
  const report = { operation, method: request.method, url: request.url, headers: redactedHeaders(request.headers), attempt };
  tell(hooks, 'onRequest', report);
  const started = performance.now();
  const answer = await transport(request, operation, stop);
  tell(hooks, 'onResponse', { ...report, headers: redactedHeaders(answer.headers), status: answer.status, ms: performance.now() - started });
  return answer;
};

const attempted = async (means: Means, exchange: Exchange, attempt: number): Promise<HttpAnswer | Failure> => {
  try {
    const described = await exchange.describe();
    const { headers } = described;
    const request = attempt === 0 ? described : { ...described, headers: { ...headers, 'X-Retry-Count': String(attempt) } };
    const answer = await observed(means, exchange, request, attempt);
    if (isSuccess(answer)) return answer;
    const error = refusal(exchange.operation, answer, exchange.credential, (text) => means.redact(text, headers.Authorization?.split(' ')[1]));
    return { error, waitMs: askedToWait(answer) };
  } catch (error) {
    if (isSegmentError(error)) return { error };
    throw error;
  }
};

/** Makes the sender: the retries, the waiting and the hooks around a {@link Transport}. */
export const createSend =
  (means: Means, { maxRetries, maxRetryMs }: Patience): Send =>
  async (exchange) => {
    const { hold, idempotent, stop } = exchange;
    const deadline = performance.now() + maxRetryMs;
    let failures = 0;
    for (let attempt = 0; ; attempt += 1) {
      await hold.passed(stop);
      const outcome = await attempted(means, exchange, attempt);
      if (!('error' in outcome)) return outcome;
      const { error, waitMs } = outcome;
      const isLimited = error.status === 429;
      // Being told to wait is not a failure: only the time it takes counts.
      if (!isLimited || waitMs === undefined) failures += 1;
      const wait = waitMs ?? backoff(failures - 1);
      const isHopeless = !error.retryable || !(idempotent || isLimited) || stop.isStopped;
      if (isHopeless || failures > maxRetries || performance.now() + wait > deadline) throw error;
      if (waitMs === undefined) await pause(wait, stop);
      else hold.extend(wait);
    }
  };
