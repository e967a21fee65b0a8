const NEVER: ReadonlySet<number> = new Set([501, 505, 511]);
const ALWAYS: ReadonlySet<number> = new Set([408, 410, 429, 460]);

/** Whether a request that ended with this status may succeed when it is sent again. */
export const isRetryable = (status: number): boolean => ALWAYS.has(status) || (status >= 500 && !NEVER.has(status));

const FIRST_MS = 100;
const LONGEST_MS = 60_000;

/** How long to wait before retry `n` (from 0): exponential backoff with full jitter, in milliseconds. */
export const backoff = (n: number): number => Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** n);

/** No server makes a client wait longer than this at a time, in milliseconds. */
const LONGEST_HOLD_MS = 300_000;

/** Reads a header of an answer by its lower-case name. */
export type HeaderReader = (name: string) => string | undefined;

const capped = (ms: number): number | undefined => (Number.isFinite(ms) ? Math.min(LONGEST_HOLD_MS, Math.max(0, ms)) : undefined);

/** Seconds from now, a Unix time in seconds, or a date; the server's own clock counts where it tells. */
const untilMoment = (value: string, header: HeaderReader): number | undefined => {
  const number = Number(value);
  if (value.trim() !== '' && number >= 0 && number < 1e9) return capped(number * 1000);
  const moment = number >= 1e9 ? number * 1000 : Date.parse(value);
  const told = Date.parse(header('date') ?? '');
  return capped(moment - (Number.isNaN(told) ? Date.now() : told));
};

const millisecondsInBody = (body: string): number | undefined => {
  const found = /"msBeforeNext"\s*:\s*(\d+)/.exec(body);
  return found ? capped(Number(found[1])) : undefined;
};

/**
 * How long the server asks to be left alone, in milliseconds: `Retry-After` (seconds or a date) on any status,
 * and on 429 also `X-RateLimit-Reset` or the `msBeforeNext` of the Public API's error.
 */
export const askedToWait = (status: number, header: HeaderReader, body: string): number | undefined => {
  const retryAfter = header('retry-after');
  const asked = retryAfter === undefined ? undefined : untilMoment(retryAfter, header);
  if (asked !== undefined || status !== 429) return asked;
  const reset = header('x-ratelimit-reset');
  return (reset === undefined ? undefined : untilMoment(reset, header)) ?? millisecondsInBody(body);
};
