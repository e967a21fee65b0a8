/** The fields of a date as Lua's date tables have them. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  min: number;
  sec: number;
  wday: number;
  yday: number;
  isdst: boolean;
}

/** Whose clock: the host's, or UTC. */
type Zone = 'local' | 'utc';

const DAY_MS = 86_400_000;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** The fields of a moment on a clock. */
export const readParts = (moment: Date, zone: Zone): DateParts => {
  const offset = zone === 'utc' ? 0 : moment.getTimezoneOffset();
  // Shifted so that its UTC fields read like the wanted clock.
  const shown = new Date(moment.getTime() - offset * 60_000);
  const year = shown.getUTCFullYear();
  return {
    year,
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    min: shown.getUTCMinutes(),
    sec: shown.getUTCSeconds(),
    wday: shown.getUTCDay() + 1,
    yday: Math.floor((Date.UTC(year, shown.getUTCMonth(), shown.getUTCDate()) - Date.UTC(year, 0, 1)) / DAY_MS) + 1,
    isdst: zone === 'local' && offset < findStandardOffset(year),
  };
};

const findStandardOffset = (year: number): number =>
  Math.max(new Date(year, 0, 1).getTimezoneOffset(), new Date(year, 6, 1).getTimezoneOffset());

const padTwo = (value: number): string => String(value).padStart(2, '0');

type Show = (parts: DateParts, moment: Date, zone: Zone) => string;

const compose =
  (format: string): Show =>
  (_parts, moment, zone) =>
    formatDate(format, moment, zone) as string;

const writeOffset: Show = (_parts, moment, zone) => {
  const minutes = zone === 'utc' ? 0 : -moment.getTimezoneOffset();
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padTwo(Math.floor(size / 60))}${padTwo(size % 60)}`;
};

/* Weeks that begin on a given weekday, counted from the first such day of the year. */
const countWeeks =
  (firstDay: number): Show =>
  ({ yday, wday }) =>
    padTwo(Math.floor((yday + 6 - ((wday - 1 - firstDay + 7) % 7)) / 7));

const findIsoWeek = ({ year, month, day }: DateParts): { year: number; week: number } => {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCDate(date.getUTCDate() + 4 - (date.getUTCDay() || 7));
  const start = Date.UTC(date.getUTCFullYear(), 0, 1);
  return { year: date.getUTCFullYear(), week: Math.ceil(((date.getTime() - start) / DAY_MS + 1) / 7) };
};

const CONVERSIONS: Readonly<Record<string, Show>> = {
  a: ({ wday }) => (DAYS[wday - 1] ?? '').slice(0, 3),
  A: ({ wday }) => DAYS[wday - 1] ?? '',
  b: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  B: ({ month }) => MONTHS[month - 1] ?? '',
  c: compose('%a %b %e %H:%M:%S %Y'),
  C: ({ year }) => padTwo(Math.floor(year / 100)),
  d: ({ day }) => padTwo(day),
  D: compose('%m/%d/%y'),
  e: ({ day }) => String(day).padStart(2),
  F: compose('%Y-%m-%d'),
  g: (parts) => padTwo(findIsoWeek(parts).year % 100),
  G: (parts) => String(findIsoWeek(parts).year),
  h: compose('%b'),
  H: ({ hour }) => padTwo(hour),
  I: ({ hour }) => padTwo(hour % 12 || 12),
  j: ({ yday }) => String(yday).padStart(3, '0'),
  m: ({ month }) => padTwo(month),
  M: ({ min }) => padTwo(min),
  n: () => '\n',
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  r: compose('%I:%M:%S %p'),
  R: compose('%H:%M'),
  S: ({ sec }) => padTwo(sec),
  t: () => '\t',
  T: compose('%H:%M:%S'),
  u: ({ wday }) => String(wday === 1 ? 7 : wday - 1),
  U: countWeeks(0),
  V: (parts) => padTwo(findIsoWeek(parts).week),
  w: ({ wday }) => String(wday - 1),
  W: countWeeks(1),
  x: compose('%m/%d/%y'),
  X: compose('%H:%M:%S'),
  y: ({ year }) => padTwo(year % 100),
  Y: ({ year }) => String(year),
  z: writeOffset,
  Z: (_parts, moment, zone) => (zone === 'utc' ? 'GMT' : nameZone(moment)),
  '%': () => '%',
};

const nameZone = (moment: Date): string =>
  new Intl.DateTimeFormat('en', { timeZoneName: 'short' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value ?? '';

/* The conversions that may have an `E` or an `O` in front, which ask for another calendar; the C locale has none. */
const MODIFIED = /^%(?:E[cCxXyY]|O[deHImMSuUVwWy])$/;

/** A moment in C's `strftime` format, in the C locale; or the format from the first unknown conversion on. */
export const formatDate = (format: string, moment: Date, zone: Zone): string | { unknown: string } => {
  const parts = readParts(moment, zone);
  let unknown: string | undefined;
  const text = format.replace(/%(?:[EO](?=[^]))?([^]?)/g, (all, letter: string, at: number) => {
    const show = all.length === 3 && !MODIFIED.test(all) ? undefined : CONVERSIONS[letter];
    if (show === undefined) unknown ??= format.slice(at);
    return show?.(parts, moment, zone) ?? '';
  });
  return unknown === undefined ? text : { unknown };
};
