import { SegmentError, type SegmentErrorKind } from '../errors.js';
import { isRetryable } from './retry.js';
import type { HttpAnswer } from './transport.js';

const KINDS: Readonly<Record<number, readonly [SegmentErrorKind, string]>> = {
  401: ['auth', 'unauthorized'],
  403: ['auth', 'forbidden'],
  404: ['not_found', 'not_found'],
  429: ['rate_limit', 'rate_limited'],
};

/** Whether the answer is a page for people rather than an answer of an API. */
export const isHtml = ({ header }: HttpAnswer): boolean => /text\/html/i.test(header('content-type') ?? '');

interface WireErrors {
  readonly errors?: readonly { readonly type?: unknown; readonly message?: unknown; readonly field?: unknown }[];
  readonly message?: unknown;
}

const parsed = (body: string): WireErrors => {
  try {
    return (JSON.parse(body) ?? {}) as WireErrors;
  } catch {
    return {};
  }
};

const told = (answer: HttpAnswer): string => {
  if (isHtml(answer)) return 'an HTML page came back; is the URL right?';
  const { errors, message } = parsed(answer.body);
  const first = Array.isArray(errors) ? (errors as NonNullable<WireErrors['errors']>)[0] : undefined;
  const text = first?.message ?? first?.type ?? message;
  return typeof text === 'string' ? text.slice(0, 500) : 'no reason given';
};

const fix = (status: number, credential: string): string => {
  if (status === 401 || status === 403) return `; check ${credential}`;
  if (status >= 300 && status < 400) return '; redirects are not followed, check the URL';
  return '';
};

/**
 * The error for an answer that is not a success.
 * @param credential Names what was shown to Segment, for the fix.
 * @param redact Takes secrets out of what the server said. It must be done before there is an error: its stack repeats the message.
 */
export const refusal = (operation: string, answer: HttpAnswer, credential: string, redact: (text: string) => string): SegmentError => {
  const { status } = answer;
  const [kind, code] = KINDS[status] ?? ['api', 'api_error'];
  return new SegmentError(`refused (${status}): ${redact(told(answer))}${fix(status, credential)}`, {
    kind,
    code,
    operation,
    status,
    retryable: isRetryable(status) || (status < 300 && isHtml(answer)),
    requestId: answer.header('x-request-id'),
  });
};
