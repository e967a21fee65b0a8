import type { Effect } from './policy.js';

/** How a call ended. `queued` is what a tracking call is until Segment has answered for its event. */
export type CallStatus = 'ok' | 'queued' | 'delivered' | 'dropped' | 'failed' | 'denied' | 'dry_run';

/** An error as data: safe to log and to send over a wire. */
export interface ErrorReport {
  /** Stable, for programs: `invalid_input`, `not_found`, `denied`, `limit_time`, … */
  readonly code: string;
  /** For people. Never holds a credential. */
  readonly message: string;
}

/** One call of a script, recorded when it ends. */
export interface CallRecord {
  /** As the script wrote it: `app.integrations.segment.production.track`. */
  readonly path: string;
  /** The operation's name: `track`. */
  readonly operation: string;
  readonly account: string;
  readonly effect: Effect;
  /** The Lua line of the call. */
  readonly line: number;
  /** Milliseconds the script waited for it. */
  readonly ms: number;
  readonly status: CallStatus;
  readonly error?: ErrorReport;
  /** The event's id, on tracking calls. */
  readonly messageId?: string;
}

/** An event that Segment has not accepted, and the call that made it. */
export interface FailedDelivery {
  readonly messageId: string;
  readonly operation: string;
  readonly account: string;
  readonly line: number;
  readonly error: ErrorReport;
}

/** What became of the events of a run. When the run is over, `queued` is the sum of the others. */
export interface Deliveries {
  /** Events that the script handed over. */
  readonly queued: number;
  /** Events that Segment accepted. */
  readonly delivered: number;
  /** Events that a `beforeSend` hook removed. */
  readonly dropped: number;
  /**
   * With a `queue`: events that it still holds. They are delivered later, and are no failures. Queues do not say which
   * they are: the status of those that may have been delivered stays `queued`.
   */
  readonly kept?: number;
  readonly failed: readonly FailedDelivery[];
}

/** A request that a dry run did not send. */
export interface PlannedRequest {
  readonly operation: string;
  readonly account: string;
  readonly line: number;
  readonly method: string;
  /** The address, without credentials. */
  readonly url: string;
  /** The JSON body, when the request has one. */
  readonly body?: unknown;
}

/** Why a run failed. */
export interface RunError extends ErrorReport {
  /** What happened, without the position that the message begins with. */
  readonly reason: string;
  /** The Lua line, when there is one. */
  readonly line?: number;
  readonly traceback?: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
  /** What is wrong, by its path: a field of the input (`properties.items[2]`), or a name that leads to nothing. */
  readonly field?: string;
  /** The error as it was raised: a `SegmentError`, a `LuaError`. */
  readonly cause?: unknown;
}

/** What to write instead, or what is probably not meant. */
export interface Hint {
  /** The Lua line it is about. */
  readonly line: number;
  /** For people and for models: the fix. */
  readonly hint: string;
}

/** What a run cost. */
export interface RunUsage {
  /** Milliseconds from the start of the run to the last answer of Segment. */
  readonly timeMs: number;
  /** Lua instructions, rounded up to the step at which they are counted. */
  readonly instructions: number;
  /** The most that live Lua values took, in bytes, estimated; 0 for a script that had to be killed. */
  readonly memoryBytes: number;
  /** Calls out of the script, of any kind. */
  readonly hostCalls: number;
  readonly outputBytes: number;
  /** Batches of events sent, retries not counted. */
  readonly batches: number;
}

/** Everything there is to know of a run that is over. */
export interface RunResult {
  /** True when the script ended well and every event was delivered, or is kept in a queue. */
  readonly ok: boolean;
  /** Whom the script talked to: `simulator`, `segment (us)`, or an address; in a dry run, whom it would have. */
  readonly target: string;
  /** What the script returned. */
  readonly values: readonly unknown[];
  /** What it printed. */
  readonly output: string;
  readonly error?: RunError;
  /** In the order in which they ended. */
  readonly calls: readonly CallRecord[];
  readonly deliveries: Deliveries;
  /** In a dry run: what would have been sent. */
  readonly planned?: readonly PlannedRequest[];
  /** With the option `hints`, where there are any: one for the error, or those on a script that went well. */
  readonly hints?: readonly Hint[];
  readonly usage: RunUsage;
}
