import type { Transport, TransportRequest } from '@moonwire/segment-sdk';

import type { RelayedAnswer, RelayedRequest } from '../protocol/messages.js';
import type { WorkerAccount } from '../protocol/run-setup.js';
import { createNoCorsError } from './no-cors.js';
import { readBody } from './request-text.js';

/** Headers that a browser sets by itself. */
const BY_BROWSER: ReadonlySet<string> = new Set([
  'authorization',
  'user-agent',
  'content-length',
  'content-encoding',
  'accept-encoding',
]);

const prepareRequest = async (account: WorkerAccount, request: TransportRequest): Promise<RelayedRequest> => {
  const body = await readBody(request);
  const headers = Object.entries(request.headers).filter(([name]) => !BY_BROWSER.has(name.toLowerCase()));
  return {
    account: account.name,
    method: request.method,
    url: request.url,
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { body }),
  };
};

/** A transport for a live account: the page sends the request, because only the page has the key. */
export const createLiveTransport =
  (account: WorkerAccount, relay: (request: RelayedRequest) => Promise<RelayedAnswer>): Transport =>
  async (request) => {
    if (!new URL(request.url).pathname.startsWith('/v1/')) throw createNoCorsError();
    const answer = await relay(await prepareRequest(account, request));
    if ('failed' in answer) throw new Error(answer.failed);
    return answer;
  };
