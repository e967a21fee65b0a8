import type { CallRecord, RunError, RunResult } from '@moonwire/segment-lua';

import type { Exchange } from './exchange.js';
import type { RunSetup } from './run-setup.js';

/** A request that the page is asked to send, with the key of `account` added. */
export interface RelayedRequest {
  readonly account: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What the page got for a {@link RelayedRequest}. */
export type RelayedAnswer =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string }
  | { readonly failed: string };

/** A syntax error found without running the script. */
export interface SyntaxProblem {
  readonly line: number;
  readonly message: string;
}

/** The part of a result that crosses to the page: plain data, without the cause of an error. */
export interface RunSummary extends Pick<RunResult, 'ok' | 'deliveries' | 'usage' | 'calls'> {
  /** What the script returned, one text each: a value may be none that JSON or a message can carry. */
  readonly returned: readonly string[];
  readonly error?: Omit<RunError, 'cause'>;
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly type: 'run'; readonly setup: RunSetup }
  | { readonly type: 'check'; readonly id: number; readonly code: string }
  | { readonly type: 'relayed'; readonly id: number; readonly answer: RelayedAnswer };

/** From the worker to the page. */
export type FromWorker =
  /** It is loaded and listens. */
  | { readonly type: 'ready' }
  /** The run ended otherwise than by a result. */
  | { readonly type: 'broken'; readonly reason: string }
  | { readonly type: 'output'; readonly text: string }
  | { readonly type: 'calls'; readonly calls: readonly CallRecord[] }
  | { readonly type: 'exchange'; readonly exchange: Exchange }
  | { readonly type: 'finished'; readonly summary: RunSummary }
  | { readonly type: 'checked'; readonly id: number; readonly problem?: SyntaxProblem }
  | { readonly type: 'relay'; readonly id: number; readonly request: RelayedRequest };
