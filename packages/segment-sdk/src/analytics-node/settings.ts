import type { SegmentOptions } from '../client/options.js';
import { SegmentError } from '../contract/errors.js';
import type { HTTPClient, HTTPFetchFn } from './http-client.js';

/** Client credentials of an OAuth app. */
export interface OAuthSettings {
  readonly clientId: string;
  /** The private key, in PEM. */
  readonly clientKey: string;
  readonly keyId: string;
  readonly authServer?: string | undefined;
  readonly scope?: string | undefined;
}

/** How an {@link Analytics} is set up: by the names of `@segment/analytics-node`. */
export interface AnalyticsSettings {
  readonly writeKey: string;
  /** Origin of the Tracking API. Default `https://api.segment.io`. */
  readonly host?: string | undefined;
  /** Default `/v1/batch`. */
  readonly path?: string | undefined;
  /** Bounds the retries of a batch by number as well as by time. Default: time alone. */
  readonly maxRetries?: number | undefined;
  /** Number of waiting events that makes a request worth sending. Default 15. */
  readonly flushAt?: number | undefined;
  /** The older name of `flushAt`. */
  readonly maxEventsInBatch?: number | undefined;
  /** Longest wait of an event for company, in milliseconds. Default 10,000. */
  readonly flushInterval?: number | undefined;
  /** Limit of one request, in milliseconds. Default 10,000. */
  readonly httpRequestTimeout?: number | undefined;
  /** Sends nothing. Default `false`. */
  readonly disable?: boolean | undefined;
  readonly httpClient?: HTTPFetchFn | HTTPClient | undefined;
  readonly oauthSettings?: OAuthSettings | undefined;
  /** How long a batch is tried, in seconds. Default 43,200 (12 hours). */
  readonly maxTotalBackoffDuration?: number | undefined;
  /** Being told to wait is bounded by `maxTotalBackoffDuration`; this changes nothing. */
  readonly maxRateLimitDuration?: number | undefined;
}

/** What the settings mean for the client beneath. @throws {SegmentError} `missing_write_key` */
export const readSettings = (settings: AnalyticsSettings): SegmentOptions => {
  if (!settings.writeKey)
    throw new SegmentError('Analytics: writeKey is missing', { kind: 'auth', code: 'missing_write_key' });
  return {
    writeKey: settings.writeKey,
    trackingUrl: settings.host,
    maxRetries: settings.maxRetries,
    maxRetryMs: (settings.maxTotalBackoffDuration ?? 43_200) * 1000,
    flushAt: settings.flushAt ?? settings.maxEventsInBatch ?? 15,
    flushIntervalMs: settings.flushInterval ?? 10_000,
    timeoutMs: settings.httpRequestTimeout ?? 10_000,
    disable: settings.disable,
    oauth: settings.oauthSettings && readOAuth(settings.oauthSettings),
  };
};

const readOAuth = ({ clientId, clientKey, keyId, authServer, scope }: OAuthSettings): SegmentOptions['oauth'] => ({
  clientId,
  privateKey: clientKey,
  keyId,
  ...(authServer !== undefined && { authUrl: authServer }),
  ...(scope !== undefined && { scope }),
});
