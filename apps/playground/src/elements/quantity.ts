/** `1 event`, `2 events`, `1,200 events`. */
export const formatCount = (number: number, noun: string, plural = `${noun}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;

/** `0.4 ms`, `12 ms`, `1.5 s`. */
export const formatDuration = (ms: number): string => {
  if (ms >= 1000) return `${(ms / 1000).toFixed(1)} s`;
  return ms >= 10 ? `${Math.round(ms)} ms` : `${ms.toFixed(1)} ms`;
};

const KIB = 1024;

/** `312 bytes`, `48 KB`, `1.2 MB`; a KB is 1,024 bytes. */
export const formatBytes = (size: number): string => {
  if (size < KIB) return `${size} bytes`;
  const kib = size / KIB;
  return kib < 1000 ? `${Math.round(kib)} KB` : `${(kib / KIB).toFixed(1)} MB`;
};

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

/** The time of day to the millisecond: `10:20:31.005`. */
export const formatTimeOfDay = (epochMs: number): string => clock.format(epochMs);

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });

/** A moment to the minute: `3 May, 10:20`. */
export const formatDayAndTime = (epochMs: number): string => day.format(epochMs);
