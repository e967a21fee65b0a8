import type { FreeForm } from '../schema/schema.js';
import type { SegmentError } from './errors.js';

/** An event as it travels to Segment. */
export interface WireEvent {
  readonly type: string;
  readonly messageId: string;
  readonly timestamp: string;
  readonly userId?: string;
  readonly anonymousId?: string;
  readonly context: FreeForm;
  readonly [field: string]: unknown;
}

/** A request about to be sent. Nothing secret is in it. */
export interface RequestReport {
  readonly operation: string;
  readonly method: string;
  readonly url: string;
  /** Lower-case names; credentials are replaced by `[redacted]`. */
  readonly headers: Readonly<Record<string, string>>;
  /** 0 for the first attempt, then the number of the retry. */
  readonly attempt: number;
}

/** The answer to a request, whatever its status. */
export interface ResponseReport extends RequestReport {
  readonly status: number;
  /** Time from sending to the whole answer, in milliseconds. */
  readonly ms: number;
}

/** Functions called along the way. What they return, or throw, changes nothing, `beforeSend` excepted. */
export interface Hooks {
  /**
   * Sees each event before it is queued and returns it, a changed one, or `null` to drop it. It is given a copy.
   * If it throws, the event is not sent and ends as `before_send_failed`.
   */
  readonly beforeSend?: (event: WireEvent) => WireEvent | null | Promise<WireEvent | null>;
  /** Learns of every event that was not delivered, with its reason. */
  readonly onError?: (error: SegmentError, event: unknown) => unknown;
  readonly onRequest?: (request: RequestReport) => unknown;
  readonly onResponse?: (response: ResponseReport) => unknown;
}

/** A named set of hooks to share between clients. */
export interface Plugin extends Hooks {
  readonly name?: string;
}

/** Calls one hook of every plugin; what they throw is their own affair. */
export const tell = <K extends 'onError' | 'onRequest' | 'onResponse'>(
  plugins: readonly Hooks[],
  hook: K,
  ...args: Parameters<NonNullable<Hooks[K]>>
): void => {
  for (const plugin of plugins) {
    const listener = plugin[hook] as ((...given: typeof args) => unknown) | undefined;
    try {
      Promise.resolve(listener?.(...args)).catch(() => undefined);
    } catch {
      // A listener must not decide the fate of an event.
    }
  }
};
