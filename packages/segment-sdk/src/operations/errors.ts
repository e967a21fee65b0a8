import { managementOperations } from './management-operations.js';
import type { OperationError } from './operation.js';
import { trackingOperations } from './tracking-operations.js';

/** What calls can fail with, and which of them. */
export interface ListedError extends OperationError {
  /** Only operations with this credential can fail so. Left out: any. */
  readonly auth?: 'writeKey' | 'apiToken';
  /** The names of the only operations that can fail so. Left out: any. */
  readonly operations?: readonly string[];
}

/** Found before anything is sent, or when Segment looks at the credential. */
const OF_THE_CALL: readonly ListedError[] = [
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
];

/** What comes back, or does not. */
const OF_THE_ANSWER: readonly ListedError[] = [
  { code: 'rate_limited', summary: 'Too many requests, after all retries. Wait and call again.' },
  { code: 'api_error', summary: "Segment answered with an error. The message holds Segment's own words." },
  { code: 'network_error', summary: 'Segment could not be reached. Check the connection.' },
  { code: 'timeout', summary: 'Segment did not answer in time. Call again later.' },
];

/**
 * Every error that calls can fail with, by its `code`, and what to do about it: those of all calls, and those that the
 * operations name themselves.
 */
export const listErrors = (): readonly ListedError[] => [...OF_THE_CALL, ...gatherOwn(), ...OF_THE_ANSWER];

const gatherOwn = (): readonly ListedError[] => {
  const found = new Map<OperationError, string[]>();
  for (const { name, errors = [] } of [...trackingOperations, ...managementOperations] as readonly Named[])
    for (const error of errors) found.set(error, [...(found.get(error) ?? []), name]);
  return [...found].map(([error, operations]) => ({ ...error, operations }));
};

interface Named {
  readonly name: string;
  readonly errors?: readonly OperationError[];
}
