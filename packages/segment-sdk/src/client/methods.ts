// Written by the build from the operations and package.json; do not edit.
import type { AnyPlan, Method, TrackingPlan } from './types.js';

/** The version of this package, as Segment is told in `context.library`. */
export const VERSION = '0.0.0';

/** The operations whose methods load their code at the first call, and whether they read a list page by page. */
export const readsPageByPage = {
  get_workspace: false,
  list_sources: true,
  get_source: false,
  get_current_user: false,
  verify_token: false,
} as const;

/** A method for every operation. @typeParam Plan The tracking plan that `track` is held to. */
export interface SegmentMethods<Plan extends TrackingPlan = AnyPlan> {
  /**
   * Identify a user in Segment with their traits. Links metadata about a user to a known userId.
   *
   * - `userId` (string, required): The unique identifier for the user in your database
   * - `traits` (object): Key-value pairs of user traits (e.g., name, email, plan, role, company)
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly identify: Method<'identify', Plan>;
  /**
   * Track a custom event for a user in Segment.
   *
   * - `event` (string, required): The name of the event (e.g., "Order Completed")
   * - `userId` (string, required): The unique identifier for the user
   * - `properties` (object): Key-value pairs of event properties
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly track: Method<'track', Plan>;
  /**
   * Record a page view in Segment.
   *
   * - `name` (string, required): The name of the page viewed
   * - `userId` (string, required): The unique identifier for the user
   * - `properties` (object): Key-value pairs of page properties (url, referrer, title, path)
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly page: Method<'page', Plan>;
  /**
   * Associate a user with a group (organization, company, account) in Segment.
   *
   * - `groupId` (string, required): The unique identifier for the group
   * - `userId` (string, required): The unique identifier for the user
   * - `traits` (object): Key-value pairs of group traits (name, plan, industry)
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly group: Method<'group', Plan>;
  /**
   * Get details of a Segment workspace by its slug. Requires an API token.
   *
   * - `slug` (string, required): The workspace slug (e.g., "my-workspace")
   */
  readonly getWorkspace: Method<'get_workspace', Plan>;
  /**
   * List all sources in a Segment workspace. Requires an API token.
   *
   * - `slug` (string, required): The workspace slug
   */
  readonly listSources: Method<'list_sources', Plan>;
  /**
   * Get details of a specific Segment source. Requires an API token.
   *
   * - `slug` (string, required): The workspace slug
   * - `id` (string, required): The source ID
   */
  readonly getSource: Method<'get_source', Plan>;
  /**
   * Get the currently authenticated Segment user. Requires an API token. Useful for verifying credentials.
   */
  readonly getCurrentUser: Method<'get_current_user', Plan>;
  /**
   * Record a screen view of a mobile app in Segment.
   *
   * - `name` (string, required): The name of the screen viewed
   * - `userId` (string, required): The unique identifier for the user
   * - `properties` (object): Key-value pairs of screen properties
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly screen: Method<'screen', Plan>;
  /**
   * Merge two identities of one user in Segment.
   *
   * - `userId` (string, required): The identifier the user has from now on
   * - `previousId` (string, required): The identifier the user had before
   * - `anonymousId` (string): An identifier for a user who is not known yet; it may stand in for userId
   * - `timestamp` (string): When it happened, if not now (ISO 8601 with an offset)
   * - `messageId` (string): Identifies the event, so that sending it twice counts once (a random UUID if absent)
   * - `context` (object): What else is known about the circumstances (ip, locale, userAgent, campaign)
   * - `integrations` (object): Which destinations receive the event (e.g., All = true)
   */
  readonly alias: Method<'alias', Plan>;
  /**
   * Check whether Segment accepts the API token, and which workspace it belongs to.
   */
  readonly verifyToken: Method<'verify_token', Plan>;
}
