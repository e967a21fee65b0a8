import { writeText } from '../exact-json/index.js';

/*
 * Exports write moments as their databases do: `2026-11-24 08:00:00.123`, with `UTC`, `+00`, `+0100` or nothing behind
 * it, or as a number since 1970. Segment's own are in UTC.
 */

const WRITTEN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;
const NUMBER = /^-?\d+(?:\.\d+)?(?:e\+?\d+)?$/i;

/** A moment in ISO 8601; what is none stays as it is, and undefined what says nothing. */
export const readMoment = (value: unknown): string | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  const text = writeText(value);
  const [, day, time, zone = ''] = WRITTEN.exec(text) ?? [];
  if (day !== undefined) return `${day}T${time}${readZone(zone)}`;
  return NUMBER.test(text) ? (readEpoch(Number(text)) ?? text) : text;
};

/**
 * When an event happened: what Segment worked out, or what it would: by how much the sender's clock was wrong when the
 * event was sent is taken from its own time.
 */
export const findMoment = (moments: {
  readonly timestamp: unknown;
  readonly original: unknown;
  readonly sent: unknown;
  readonly received: unknown;
}): string | undefined => {
  const [timestamp, original, sent, received] = [
    readMoment(moments.timestamp),
    readMoment(moments.original),
    readMoment(moments.sent),
    readMoment(moments.received),
  ];
  if (timestamp !== undefined) return timestamp;
  if (original === undefined) return received;
  const skew = Date.parse(received ?? '') - Date.parse(sent ?? '');
  const happened = Date.parse(original) + skew;
  return Number.isNaN(happened) ? original : new Date(happened).toISOString();
};

const readZone = (zone: string): string => {
  if (zone === '' || /[a-z]/i.test(zone)) return 'Z';
  return zone.length === 3 ? `${zone}:00` : zone;
};

/** Seconds, or parts of them: no event is from before 1973 or after 5138. */
const readEpoch = (value: number): string | undefined => {
  const scale = [1_000, 1, 1e-3, 1e-6].find((each) => value * each >= 1e11 && value * each < 1e14);
  return scale === undefined ? undefined : new Date(value * scale).toISOString();
};
