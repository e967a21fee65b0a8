/**
 * Where Segment's functions live in a script; a named account's lie one level below:
 * `app.integrations.segment.production`.
 */
export const SEGMENT_NAMESPACE = 'app.integrations.segment';

/** The account that unqualified calls use, and the only name that is always there. */
export const DEFAULT_ACCOUNT = 'default';
