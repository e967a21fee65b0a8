import type { AxiosAdapter } from 'axios';

import type { SimulatedWorkspace } from '../../generated/simulated.js';
import type { Transport } from '../http/transport.js';
import { refuse } from '../operations/simulated-route.js';
import { createAdapter } from './adapter.js';
import { areaOf, FaultScript } from './faults.js';
import { type Answering, createHandle } from './handle.js';
import { Inbox } from './inbox.js';
import { OAuth, type OAuthApp } from './oauth.js';
import { PublicApi } from './public-api.js';
import { standardResources } from './public-api/fixtures.js';
import type { Resources } from './public-api/store.js';
import { answerTracking, refuseTracking } from './tracking-api.js';
import { createTransport } from './transport.js';
import type { Ending, Fault, ReceivedEvent, ReceivedRequest, SimulatorRequest } from './types.js';
import { makeWorkspace, SIMULATOR_API_TOKEN } from './workspace.js';

/** What a simulator is made with. */
export interface SimulatorOptions {
  /** The API token that is accepted. Default {@link SIMULATOR_API_TOKEN}. */
  readonly apiToken?: string;
  /** What differs from the standard workspace `my-workspace`. */
  readonly workspace?: Partial<SimulatedWorkspace> & {
    /**
     * What else it holds, by the path of its collection: `{ '/destinations': [{ id: 'd1', name: 'Webhook' }] }`. A
     * collection that is named replaces the standard one.
     */
    readonly resources?: Resources;
  };
  /** The OAuth apps whose signed requests get tokens. Default: none, and then no signature and no token is checked. */
  readonly oauthApps?: readonly OAuthApp[];
  /**
   * How many bytes of heap its requests and events may take. Above it the oldest requests are forgotten, and the events
   * that came with them: they leave `requests` and `events` at the front, and their message ids are new again. The
   * latest request is kept however large it is. Default 64 MiB, some 38,000 events.
   */
  readonly keepBytes?: number;
  /** What becomes of each event that arrives, such as `enforcePlans(…).enforce`. Default: it is kept. */
  readonly enforce?: (event: ReceivedEvent) => readonly ReceivedEvent[];
}

/** A Segment in memory that keeps the rules of both APIs. */
export interface Simulator {
  /** For `createSegment({ transport })`: no network at all. */
  readonly transport: Transport;
  /** For `axios.create({ adapter })`: no network at all. */
  readonly adapter: AxiosAdapter;
  /** Answers one request; what an adapter or server calls. */
  readonly handle: (request: SimulatorRequest) => Promise<Ending>;
  /** Every event Segment would have kept, once each, in the order of arrival; the latest ones, see `keepBytes`. */
  readonly events: readonly ReceivedEvent[];
  /** How many events arrived again with a `messageId` already seen. */
  readonly duplicates: number;
  /** Every request, in the order of arrival; the latest ones. */
  readonly requests: readonly ReceivedRequest[];
  readonly workspace: SimulatedWorkspace;
  /** Adds a fault to the script; each is used up in turn by the requests it concerns. */
  readonly inject: (fault: Fault) => void;
  /**
   * Resolves with the first event, past or coming, that satisfies the predicate.
   * @param timeoutMs Rejects after this time. Default 5,000.
   */
  readonly waitFor: (predicate: (event: ReceivedEvent) => boolean, timeoutMs?: number) => Promise<ReceivedEvent>;
  /** Forgets events, requests and faults, and starts the rate over. */
  readonly reset: () => void;
}

const KEEP_BYTES = 64 * 1024 * 1024;
const WAIT_MS = 5_000;

/** Makes a simulated Segment: every non-empty write key is accepted, and one API token. */
export const createSimulator = (options: SimulatorOptions = {}): Simulator => {
  const { resources, ...different } = options.workspace ?? {};
  const workspace = makeWorkspace(different);
  const publicApi = new PublicApi(
    workspace,
    { ...standardResources, ...resources },
    options.apiToken ?? SIMULATOR_API_TOKEN,
  );
  const inbox = new Inbox(options.keepBytes ?? KEEP_BYTES);
  const faults = new FaultScript();
  const oauth = new OAuth(options.oauthApps ?? []);
  const handle = createHandle(faults, createAnswering(publicApi, oauth, inbox, options.enforce), inbox);
  return {
    transport: createTransport(handle),
    adapter: createAdapter(handle),
    handle,
    events: inbox.events,
    get duplicates() {
      return inbox.duplicates;
    },
    requests: inbox.requests,
    workspace,
    inject: (fault) => {
      faults.add(fault);
    },
    waitFor: (predicate, timeoutMs = WAIT_MS) => inbox.waitFor(predicate, timeoutMs),
    reset: () => {
      inbox.clear();
      publicApi.reset();
      oauth.reset();
      faults.clear();
    },
  };
};

const createAnswering = (
  publicApi: PublicApi,
  oauth: OAuth,
  inbox: Inbox,
  enforce: SimulatorOptions['enforce'],
): Answering => ({
  answer: (request, body) => {
    const area = areaOf(request);
    if (area === 'oauth') return oauth.answer(request, body);
    if (area === 'publicApi') return publicApi.answer(request, body);
    return answerTracking(request, body, oauth, (event) => {
      for (const kept of enforce?.(event) ?? [event]) inbox.accept(kept);
    });
  },
  refuse: (request, reason, status) =>
    areaOf(request) === 'publicApi' ? refuse(status, 'bad-request', reason) : refuseTracking(reason, status),
});
