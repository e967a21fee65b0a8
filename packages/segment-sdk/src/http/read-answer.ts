import { SegmentError, type SegmentErrorKind } from '../contract/errors.js';
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
}

const KINDS: Readonly<Record<number, readonly [SegmentErrorKind, string]>> = {
  401: ['auth', 'unauthorized'],
  403: ['auth', 'forbidden'],
  404: ['not_found', 'not_found'],
  429: ['rate_limit', 'rate_limited'],
};

/** Where the Public API, OAuth (RFC 6749, 5.2), problem details (RFC 9457) and what stands in between say why. */
interface WireErrors {
  readonly errors?: readonly { readonly type?: unknown; readonly message?: unknown }[];
  readonly message?: unknown;
  readonly error?: unknown;
  readonly error_description?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
}

const pickReason = (answer: unknown): unknown => {
  const { errors, message, error, error_description: description, detail, title } = Object(answer) as WireErrors;
  const [first] = Array.isArray(errors) ? (errors as NonNullable<WireErrors['errors']>) : [];
  const inner = typeof error === 'object' ? (Object(error) as WireErrors).message : error;
  return [first?.message, first?.type, message, description, detail, inner, title].find(isText);
};

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

const readReason = (answer: TransportAnswer): string => {
  if (isHtml(answer)) return 'an HTML page came back; is the URL right?';
  const text = readText(answer);
  try {
    const parsed = JSON.parse(text) as unknown;
    const reason = typeof parsed === 'string' ? parsed : pickReason(parsed);
    return isText(reason) ? reason.slice(0, 500) : 'no reason given';
  } catch {
    // It is text for people.
    return text.trim().replace(/\s+/g, ' ').slice(0, 500) || 'no reason given';
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
 */
export const readRefusal = (
  operation: string,
  answer: TransportAnswer,
  credential: string,
  redact: (text: string) => string,
): Failure => {
  const {
    status,
    headers: { 'x-request-id': requestId },
  } = answer;
  const [kind, code] = KINDS[status] ?? ['api', 'api_error'];
  const message = `refused (${status}): ${redact(readReason(answer))}${adviseFix(kind, status, credential)}`;
  const error = new SegmentError(message, {
    kind,
    code,
    operation,
    status,
    // A success that is a page for people comes from something in between.
    retryable: isRetryable(status) || status < 300,
    ...(requestId && { requestId }),
  });
  return { error, waitMs: readWait(answer) };
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

/**
 * How long the server asks to be left alone, in milliseconds: `Retry-After` (seconds or a date) on any status,
 * and on 429 also `X-RateLimit-Reset` or the `msBeforeNext` of the Public API's error.
 */
const readWait = (answer: TransportAnswer): number | undefined => {
  const { status, headers } = answer;
  const [, ms] = (status === 429 && /"msBeforeNext"\s*:\s*(\d+)/.exec(readText(answer))) || [];
  const named = [
    readMoment(headers['retry-after'], headers.date),
    status === 429 ? readMoment(headers['x-ratelimit-reset'], headers.date) : undefined,
    ms === undefined ? undefined : capWait(Number(ms)),
  ].filter((wait) => wait !== undefined);
  return named.find((wait) => wait > 0) ?? named[0];
};
