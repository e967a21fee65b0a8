import {
  type CallOptions,
  createSegment,
  type Enqueued,
  type Plugin,
  type Region,
  type Segment,
  type SegmentError,
  type SegmentOptions,
  type Transport,
  type WireEvent,
} from '@moonwire/segment-sdk';
import axios from 'axios';

import type { AccountSource } from '../accounts/account-source.js';
import { type PlanSettings, readPlanOptions } from './account-plan.js';
import type { RunSettings } from './run-settings.js';
import { sendsTogether } from './shared-holds.js';
import { sumReports } from './sum-reports.js';
import { nameTarget } from './target.js';

/** What a run needs of a client. */
export interface RunClient {
  readonly enqueue: (operation: string, input: unknown) => Enqueued;
  readonly ready: () => Promise<void>;
  readonly call: (operation: string, input: unknown, options?: CallOptions) => Promise<unknown>;
}

/** What the queues of a run say at its end. */
export interface Leftover {
  /** Events that still wait, those of earlier runs included. */
  readonly waiting: number;
  /** Why Segment refused events for good, by their ids. */
  readonly refused: ReadonlyMap<string, SegmentError>;
}

/** The clients of one run, one per account that the script calls. */
export interface RunClients {
  /** The account's client, created at its first call. */
  readonly open: (account: string) => Promise<RunClient>;
  /** The account's client, if it is there already. */
  readonly find: (account: string) => RunClient | undefined;
  /** Another client of the account, for a single request. */
  readonly openApart: (account: string, transport: Transport) => Promise<RunClient>;
  /**
   * What a client of the account is created with, but for what concerns events.
   * @param apart What it is to send with. Default: as the others do.
   */
  readonly readOptions: (account: string, apart?: Transport) => Promise<SegmentOptions>;
  /** A client with the account's credentials alone, which sends each call at once, by `transport`. */
  readonly openChecker: (account: string, transport: Transport) => Promise<RunClient>;
  /**
   * Delivers what is queued and closes every client.
   * @param timeoutMs What is not delivered by then fails. Default: the clients' own patience.
   * @returns What became of events that a queue had taken.
   */
  readonly close: (timeoutMs?: number) => Promise<Leftover>;
  /** Batches sent so far. */
  readonly batches: () => number;
  /** Whom the clients made so far talk to. */
  readonly target: () => string;
}

/** @param transport What requests are sent with. Default: as the settings say. */
export const createRunClients = (
  settings: Pick<RunSettings, 'client' | 'simulator' | 'delivery' | 'plan' | 'onViolation' | 'queue' | 'holds'>,
  accounts: AccountSource,
  transport?: Transport,
): RunClients => {
  const clients = new Map<string, Promise<Segment>>();
  const opened = new Map<string, Segment>();
  const meter = createBatchMeter();
  const plugins = [...(settings.client?.plugins ?? []), meter.plugin];
  const wire = transport ? { transport } : chooseWire(settings);
  const regions = new Set<Region>();
  const readOptions: RunClients['readOptions'] = async (account, apart) => {
    const credentials = await accounts.credentials(account);
    regions.add(credentials.region ?? 'us');
    return { ...settings.client, ...credentials, ...(apart ? { transport: apart } : wire) };
  };
  const openBy = async (account: string, apart?: Transport): Promise<Segment> => {
    const plan = await readPlanOptions(settings, account);
    const { delivery, queue } = settings;
    // What is only pretended must not wait for a later run.
    const kept = queue && !transport && !apart ? { queue: queue() } : {};
    return createSegment({ ...(await readOptions(account, apart)), ...plan, ...kept, delivery, plugins });
  };
  return {
    readOptions,
    open(account) {
      const known = clients.get(account);
      if (known) return known;
      const client = openBy(account);
      clients.set(account, client);
      client.then((segment) => opened.set(account, segment)).catch(() => undefined);
      return client;
    },
    find: (account) => opened.get(account),
    openApart: openBy,
    openChecker: createOpenChecker(settings, accounts),
    close: (timeoutMs) => closeAll([...clients.values()], timeoutMs),
    batches: meter.read,
    target: () => nameTarget(settings, regions),
  };
};

const closeAll = async (clients: readonly Promise<Segment>[], timeoutMs: number | undefined): Promise<Leftover> => {
  const settled = await Promise.allSettled(clients);
  const reports = await Promise.all(
    settled.flatMap((client) => (client.status === 'fulfilled' ? [client.value.close({ timeoutMs })] : [])),
  );
  return {
    waiting: sumReports(reports).waiting,
    refused: new Map(
      reports.flatMap(({ failed }) => failed.map(({ event, error }) => [(event as WireEvent).messageId, error])),
    ),
  };
};

const createOpenChecker =
  (plans: PlanSettings, accounts: AccountSource): RunClients['openChecker'] =>
  async (account, transport) =>
    createSegment({
      ...(await accounts.credentials(account)),
      ...(await readPlanOptions(plans, account)),
      delivery: 'confirm',
      transport,
    });

/** Counts batches, retries left out. */
const createBatchMeter = (): { readonly plugin: Plugin; readonly read: () => number } => {
  let batches = 0;
  return {
    plugin: {
      onRequest({ operation, attempt }) {
        if (operation === 'batch' && attempt === 0) batches += 1;
      },
    },
    read: () => batches,
  };
};

/** What requests are sent with. */
type Wire = Pick<SegmentOptions, 'axios' | 'transport'>;

/** The simulator's, if there is one; else what the client's own options say, or what all runs share. */
const chooseWire = ({ simulator, client, holds }: Pick<RunSettings, 'simulator' | 'client' | 'holds'>): Wire => {
  if (!simulator) return client?.axios || client?.transport ? {} : { axios: sendsTogether(holds) };
  return 'transport' in simulator
    ? { transport: simulator.transport }
    : { axios: axios.create({ adapter: simulator.adapter }), transport: undefined };
};
