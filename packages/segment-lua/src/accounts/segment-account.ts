import type { SegmentOptions } from '@moonwire/segment-sdk';

/** One account's credentials. Tracking calls need `writeKey`, the others `apiToken`. */
export type SegmentAccount = Pick<SegmentOptions, 'writeKey' | 'apiToken' | 'region' | 'tokenOwner'>;

/** What every account's client is created with, credentials aside: addresses, queue, retries, hooks. */
export type ClientOptions = Omit<SegmentOptions, keyof SegmentAccount>;
