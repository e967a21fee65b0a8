import type { AxiosAdapter } from 'axios';

import { adapterFor } from './adapter.js';
import { withCredential } from './credential.js';
import { FaultScript, isTracking } from './faults.js';
import { Inbox } from './inbox.js';
import { PublicApi } from './public-api.js';
import { answerTracking } from './tracking-api.js';
import type {
  Fault,
  ReceivedEvent,
  ReceivedRequest,
  SimulatedWorkspace,
  SimulatorRequest,
  SimulatorResponse,
} from './types.js';
import { SIMULATOR_API_TOKEN, standardWorkspace } from './workspace.js';

/** What a simulator is made with. */
export interface SimulatorOptions {
  /** The API token that is accepted. Default {@link SIMULATOR_API_TOKEN}. */
  readonly apiToken?: string;
  /** What differs from the standard workspace `my-workspace`. */
  readonly workspace?: Partial<SimulatedWorkspace>;
  /**
   * How many bytes of requests it remembers. Above it the oldest are forgotten, and the events that came with them:
   * they leave `requests` and `events` at the front, and their message ids are new again. Default 64 MiB, some 130,000
   * events.
   */
  readonly keepBytes?: number;
}

const KEEP_BYTES = 64 * 1024 * 1024;

/** How an exchange with the simulator ends: an answer, a dropped connection, or silence. */
export type Ending = SimulatorResponse | 'dropped' | 'hanging';

/** A Segment in memory that keeps the rules of both APIs. */
export interface Simulator {
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

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const isGzip = ({ headers }: SimulatorRequest): boolean => headers['content-encoding'] === 'gzip';

const decoded = async (request: SimulatorRequest): Promise<string> => {
  const { body = '' } = request;
  if (!isGzip(request)) return typeof body === 'string' ? body : new TextDecoder().decode(body);
  const plain = new Blob([body as string | Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).text();
};

const faultEnding = ({ status, headers = {}, body = '', drop, hang }: Fault): Ending | undefined => {
  if (hang) return 'hanging';
  if (drop === 'before') return 'dropped';
  return status === undefined ? undefined : { status, headers, body };
};

const shown = ({ authorization, ...headers }: SimulatorRequest['headers']): SimulatorRequest['headers'] =>
  authorization === undefined ? headers : withCredential(headers, 'authorization', authorization);

/** Makes a simulated Segment: every non-empty write key is accepted, and one API token. */
export const createSimulator = (options: SimulatorOptions = {}): Simulator => {
  const workspace = { ...standardWorkspace, ...options.workspace };
  const publicApi = new PublicApi(workspace, options.apiToken ?? SIMULATOR_API_TOKEN);
  const inbox = new Inbox(options.keepBytes ?? KEEP_BYTES);
  const faults = new FaultScript();

  const answered = (request: SimulatorRequest, body: string): SimulatorResponse =>
    isTracking(request)
      ? answerTracking(request, body, (event) => {
          inbox.accept(event);
        })
      : publicApi.answer(request);

  const handle = async (request: SimulatorRequest): Promise<Ending> => {
    const fault = faults.next(request);
    if (fault?.latencyMs) await sleep(fault.latencyMs);
    const body = await decoded(request);
    const early = fault && faultEnding(fault);
    const ending = early ?? answered(request, body);
    const { method, path, headers } = request;
    const end = fault?.drop === 'after' ? 'dropped' : ending;
    inbox.record({
      method,
      path,
      headers: shown(headers),
      body,
      ...(typeof end === 'object' && { status: end.status }),
    });
    return end;
  };

  return {
    adapter: adapterFor(handle),
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
    waitFor: (predicate, timeoutMs = 5_000) => inbox.waitFor(predicate, timeoutMs),
    reset: () => {
      inbox.clear();
      publicApi.reset();
      faults.clear();
    },
  };
};
