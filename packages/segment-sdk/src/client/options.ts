import type { AxiosInstance } from 'axios';

import type { Hooks, Plugin } from '../contract/hooks.js';
import type { Region } from '../contract/regions.js';
import type { Queue } from '../delivery/queue-connection.js';
import type { OAuthOptions } from '../http/oauth.js';
import type { Transport } from '../http/transport.js';
import type { OnViolation } from '../plan/keep-event.js';
import type { Plan } from '../plan/plan.js';

/** How a client is set up. Everything may be left out; a call that lacks its credential says which one. */
export interface SegmentOptions extends Hooks {
  /** Write key of a source, for the tracking calls. */
  readonly writeKey?: string | undefined;
  /** Public API token, for the management calls. */
  readonly apiToken?: string | undefined;
  /** Client credentials for the tracking calls, beside the write key. */
  readonly oauth?: OAuthOptions | undefined;
  /** Where the workspace keeps its data. Default `us`. */
  readonly region?: Region | undefined;
  /** Origin of the Tracking API, without `/v1`. Default: the region's. */
  readonly trackingUrl?: string | undefined;
  /** Origin of the Public API. Default: the region's. */
  readonly publicApiUrl?: string | undefined;
  /** E-mail or id of the user who owns the API token; Segment does not tell. */
  readonly tokenOwner?: string | undefined;
  /** Number of waiting events that makes a request worth sending. Default 100. */
  readonly flushAt?: number | undefined;
  /** Longest wait of an event for company, in milliseconds. Default 1,000. */
  readonly flushIntervalMs?: number | undefined;
  /** Most events in one request, at most Segment's 2,500. Default 1,000, or `flushAt` if that is more. */
  readonly maxBatchEvents?: number | undefined;
  /** Bound of all events that are not settled, in bytes. Default 64 MiB. */
  readonly maxQueueBytes?: number | undefined;
  /** Most tracking requests at a time. Default 4. */
  readonly maxInFlight?: number | undefined;
  /**
   * How often a request is sent again after a failure; being told to wait is none. Default: for events time alone is
   * the bound (`maxRetryMs`), for calls of the Public API 10.
   */
  readonly maxRetries?: number | undefined;
  /** The last attempt begins this long after the first one, in milliseconds. Default 900,000 (15 minutes). */
  readonly maxRetryMs?: number | undefined;
  /** Limit for one attempt, in milliseconds. Default 10,000. */
  readonly timeoutMs?: number | undefined;
  /** `batch` gathers events; `confirm` sends each call on its own and at once. Default `batch`. */
  readonly delivery?: 'batch' | 'confirm' | undefined;
  /**
   * Compresses request bodies, where there is `CompressionStream`. Default `false`: Segment does not document it for
   * batches.
   */
  readonly gzip?: boolean | undefined;
  /** Checks tracking calls but sends nothing. Default `false`. */
  readonly disable?: boolean | undefined;
  /** In Node: delivers what waits before the process exits by itself or by SIGTERM. Default `false`. */
  readonly flushOnExit?: boolean | undefined;
  /** On serverless platforms: their function that keeps an invocation alive until a promise settles. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Sets of hooks, called after the client's own. */
  readonly plugins?: readonly Plugin[] | undefined;
  /** An axios instance to send with, e.g. one with a proxy or with a simulator's adapter. */
  readonly axios?: AxiosInstance | undefined;
  /** What sends each request in place of axios, e.g. `simulator.transport` or a function around `fetch`. */
  readonly transport?: Transport | undefined;
  /** The tracking plan, by `createPlan` of `@moonwire/segment-sdk/plan`; each event is held to it at the call. */
  readonly plan?: Plan | undefined;
  /**
   * What becomes of an event that breaks the plan: it is sent and `onError` is told (`report`, the default), it is
   * refused with `plan_violation` (`reject`), or it is sent without the properties and traits that break it (`omit`).
   */
  readonly onViolation?: OnViolation | undefined;
  /**
   * Where events wait: `durableQueue()` of `@moonwire/segment-sdk/durable`, `createQueue()` of `…/queue`. A call then
   * resolves as `queued` once the queue holds its event. Default: in memory, until Segment has accepted them.
   */
  readonly queue?: Queue | undefined;
}
