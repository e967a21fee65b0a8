import type { SimulatorResponse } from '../operations/simulated-route.js';
import type { FreeForm } from '../schema/schema.js';

/** An HTTP request as the simulator sees it, from whichever side it comes. */
export interface SimulatorRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** How an exchange with the simulator ends: an answer, a dropped connection, or silence. */
export type Ending = SimulatorResponse | 'dropped' | 'hanging';

/** A request the simulator received, and how it ended. */
export interface ReceivedRequest extends Omit<SimulatorRequest, 'body'> {
  /** Lower-case names. `authorization` can be read, but is in no copy, JSON or printed text. */
  readonly headers: Readonly<Record<string, string>>;
  /** The decoded body. */
  readonly body: string;
  /** Status of the answer; absent when the connection was dropped or left hanging. */
  readonly status?: number;
}

/** An event that reached the simulated Segment. */
export interface ReceivedEvent {
  /** The key the event came in with: it tells the source. Read it by name: it is in no copy, JSON or printed text. */
  readonly writeKey: string;
  readonly type: string;
  readonly messageId: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly event?: string;
  readonly name?: string;
  readonly groupId?: string;
  readonly receivedAt: string;
  /** The event as it travelled. */
  readonly body: FreeForm;
}

/** What goes wrong, once or more often. */
export interface Fault {
  /** Which requests it concerns. Default: all. */
  readonly on?: 'tracking' | 'oauth' | 'publicApi' | ((request: SimulatorRequest) => boolean);
  /** How many requests it concerns. Default 1; `Infinity` for all until `reset()`. */
  readonly times?: number;
  /** Answers with this status; nothing is accepted. */
  readonly status?: number;
  /** Headers of that answer, e.g. `{ 'retry-after': '1' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of that answer. */
  readonly body?: string;
  /** Closes the connection before the request is looked at, or after it was accepted. */
  readonly drop?: 'before' | 'after';
  /** Accepts the connection and never answers. */
  readonly hang?: boolean;
  /** Waits before doing anything, in milliseconds. */
  readonly latencyMs?: number;
}
