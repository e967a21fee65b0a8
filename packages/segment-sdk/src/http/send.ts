import type { Hooks } from '../client/hooks.js';
import { onDemand } from '../client/load-on-demand.js';
import { isSegmentError, type SegmentError } from '../errors.js';
import { backoff } from './backoff.js';
import type { Hold } from './hold.js';
import type { Redact } from './redact.js';
import type { Stop } from './stop.js';
import { isSuccess } from './success.js';
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

const attempted = async (
  { transport, hooks, redact }: Means,
  exchange: Exchange,
  attempt: number,
): Promise<HttpAnswer | Failure> => {
  const { operation, credential, stop } = exchange;
  try {
    const described = await exchange.describe();
    const { headers } = described;
    const request =
      attempt === 0 ? described : { ...described, headers: { ...headers, 'X-Retry-Count': String(attempt) } };
    const isObserved = hooks.some(({ onRequest, onResponse }) => onRequest ?? onResponse);
    const answer = isObserved
      ? await (await onDemand()).observed(transport, hooks, request, operation, attempt, stop)
      : await transport(request, operation, stop);
    if (isSuccess(answer)) return answer;
    const { refusal, askedToWait } = await onDemand();
    const error = refusal(operation, answer, credential, (text) => redact(text, headers.Authorization?.split(' ')[1]));
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
