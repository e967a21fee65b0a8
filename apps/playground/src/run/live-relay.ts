import type { RelayedAnswer, RelayedRequest } from '../protocol/messages.js';
import { liveKeys } from '../state/live-keys.js';

const HOSTS: ReadonlySet<string> = new Set(['api.segment.io', 'events.eu1.segmentapis.com']);

/** No answer of Segment takes as long. */
const PATIENCE_MS = 30_000;

/**
 * Sends a request of a live account, with its key, to Segment's tracking hosts and nowhere else. The worker that asks
 * has no key, and a script cannot choose the address.
 */
export const sendWithKey = async ({ account, method, url, headers, body }: RelayedRequest): Promise<RelayedAnswer> => {
  try {
    const authorization = liveKeys.authorization(account);
    if (authorization === undefined) return { failed: `account '${account}' has no real key any more` };
    if (!HOSTS.has(new URL(url).host)) return { failed: `${url} is not a tracking address of Segment` };
    const response = await fetch(url, {
      method,
      headers: { ...headers, authorization },
      ...(body !== undefined && { body }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
  } catch {
    return { failed: `no answer from ${new URL(url).host}` };
  }
};
