import { type CallOptions, createSegment, type Enqueued, type Plugin, type Segment } from '@moonwire/segment-sdk';
import axios, { type AxiosInstance } from 'axios';

import type { AccountSource } from '../accounts/account-source.js';
import type { SegmentLuaOptions } from './segment-lua-options.js';

/** What a run needs of a client. */
export interface RunClient {
  readonly enqueue: (operation: string, input: unknown) => Enqueued;
  readonly ready: () => Promise<void>;
  readonly call: (operation: string, input: unknown, options?: CallOptions) => Promise<unknown>;
}

/** The clients of one run, one per account that the script calls. */
export interface RunClients {
  /** The account's client, created at its first call. */
  readonly of: (account: string) => Promise<RunClient>;
  /** The account's client, if it is there already. */
  readonly opened: (account: string) => RunClient | undefined;
  /** Another client of the account, for a single request. */
  readonly apart: (account: string, transport: AxiosInstance) => Promise<RunClient>;
  /** Delivers what is queued and closes every client. */
  readonly close: () => Promise<void>;
  /** Batches sent so far. */
  readonly batches: () => number;
}

const transportOf = ({ simulator, client }: SegmentLuaOptions): AxiosInstance | undefined =>
  simulator ? axios.create({ adapter: simulator.adapter }) : client?.axios;

/** @param transport What requests are sent with. Default: the host's. */
export const createRunClients = (
  host: SegmentLuaOptions,
  accounts: AccountSource,
  transport = transportOf(host),
): RunClients => {
  const clients = new Map<string, Promise<Segment>>();
  const opened = new Map<string, Segment>();
  let batches = 0;
  const meter: Plugin = {
    onRequest({ operation, attempt }) {
      if (operation === 'batch' && attempt === 0) batches += 1;
    },
  };
  const open = async (account: string, instance: AxiosInstance | undefined): Promise<Segment> =>
    createSegment({
      ...host.client,
      ...(await accounts.credentials(account)),
      delivery: host.delivery,
      axios: instance,
      plugins: [...(host.client?.plugins ?? []), meter],
    });
  return {
    of(account) {
      const known = clients.get(account);
      if (known) return known;
      const client = open(account, transport);
      clients.set(account, client);
      client.then((segment) => opened.set(account, segment)).catch(() => undefined);
      return client;
    },
    opened: (account) => opened.get(account),
    apart: open,
    async close() {
      const settled = await Promise.allSettled(clients.values());
      await Promise.all(settled.flatMap((client) => (client.status === 'fulfilled' ? [client.value.close()] : [])));
    },
    batches: () => batches,
  };
};
