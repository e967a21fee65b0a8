import { createOptionCheck } from '../contract/check-options.js';
import { REGIONS } from '../contract/regions.js';
import { MAX_BATCH_BYTES, MAX_BATCH_EVENTS } from '../delivery/courier.js';
import type { DeliveryLimits } from '../delivery/delivery.js';
import { CALLER_RETRIES, readPatience } from '../http/patience.js';
import type { Patience } from '../http/send.js';
import type { SegmentOptions } from './options.js';

/** Options with every default filled in, without credentials. */
export interface Settings extends DeliveryLimits {
  readonly timeoutMs: number;
  /** For events and their access tokens. */
  readonly patience: Patience;
  /** For calls of the Public API, whose caller waits. */
  readonly callerPatience: Patience;
  readonly trackingUrl: string;
  readonly publicApiUrl: string;
}

/** The options that are numbers: the least value and the default. */
const numbers = {
  flushAt: [1, 100],
  flushIntervalMs: [0, 1_000],
  maxBatchEvents: [1, 1_000],
  maxQueueBytes: [1, 64 * 1024 * 1024],
  maxInFlight: [1, 4],
  maxRetryMs: [0, 900_000],
  timeoutMs: [1, 10_000],
} as const;

/** The names of all options; the type sees to it that none is missing. */
const NAMES = Object.keys({
  ...numbers,
  writeKey: 1,
  apiToken: 1,
  oauth: 1,
  region: 1,
  trackingUrl: 1,
  publicApiUrl: 1,
  tokenOwner: 1,
  maxRetries: 1,
  delivery: 1,
  gzip: 1,
  disable: 1,
  flushOnExit: 1,
  waitUntil: 1,
  plugins: 1,
  axios: 1,
  transport: 1,
  plan: 1,
  queue: 1,
  beforeSend: 1,
  onError: 1,
  onRequest: 1,
  onResponse: 1,
  onViolation: 1,
} satisfies Record<keyof SegmentOptions, unknown>);

/** Fills in the defaults and checks what was given; throws `invalid_option`. */
export const settingsOf = (options: SegmentOptions): Settings => {
  const check = createOptionCheck('createSegment', options);
  check.names(NAMES);
  check.key('writeKey');
  check.key('apiToken');
  check.expect(options.plan ?? !options.onViolation, 'plan', 'plan for onViolation');
  const { tracking, publicApi } = REGIONS[check.region()];
  const { maxRetryMs, ...given } = check.numbers(numbers);
  const most = Math.min(options.maxBatchEvents ?? Math.max(given.flushAt, given.maxBatchEvents), MAX_BATCH_EVENTS);
  return {
    ...given,
    patience: readPatience(check, options.maxRetries, maxRetryMs, Infinity),
    callerPatience: readPatience(check, options.maxRetries, maxRetryMs, CALLER_RETRIES),
    maxBatchEvents: most,
    maxBatchBytes: MAX_BATCH_BYTES,
    ...(options.delivery === 'confirm' && { flushAt: 1, maxBatchEvents: 1 }),
    trackingUrl: check.origin('trackingUrl', tracking),
    publicApiUrl: check.origin('publicApiUrl', publicApi),
  };
};
