import type { ReferenceError } from '@moonwire/docs-gen';

/** What a call of a script can fail with, as `err.code`, and what to do about it. */
export const scriptErrors: readonly ReferenceError[] = [
  {
    code: 'invalid_input',
    summary: 'A field is missing, unknown or of the wrong type. The message names the field and what was expected.',
  },
  {
    code: 'missing_write_key',
    summary: 'The account has no write key. Set writeKey, or SEGMENT_WRITE_KEY.',
    auth: 'writeKey',
  },
  { code: 'event_too_large', summary: 'The event is over 32 KB. Send less in it, or split it.', auth: 'writeKey' },
  {
    code: 'not_delivered',
    summary: 'Segment did not take the event, after all retries. The run reports which.',
    auth: 'writeKey',
  },
  {
    code: 'missing_api_token',
    summary: 'The account has no API token. Set apiToken, or SEGMENT_API_TOKEN.',
    auth: 'apiToken',
  },
  {
    code: 'unauthorized',
    summary: 'Segment refused the API token. Check it, and that it belongs to this region.',
    auth: 'apiToken',
  },
  {
    code: 'forbidden',
    summary: 'The API token lacks the permission. Give it the role the call needs.',
    auth: 'apiToken',
  },
  {
    code: 'not_found',
    summary: "The slug is not that of the token's workspace, or there is no such source. The message names both.",
    operations: ['get_workspace', 'list_sources', 'get_source'],
  },
  {
    code: 'current_user_unknown',
    summary: 'The workspace has several users. Name the owner of the token as tokenOwner (e-mail or ID).',
    operations: ['get_current_user'],
  },
  { code: 'rate_limited', summary: 'Too many requests, after all retries. Wait and call again.' },
  { code: 'api_error', summary: "Segment answered with an error. The message holds Segment's own words." },
  { code: 'network_error', summary: 'Segment could not be reached. Check the connection.' },
  { code: 'timeout', summary: 'Segment did not answer in time. Call again later.' },
  { code: 'denied', summary: 'The policy of this run forbids the call. The message says who can change it.' },
];
