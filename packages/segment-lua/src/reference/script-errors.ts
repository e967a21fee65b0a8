import type { ReferenceError } from '@moonwire/docs-gen';
import { listErrors } from '@moonwire/segment-sdk';

/** What a call of a script can fail with, as `err.code`, and what to do about it. */
export const scriptErrors: readonly ReferenceError[] = [
  ...listErrors(),
  { code: 'denied', summary: 'The policy of this run forbids the call. The message says who can change it.' },
];
