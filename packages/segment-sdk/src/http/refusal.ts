import { SegmentError, type SegmentErrorKind } from '../errors.js';
import { isRetryable } from './retry.js';
import { isHtml } from './success.js';
import type { HttpAnswer } from './transport.js';

const KINDS: Readonly<Record<number, readonly [SegmentErrorKind, string]>> = {
  401: ['auth', 'unauthorized'],
  403: ['auth', 'forbidden'],
  404: ['not_found', 'not_found'],
  429: ['rate_limit', 'rate_limited'],
};

interface WireErrors {
  readonly errors?: readonly { readonly type?: unknown; readonly message?: unknown }[];
  readonly message?: unknown;
}

const told = (answer: HttpAnswer): string => {
  if (isHtml(answer)) return 'an HTML page came back; is the URL right?';
  try {
    const { errors, message } = JSON.parse(answer.body) as WireErrors;
    const text = errors?.[0]?.message ?? errors?.[0]?.type ?? message;
    if (typeof text === 'string') return text.slice(0, 500);
  } catch {
    // It is not JSON, or not what is documented.
  }
  return 'no reason given';
};

const fix = (kind: SegmentErrorKind, status: number, credential: string): string => {
  if (kind === 'auth') return `; check ${credential}`;
  return status >= 300 && status < 400 ? '; redirects are not followed, check the URL' : '';
};

/**
 * The error for an answer that is not a success.
 * @param credential Names what was shown to Segment, for the fix.
 * @param redact Takes secrets out of what the server said. It must be done before there is an error: its stack repeats
 *   the message.
 */
export const refusal = (
  operation: string,
  answer: HttpAnswer,
  credential: string,
  redact: (text: string) => string,
): SegmentError => {
  const {
    status,
    headers: { 'x-request-id': requestId },
  } = answer;
  const [kind, code] = KINDS[status] ?? ['api', 'api_error'];
  return new SegmentError(`refused (${status}): ${redact(told(answer))}${fix(kind, status, credential)}`, {
    kind,
    code,
    operation,
    status,
    // A success that is a page for people comes from something in between.
    retryable: isRetryable(status) || status < 300,
    ...(requestId && { requestId }),
  });
};
