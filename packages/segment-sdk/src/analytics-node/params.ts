import type { Context } from './context.js';

/** More about the circumstances of an event: `ip`, `locale`, `campaign`, … */
export type ExtraContext = object;

interface CommonParams {
  /** When it happened, if not now. */
  readonly timestamp?: string | number | Date | undefined;
  readonly context?: ExtraContext | undefined;
  readonly integrations?: object | undefined;
  /** Identifies the event, so that sending it twice counts once. */
  readonly messageId?: string | undefined;
}

type Identity =
  | { readonly userId: string; readonly anonymousId?: string | null | undefined }
  | { readonly userId?: string | null | undefined; readonly anonymousId: string };

/** What `identify` takes. */
export type IdentifyParams = CommonParams & Identity & { readonly traits?: object | undefined };

/** What `group` takes. */
export type GroupParams = IdentifyParams & { readonly groupId: string };

/** What `track` takes. */
export type TrackParams = CommonParams &
  Identity & { readonly event: string; readonly properties?: object | undefined };

/** What `page` and `screen` take. */
export type PageParams = CommonParams &
  Identity & {
    readonly category?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly properties?: object | undefined;
  };

/** What `alias` takes. */
export type AliasParams = CommonParams & { readonly userId: string; readonly previousId: string };

/** Called when the event of a call ended: with the reason if it was not delivered. */
export type Callback = (error: unknown, context: Context) => unknown;

/** How a flush is steered. */
export interface FlushParams {
  /** The longest wait of the returned promise, in milliseconds. Default: none. */
  readonly timeout?: number | undefined;
  /** Accepts no more calls from now on. Default `false`. */
  readonly close?: boolean | undefined;
}

/** How a client is closed. */
export interface CloseAndFlushParams {
  /** The longest wait, in milliseconds; what is not delivered by then fails. Default 75,000, or more. */
  readonly timeout?: number | undefined;
}
