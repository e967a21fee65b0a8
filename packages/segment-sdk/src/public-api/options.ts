import type { SegmentOptions } from '../client/options.js';
import { createOptionCheck } from '../contract/check-options.js';
import type { Hooks } from '../contract/hooks.js';
import { REGIONS } from '../contract/regions.js';
import { CALLER_RETRIES, readPatience } from '../http/patience.js';

/** How a client of the Public API is set up. Only `apiToken` is needed, and only when something is sent. */
export interface PublicApiOptions
  extends
    Pick<
      SegmentOptions,
      'apiToken' | 'region' | 'publicApiUrl' | 'maxRetries' | 'maxRetryMs' | 'timeoutMs' | 'axios' | 'transport'
    >,
    Pick<Hooks, 'onRequest' | 'onResponse'> {
  /** Sets of hooks, called after the client's own. */
  readonly plugins?: readonly Pick<Hooks, 'onRequest' | 'onResponse'>[] | undefined;
}

/** The names of all options; the type sees to it that none is missing. */
const NAMES = Object.keys({
  apiToken: 1,
  region: 1,
  publicApiUrl: 1,
  maxRetries: 1,
  maxRetryMs: 1,
  timeoutMs: 1,
  axios: 1,
  transport: 1,
  onRequest: 1,
  onResponse: 1,
  plugins: 1,
} satisfies Record<keyof PublicApiOptions, 1>);

/** Fills in the defaults and checks what was given; throws `invalid_option`. */
export const readOptions = (options: PublicApiOptions) => {
  const check = createOptionCheck('createPublicApi', options);
  check.names(NAMES);
  check.key('apiToken');
  const { maxRetryMs, timeoutMs } = check.numbers({ maxRetryMs: [0, 900_000], timeoutMs: [1, 10_000] });
  return {
    timeoutMs,
    patience: readPatience(check, options.maxRetries, maxRetryMs, CALLER_RETRIES),
    origin: check.origin('publicApiUrl', REGIONS[check.region()].publicApi),
  };
};
