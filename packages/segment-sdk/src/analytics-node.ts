export { Analytics, Analytics as default } from './analytics-node/analytics.js';
export { Context, type FailedDelivery } from './analytics-node/context.js';
export type { AnalyticsEvents, HttpRequestEvent, HttpResponseEvent } from './analytics-node/events.js';
export type {
  HTTPClient,
  HTTPClientRequest,
  HTTPFetchFn,
  HTTPFetchRequest,
  HTTPHeaders,
  HTTPResponse,
} from './analytics-node/http-client.js';
export type {
  AliasParams,
  Callback,
  CloseAndFlushParams,
  ExtraContext,
  FlushParams,
  GroupParams,
  IdentifyParams,
  PageParams,
  TrackParams,
} from './analytics-node/params.js';
export type { Plugin } from './analytics-node/plugins.js';
export type { AnalyticsSettings, OAuthSettings } from './analytics-node/settings.js';
