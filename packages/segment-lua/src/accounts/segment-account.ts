import type { SegmentOptions } from '@moonwire/segment-sdk';

/** One account's credentials. Tracking calls need `writeKey`, the others `apiToken`. */
export type SegmentAccount = Pick<SegmentOptions, 'writeKey' | 'apiToken' | 'region' | 'tokenOwner'>;

/**
 * What every account's client is created with: addresses, queue, retries, hooks. Credentials are the account's, and
 * `delivery` is the host's.
 */
export type ClientOptions = Omit<SegmentOptions, keyof SegmentAccount | 'delivery'>;
