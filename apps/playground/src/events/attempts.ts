import { computed } from '@preact/signals-core';

import { type Exchange, hasSucceeded } from '../protocol/exchange.js';
import { currentRun } from '../state/run.js';

/** A request with all its attempts, the first one first. */
export interface SentRequest {
  readonly attempts: readonly Exchange[];
}

const readHeader = (headers: Readonly<Record<string, string>>, wanted: string): string | undefined =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1];

/** What stays the same in every attempt of a request; a batch is known by its first event. */
const nameRequest = ({ method, url, account = '', body = '' }: Exchange): string =>
  `${method} ${url} ${account} ${/"messageId":"[^"]*"/.exec(body)?.[0] ?? body}`;

/** Joins the attempts of each request, in the order of their first. */
const joinAttempts = (exchanges: readonly Exchange[]): readonly SentRequest[] => {
  const requests: { attempts: Exchange[] }[] = [];
  const open = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const name = nameRequest(exchange);
    const known = Number(readHeader(exchange.headers, 'x-retry-count') ?? 0) > 0 ? open.get(name) : undefined;
    if (known) known.push(exchange);
    else {
      const attempts = [exchange];
      requests.push({ attempts });
      open.set(name, attempts);
    }
  }
  return requests;
};

/** The requests of the run on show. */
export const sentRequests = computed(() => joinAttempts(currentRun.value?.exchanges ?? []));

/** When an attempt was over, in epoch milliseconds. */
export const findEnd = ({ sentAt, ms }: Exchange): number => sentAt + ms;

/** Why an attempt failed: `429`, `The connection broke …`. */
export const nameFailure = ({ outcome }: Exchange): string =>
  'status' in outcome ? String(outcome.status) : outcome.broken;

/** How long Segment asks to be left alone, in milliseconds, where it says so. */
export const readNamedWait = ({ outcome }: Exchange): number | undefined => {
  const seconds = 'status' in outcome ? Number(readHeader(outcome.headers, 'retry-after') ?? 0) : 0;
  return seconds > 0 ? seconds * 1000 : undefined;
};

const isRetried = ({ outcome }: Exchange): boolean =>
  !('status' in outcome) || outcome.status === 429 || outcome.status >= 500;

/** The requests that are to be tried again, while the script runs. */
export const waitingRequests = computed((): readonly SentRequest[] =>
  currentRun.value?.status === 'running'
    ? sentRequests.value.filter(({ attempts }) => {
        const last = attempts.at(-1);
        return last !== undefined && !hasSucceeded(last) && isRetried(last);
      })
    : [],
);
