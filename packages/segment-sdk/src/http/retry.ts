import type { HttpAnswer } from './transport.js';

const NEVER = [501, 505, 511];
const ALWAYS = [408, 410, 429, 460];

/** Whether a request that ended with this status may succeed when it is sent again. */
export const isRetryable = (status: number): boolean =>
  ALWAYS.includes(status) || (status >= 500 && !NEVER.includes(status));

/** No server makes a client wait longer than this at a time, in milliseconds. */
const LONGEST_HOLD_MS = 300_000;

const capped = (ms: number): number | undefined =>
  Number.isFinite(ms) ? Math.min(LONGEST_HOLD_MS, Math.max(0, ms)) : undefined;

/** Seconds from now, a Unix time in seconds, or a date; the server's own clock counts where it tells. */
const untilMoment = (value: string | undefined, now: string | undefined): number | undefined => {
  if (!value?.trim()) return undefined;
  const number = Number(value);
  if (number >= 0 && number < 1e9) return capped(number * 1000);
  const moment = number >= 1e9 ? number * 1000 : Date.parse(value);
  return capped(moment - (Date.parse(now ?? '') || Date.now()));
};

/**
 * How long the server asks to be left alone, in milliseconds: `Retry-After` (seconds or a date) on any status,
 * and on 429 also `X-RateLimit-Reset` or the `msBeforeNext` of the Public API's error.
 */
export const askedToWait = ({ status, headers, body }: HttpAnswer): number | undefined => {
  const asked = untilMoment(headers['retry-after'], headers.date);
  if (asked !== undefined || status !== 429) return asked;
  return (
    untilMoment(headers['x-ratelimit-reset'], headers.date) ??
    capped(Number(/"msBeforeNext"\s*:\s*(\d+)/.exec(body)?.[1]))
  );
};
