/** What came back for a request: an answer, or nothing because the connection broke. */
export type Outcome =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly broken: string };

/** An event that broke the tracking plan of its source. */
export interface BrokenEvent {
  readonly messageId: string;
  /** Whether the source keeps it as it is, without what breaks the plan, or not at all. */
  readonly outcome: 'allowed' | 'omitted' | 'blocked';
  /** What is wrong, one by one. */
  readonly messages: readonly string[];
}

/** One request of a script's clients on the wire, and what came of it. Credentials are redacted. */
export interface Exchange {
  /** Counts up from 1 within a run, in the order of sending. */
  readonly id: number;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** The account whose key it carried; absent when several accounts share the credential. */
  readonly account?: string;
  /** True when it went to Segment itself, with a real key. */
  readonly live: boolean;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON text, when the request has a body. */
  readonly body?: string;
  readonly outcome: Outcome;
  /** Milliseconds until the outcome was known. */
  readonly ms: number;
  /** The events in it that Segment had not seen before, by message id, also those that a plan has blocked. */
  readonly received: readonly string[];
  /** Those that broke the plan of their source. */
  readonly broken?: readonly BrokenEvent[];
}

/** Whether the request was answered with success. */
export const hasSucceeded = ({ outcome }: Exchange): boolean =>
  'status' in outcome && outcome.status >= 200 && outcome.status < 300;
