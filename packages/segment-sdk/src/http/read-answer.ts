import { SegmentError, type SegmentErrorKind } from '../contract/errors.js';
import type { HoldScope } from './hold.js';
import { isHtml, type TransportAnswer } from './transport.js';

/** The body of an answer as text. */
export const readText = ({ body }: TransportAnswer): string =>
  typeof body === 'string' ? body : new TextDecoder().decode(body);

/** Why a request failed. */
export interface Failure {
  readonly error: SegmentError;
  /**
   * How long the server asks to be left alone, in milliseconds: at least a second, or 0 if what it asks cannot be
   * heeded (zero, past, no time at all). Absent where it asks nothing.
   */
  readonly waitMs?: number | undefined;
  /** Whom it asks: all who use the token, or those who call the same operation. */
  readonly scope?: HoldScope;
}

const KINDS: Readonly<Record<number, readonly [SegmentErrorKind, string]>> = {
  401: ['auth', 'unauthorized'],
  403: ['auth', 'forbidden'],
  404: ['not_found', 'not_found'],
  429: ['rate_limit', 'rate_limited'],
};

/** Where the Public API, OAuth (RFC 6749, 5.2), problem details (RFC 9457) and what stands in between say why. */
interface WireErrors {
  readonly errors?: readonly WireError[];
  readonly message?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
}

interface WireError {
  readonly type?: unknown;
  readonly message?: unknown;
  readonly field?: unknown;
}

interface Reason {
  readonly text: string;
  /** The first field that the server names. */
  readonly field?: string;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** One of several errors; the field it is about may be missing from its message. */
const describeError = ({ type, message, field }: WireError): string[] => {
  const text = [message, type].find(isText);
  if (text === undefined) return [];
  return [isText(field) && !text.includes(field) ? `${field}: ${text}` : text];
};

const pickReason = (answer: unknown): unknown => {
  const { errors, message, error, error_description: description, detail, title } = Object(answer) as WireErrors;
  const all = readErrors(errors).flatMap(describeError).join('; ');
  const inner = typeof error === 'object' ? (Object(error) as WireErrors).message : error;
  return [all, message, description, detail, inner, title].find(isText);
};

const readErrors = (errors: unknown): WireError[] =>
  Array.isArray(errors) ? errors.map((error: unknown) => Object(error) as WireError) : [];

const readReason = (answer: TransportAnswer): Reason => {
  if (isHtml(answer)) return { text: 'an HTML page came back; is the URL right?' };
  const text = readText(answer);
  try {
    const parsed = JSON.parse(text) as unknown;
    const reason = typeof parsed === 'string' ? parsed : pickReason(parsed);
    const field = readErrors((Object(parsed) as WireErrors).errors).find((error) => isText(error.field))?.field;
    return { text: isText(reason) ? reason.slice(0, 500) : 'no reason given', ...(isText(field) && { field }) };
  } catch {
    // It is text for people.
    return { text: text.trim().replace(/\s+/g, ' ').slice(0, 500) || 'no reason given' };
  }
};

const adviseFix = (kind: SegmentErrorKind, status: number, credential: string): string => {
  if (kind === 'auth') return `; check ${credential}`;
  return status >= 300 && status < 400 ? '; redirects are not followed, check the URL' : '';
};

/**
 * Makes the error of an answer that is not a success.
 * @param credential Names what was shown to Segment, for the fix.
 * @param redact Takes secrets out of what the server said. It must be done before there is an error: its stack repeats
 *   the message.
 * @param isRetried Knows statuses that are worth another try beside the usual ones.
 */
export const readRefusal = (
  operation: string,
  answer: TransportAnswer,
  credential: string,
  redact: (text: string) => string,
  isRetried?: (status: number) => boolean,
): Failure => {
  const {
    status,
    headers: { 'x-request-id': requestId },
  } = answer;
  const [kind, code] = KINDS[status] ?? ['api', 'api_error'];
  const { text, field } = readReason(answer);
  const message = `refused (${status}): ${redact(text)}${adviseFix(kind, status, credential)}`;
  const error = new SegmentError(message, {
    kind,
    code,
    operation,
    status,
    // A success that is a page for people comes from something in between.
    retryable: isRetryable(status) || status < 300 || Boolean(isRetried?.(status)),
    ...(field !== undefined && { field: redact(field) }),
    ...(requestId && { requestId }),
  });
  return { error, ...readWait(answer) };
};

const NEVER = [501, 505, 511];
const ALWAYS = [408, 410, 429, 460];

const isRetryable = (status: number): boolean => ALWAYS.includes(status) || (status >= 500 && !NEVER.includes(status));

/** No server makes a client wait longer than this at a time, in milliseconds. */
const LONGEST_HOLD_MS = 300_000;

/** Nor does one make it come back sooner: some say 0 under load. */
const SHORTEST_HOLD_MS = 1_000;

const capWait = (ms: number): number => (ms > 0 ? Math.min(LONGEST_HOLD_MS, Math.max(SHORTEST_HOLD_MS, ms)) : 0);

/** Seconds from now, a Unix time in seconds, or a date; the server's own clock counts where it tells. */
const readMoment = (value: string | undefined, now: string | undefined): number | undefined => {
  if (value === undefined) return undefined;
  if (!value.trim()) return 0;
  const number = Number(value);
  if (number >= 0 && number < 1e9) return capWait(number * 1000);
  const moment = number >= 1e9 ? number * 1000 : Date.parse(value);
  return capWait(moment - (Date.parse(now ?? '') || Date.now()));
};

type Wait = Pick<Failure, 'waitMs' | 'scope'>;

/**
 * How long the server asks to be left alone, in milliseconds: `Retry-After` (seconds or a date) on any status, and on
 * 429 also the `msBeforeNext` of the Public API's error, which is about one operation, or `X-RateLimit-Reset`.
 */
const readWait = (answer: TransportAnswer): Wait => {
  const { status, headers } = answer;
  const [, ms] = (status === 429 && /"msBeforeNext"\s*:\s*(\d+)/.exec(readText(answer))) || [];
  const named: Wait[] = [
    { waitMs: readMoment(headers['retry-after'], headers.date) },
    { waitMs: ms === undefined ? undefined : capWait(Number(ms)), scope: 'operation' },
    { waitMs: status === 429 ? readMoment(headers['x-ratelimit-reset'], headers.date) : undefined },
  ];
  const isNamed = ({ waitMs }: Wait): boolean => waitMs !== undefined;
  return named.find(({ waitMs = 0 }) => waitMs > 0) ?? named.find(isNamed) ?? {};
};
