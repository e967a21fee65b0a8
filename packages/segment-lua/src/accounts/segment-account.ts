import type { SegmentOptions } from '@moonwire/segment-sdk';

/** One account's credentials. Tracking calls need `writeKey`, the others `apiToken`. */
export type SegmentAccount = Pick<SegmentOptions, 'writeKey' | 'apiToken' | 'region' | 'tokenOwner'>;

/**
 * What every account's client is created with: addresses, bounds, retries, hooks. Credentials are the account's,
 * `delivery`, the queue and the plan are the host's.
 */
export type ClientOptions = Omit<SegmentOptions, keyof SegmentAccount | 'delivery' | 'queue' | 'plan' | 'onViolation'>;

/**
 * Where Segment's functions live in a script; a named account's lie one level below:
 * `app.integrations.segment.production`.
 */
export const SEGMENT_NAMESPACE = 'app.integrations.segment';

/** The account that unqualified calls use, and the only name that is always there. */
export const DEFAULT_ACCOUNT = 'default';
