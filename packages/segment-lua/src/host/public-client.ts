import type { CallOptions, SegmentOptions, Transport } from '@moonwire/segment-sdk';
import { createPublicApi, type PublicName, readWhole } from '@moonwire/segment-sdk/public-api';

import type { RunClients } from './run-clients.js';

/** Calls any operation of the Public API. */
export interface PublicClient {
  readonly call: (name: PublicName, input: unknown, options?: CallOptions) => Promise<unknown>;
  /** The same; a list is read to its end. */
  readonly callWhole: PublicClient['call'];
}

const opened = new WeakMap<RunClients, Map<string, Promise<PublicClient>>>();

/**
 * An account's client of the whole Public API, one for each run.
 * @param apart For a single request, another client: what that is sent with.
 */
export const openPublic = (clients: RunClients, account: string, apart?: Transport): Promise<PublicClient> => {
  if (apart) return clients.readOptions(account, apart).then(createPublicClient);
  const known = opened.get(clients) ?? new Map<string, Promise<PublicClient>>();
  opened.set(clients, known);
  const client = known.get(account) ?? clients.readOptions(account).then(createPublicClient);
  known.set(account, client);
  return client;
};

/** @param options An account's credentials, and what its client is created with; what concerns events is left out. */
const createPublicClient = (options: SegmentOptions): PublicClient => {
  const { apiToken, region, publicApiUrl, maxRetries, maxRetryMs, timeoutMs } = options;
  const { axios, transport, onRequest, onResponse, plugins } = options;
  const api = createPublicApi({
    apiToken,
    region,
    publicApiUrl,
    maxRetries,
    maxRetryMs,
    timeoutMs,
    axios,
    transport,
    plugins,
    ...(onRequest && { onRequest }),
    ...(onResponse && { onResponse }),
  });
  return {
    call: (name, input, call) => api.call(name, input as never, call),
    callWhole: (name, input, call) => readWhole(api, name, input as never, call),
  };
};
