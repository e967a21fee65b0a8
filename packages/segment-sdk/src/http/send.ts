import { isSegmentError } from '../contract/errors.js';
import type { Hooks } from '../contract/hooks.js';
import type { Attempt, Redact } from './attempt.js';
import type { Hold } from './hold.js';
import type { observe } from './observe.js';
import type { Failure, readRefusal } from './read-answer.js';
import type { Stop } from './stop.js';
import { pause } from './timer.js';
import { type HttpRequest, isSuccess, type TransportAnswer } from './transport.js';

/** A request and what its sender needs to know to see it through. */
export interface Exchange {
  readonly operation: string;
  /** Describes the request anew for each attempt: the moment of sending is part of a batch. */
  readonly describe: () => HttpRequest | Promise<HttpRequest>;
  /** Whether sending it twice does no harm; otherwise only a 429 is retried. */
  readonly idempotent: boolean;
  readonly hold: Hold;
  /** Whether a status is worth another try that no request is tried again for otherwise. */
  readonly isRetried?: (status: number) => boolean;
  /** Sees every answer, whatever its status. */
  readonly onAnswer?: (answer: TransportAnswer) => void;
  /** Names the credential, for the message of a refusal. */
  readonly credential: string;
  readonly stop: Stop;
}

/** How patient a sender is. */
export interface Patience {
  /** Failed attempts that are repeated; time alone is the bound of `Infinity`. */
  readonly maxRetries: number;
  /** The last attempt begins no later, in milliseconds. */
  readonly maxRetryMs: number;
  readonly draw: DrawBackoff;
}

/** Sends a request until it is accepted (2xx) or hope is lost, then throws the last error. */
export type Send = (exchange: Exchange) => Promise<TransportAnswer>;

/** What a sender works with. */
export interface SendParts {
  readonly attempt: Attempt;
  readonly hooks: readonly Hooks[];
  readonly redact: Redact;
  readonly observe: typeof observe;
  readonly readRefusal: (...given: Parameters<typeof readRefusal>) => Promise<Failure>;
}

const LONGEST_BACKOFF_MS = 60_000;

/** Draws the wait before retry `n` (from 0), in milliseconds. */
export type DrawBackoff = (n: number) => number;

const growBackoff = (firstMs: number, n: number): number => Math.min(LONGEST_BACKOFF_MS, firstMs * 2 ** n);

/** Exponential backoff with full jitter, where time alone is the bound. */
export const drawBackoff: DrawBackoff = (n) => Math.random() * growBackoff(100, n);

/** Where somebody counts the retries, each is worth more, and half of it is certain: three outlast a short outage. */
export const drawCountedBackoff: DrawBackoff = (n) => ((1 + Math.random()) * growBackoff(1_000, n)) / 2;

/** A server that names a wait, even one that cannot be heeded, is not asked again sooner. */
const SHORTEST_NAMED_MS = 1_000;

const tryOnce = async (
  { attempt, hooks, redact, observe, readRefusal }: SendParts,
  exchange: Exchange,
  count: number,
): Promise<TransportAnswer | Failure> => {
  const { operation, credential, isRetried, stop } = exchange;
  try {
    const described = await exchange.describe();
    const { headers } = described;
    const request = count === 0 ? described : { ...described, headers: { ...headers, 'X-Retry-Count': String(count) } };
    const isObserved = hooks.some(({ onRequest, onResponse }) => onRequest ?? onResponse);
    const send = (): Promise<TransportAnswer> => attempt(request, operation, stop);
    const answer = isObserved ? await observe(hooks, operation, count, request, send) : await send();
    exchange.onAnswer?.(answer);
    if (isSuccess(answer)) return answer;
    const secret = headers.Authorization?.split(' ')[1];
    return await readRefusal(operation, answer, credential, (text) => redact(text, secret), isRetried);
  } catch (error) {
    if (isSegmentError(error)) return { error };
    throw error;
  }
};

/** Makes the sender: the retries, the waiting and the hooks around an {@link Attempt}. */
export const createSend =
  (parts: SendParts, { maxRetries, maxRetryMs, draw }: Patience): Send =>
  async (exchange) => {
    const { hold, idempotent, stop } = exchange;
    const deadline = performance.now() + maxRetryMs;
    let failures = 0;
    for (let count = 0; ; count += 1) {
      await hold.passed(stop);
      const outcome = await tryOnce(parts, exchange, count);
      if (!('error' in outcome)) return outcome;
      const { error, waitMs, scope } = outcome;
      const isLimited = error.status === 429;
      const left = deadline - performance.now();
      const isHopeless = !error.retryable || !(idempotent || isLimited) || stop.isStopped || left <= 0;
      // Being told to wait is not a failure: only the time it takes counts.
      if (!(isLimited && waitMs)) failures += 1;
      if (isHopeless || failures > maxRetries || (waitMs && waitMs > left)) throw error;
      const shortest = waitMs === undefined ? 0 : SHORTEST_NAMED_MS;
      if (waitMs) hold.extend(waitMs, scope);
      else await pause(Math.min(left, Math.max(shortest, draw(failures - 1))), stop);
    }
  };
