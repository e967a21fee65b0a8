import { tell, type Hooks } from '../client/hooks.js';
import { isSegmentError, SegmentError } from '../errors.js';
import type { Hold } from './hold.js';
import { redactedHeaders, type Redact } from './redact.js';
import { isHtml, refusal } from './refusal.js';
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

type Outcome = { readonly answer: HttpAnswer } | { readonly error: SegmentError; readonly waitMs: number | undefined };

/** Sends a request until it is accepted (2xx) or hope is lost, then throws the last error. */
export type Send = (exchange: Exchange) => Promise<HttpAnswer>;

interface Means {
  readonly transport: Transport;
  readonly hooks: readonly Hooks[];
  readonly redact: Redact;
}

const attempted = async ({ transport, hooks, redact }: Means, exchange: Exchange, attempt: number): Promise<Outcome> => {
  const described = await exchange.describe();
  const request = attempt === 0 ? described : { ...described, headers: { ...described.headers, 'X-Retry-Count': String(attempt) } };
  const watched = hooks.length > 0 && { operation: exchange.operation, method: request.method, url: request.url, headers: redactedHeaders(request.headers), attempt };
  if (watched) tell(hooks, 'onRequest', watched);
  const started = performance.now();
  const answer = await transport(request, exchange.operation, exchange.stop);
  if (watched) tell(hooks, 'onResponse', { ...watched, headers: redactedHeaders(answer.headers), status: answer.status, ms: performance.now() - started });
  if (answer.status >= 200 && answer.status < 300 && !isHtml(answer)) return { answer };
  return {
    error: refusal(exchange.operation, answer, exchange.credential, (text) => redact(text, request.headers.Authorization?.split(' ')[1])),
    waitMs: askedToWait(answer.status, answer.header, answer.body),
  };
};

const outcomeOf = async (...args: Parameters<typeof attempted>): Promise<Outcome> => {
  try {
    return await attempted(...args);
  } catch (error) {
    if (isSegmentError(error)) return { error, waitMs: undefined };
    throw error;
  }
};

const mayRetry = ({ retryable, status }: SegmentError, { idempotent, stop }: Exchange): boolean => retryable && (idempotent || status === 429) && !stop.isStopped;

/** Makes the sender: the retries, the waiting and the hooks around a {@link Transport}. */
export const createSend =
  (means: Means, { maxRetries, maxRetryMs }: Patience): Send =>
  async (exchange) => {
    const deadline = performance.now() + maxRetryMs;
    let failures = 0;
    for (let attempt = 0; ; attempt += 1) {
      await exchange.hold.passed(exchange.stop);
      const outcome = await outcomeOf(means, exchange, attempt);
      if ('answer' in outcome) return outcome.answer;
      const { error, waitMs } = outcome;
      // Being told to wait is not a failure: only the time it takes counts.
      if (error.status !== 429 || waitMs === undefined) failures += 1;
      const wait = waitMs ?? backoff(failures - 1);
      if (!mayRetry(error, exchange) || failures > maxRetries || performance.now() + wait > deadline) throw error;
      if (waitMs === undefined) await pause(wait, exchange.stop);
      else exchange.hold.extend(wait);
    }
  };
