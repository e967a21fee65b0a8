import {
  type AxiosAdapter,
  AxiosError,
  AxiosHeaders,
  type AxiosResponse,
  type InternalAxiosRequestConfig,
} from 'axios';

import { noCors } from './no-cors.js';
import type { RelayedAnswer, RelayedRequest, WorkerAccount } from './protocol.js';
import { bodyText, headerTexts, urlOf } from './request-text.js';

/** Headers that a browser sets by itself. */
const BY_BROWSER: ReadonlySet<string> = new Set([
  'authorization',
  'user-agent',
  'content-length',
  'content-encoding',
  'accept-encoding',
]);

const response = (
  config: InternalAxiosRequestConfig,
  status: number,
  headers: Readonly<Record<string, string>>,
  data: string,
): AxiosResponse => ({
  status,
  statusText: '',
  headers: new AxiosHeaders({ ...headers }),
  data,
  config,
});

const settled = (answer: AxiosResponse): AxiosResponse => {
  const accepts = answer.config.validateStatus;
  if (accepts == null || accepts(answer.status)) return answer;
  throw new AxiosError(
    `Request failed with status code ${answer.status}`,
    AxiosError.ERR_BAD_RESPONSE,
    answer.config,
    undefined,
    answer,
  );
};

const requestFor = async (account: WorkerAccount, config: InternalAxiosRequestConfig): Promise<RelayedRequest> => {
  const body = await bodyText(config);
  const headers = Object.entries(headerTexts(config.headers)).filter(([name]) => !BY_BROWSER.has(name.toLowerCase()));
  return {
    account: account.name,
    method: (config.method ?? 'get').toUpperCase(),
    url: urlOf(config),
    headers: Object.fromEntries(headers),
    ...(body !== undefined && { body }),
  };
};

/** An adapter for a live account: the page sends the request, because only the page has the key. */
export const liveAdapter =
  (account: WorkerAccount, relay: (request: RelayedRequest) => Promise<RelayedAnswer>): AxiosAdapter =>
  async (config) => {
    const isTracking = new URL(urlOf(config)).pathname.startsWith('/v1/');
    if (!isTracking) throw noCors();
    const answer = await relay(await requestFor(account, config));
    if ('failed' in answer) throw new AxiosError(answer.failed, AxiosError.ERR_NETWORK, config);
    return settled(response(config, answer.status, answer.headers, answer.body));
  };
